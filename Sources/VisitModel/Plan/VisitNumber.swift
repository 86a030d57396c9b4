/// The number by which people name a visit: `V-0123`. Short enough for the telephone, and never given twice.
public enum VisitNumber {
    /// The number as people write it.
    public static func text(_ number: Int) -> String {
        let digits = String(number)
        return "V-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    /// The number that `text` is, in either case, with or without leading zeros; nil where it is none.
    public static func read(_ text: some StringProtocol) -> Int? {
        guard text.prefix(2).uppercased() == "V-" else { return nil }
        let digits = text.dropFirst(2)
        guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(digits).flatMap { $0 > 0 ? $0 : nil }
    }
}

extension Visit {
    /// By what people name it: its number, or where it has none yet its identifier. Wherever a visit is asked for, both are known.
    public var label: String { number.map(VisitNumber.text) ?? id.text }
}
