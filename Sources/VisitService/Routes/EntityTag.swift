/// A strong entity tag: the same tag means the same bytes (RFC 9110, section 8.8.3).
struct EntityTag: Hashable {
    /// The tag in its quotes.
    let text: String

    /// The tag of that opaque text, with or without its quotes.
    init(_ opaque: String) {
        text = opaque.hasPrefix("\"") ? opaque : "\"\(opaque)\""
    }

    /// Whether a field `If-None-Match` names this tag: `*`, or a list with it, weak or strong (section 13.1.2).
    func matches(_ field: String) -> Bool {
        let trimmed = field.filter { $0 != " " && $0 != "\t" }
        if trimmed == "*" { return true }
        // Our tags hold no comma, so a tag of somebody else's that does can only fail to match.
        return trimmed.split(separator: ",").contains { ($0.hasPrefix("W/") ? $0.dropFirst(2) : $0[...]) == text }
    }
}
