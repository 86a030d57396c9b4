// How the identifier of a session is put together and taken apart, so that both stay one notation.

extension Identifier<Session> {
    /// What stands between the template and the date. No other identifier holds it.
    private static var mark: Character { "@" }

    /// The identifier of the session that `template` holds on `date`: `SAT@2026-12-05`.
    public init(_ template: Identifier<SessionTemplate>, on date: Day) {
        self.init("\(template)\(Self.mark)\(date)")
    }

    /// The words for the template and for the date in `text`; nil where it is not one of each. The date is left to the
    /// reader, since people write dates in several ways.
    public static func parts(of text: String) -> (template: Substring, date: Substring)? {
        let parts = text.split(separator: mark, omittingEmptySubsequences: false)
        return parts.count == 2 ? (parts[0], parts[1]) : nil
    }
}
