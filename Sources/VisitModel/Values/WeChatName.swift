/// The form of WeChat names, by which one person finds another there.
public enum WeChatName {
    /// How many signs a name has.
    public static let length = 6...20

    /// The name as it was typed, without signs that nobody sees and with full-width ones made narrow; nil where it is none.
    ///
    /// A name begins with a letter and goes on with letters, digits, `_` and `-`. Many people are found by the telephone
    /// number that is bound to their account instead.
    ///
    /// - Parameter country: the country in whose form telephone numbers are written there.
    public static func read(_ typed: String, in country: String? = nil) -> String? {
        let text = PlainText.identifier(typed)
        if isName(text) { return text }
        guard case .success(let phone) = Telephone.read(text, in: country), phone.text == text else { return nil }
        // Short numbers of offices have no account.
        return text.utf8.count(where: { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) >= 8 ? text : nil
    }

    private static func isName(_ text: String) -> Bool {
        guard length.contains(text.utf8.count), let first = text.utf8.first, isLetter(first) else { return false }
        return text.utf8.allSatisfy { byte in
            isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        let small = byte | 0x20
        return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(small)
    }
}
