/// The form of e-mail addresses.
public enum MailAddress {
    /// Whether mail can be sent to `text`: one `@`, something before it, and a domain with a point behind it (RFC 5321
    /// without quoted names and without addresses of numbers). Letters of any script are taken (RFC 6531).
    public static func isValid(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, text.utf8.count <= 254, (1...64).contains(parts[0].utf8.count) else { return false }
        let domain = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        let atoms = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        return domain.count >= 2 && atoms.allSatisfy { !$0.isEmpty }
            && domain.allSatisfy { !$0.isEmpty && !$0.hasPrefix("-") && !$0.hasSuffix("-") }
            && text.unicodeScalars.allSatisfy { scalar in
                scalar.value > 0x20 && scalar.value != 0x7F && !scalar.isBlank
                    && !"<>()[]\\,;:\"；，、".unicodeScalars.contains(scalar)
            }
    }
}
