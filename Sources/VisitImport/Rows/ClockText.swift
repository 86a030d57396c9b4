import VisitModel

/// A time of day as people write it.
enum ClockText {
    /// The time that `text` names in another form than `HH:MM`; nil where it is none.
    static func read(_ text: String) -> ClockTime? {
        let plain = PlainText.halfWidth(text).trimmed
        let fields = plain.split(omittingEmptySubsequences: false) { ":点时分".contains($0) }
            .map { String($0).trimmed }
        guard (2...3).contains(fields.count), let hour = Number.whole(fields[0]), hour < 25 else { return nil }
        let isChinese = !plain.contains(":")
        // "9点" and "9点30分" end in an empty field; so does no time with colons.
        let minute = isChinese && fields[1].isEmpty && fields.count == 2 ? 0 : Number.whole(fields[1])
        let rest = fields.count == 3 ? fields[2] : ""
        guard let minute, rest.isEmpty || (!isChinese && rest == "00"), isChinese || !plain.hasSuffix(":") else {
            return nil
        }
        return ClockTime(hour: hour, minute: minute)
    }
}
