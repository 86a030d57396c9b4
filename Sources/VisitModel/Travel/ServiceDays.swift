/// The days on which something runs: a bit for each day of a range.
public struct ServiceDays: Hashable, Sendable {
    /// The first day for which there is a bit.
    public let first: Day
    /// How many days have a bit.
    public let count: Int
    /// The bits, 64 to a word, the first day lowest.
    public private(set) var words: [UInt64]

    /// No day of `range`.
    public init(within range: DayRange) {
        first = range.first
        count = range.count
        words = Array(repeating: 0, count: (range.count + 63) / 64)
    }

    /// The days of which `words` hold the bits; nil where their number does not fit `count`.
    public init?(first: Day, count: Int, words: [UInt64]) {
        guard count >= 1, words.count == (count + 63) / 64 else { return nil }
        self.first = first
        self.count = count
        self.words = words
    }

    /// Whether `day` is one of them. Setting a day outside the range does nothing.
    public subscript(day: Day) -> Bool {
        get {
            let index = day - first
            guard index >= 0, index < count else { return false }
            return words[index / 64] >> UInt64(index % 64) & 1 == 1
        }
        set {
            let index = day - first
            guard index >= 0, index < count else { return }
            let bit: UInt64 = 1 << UInt64(index % 64)
            if newValue { words[index / 64] |= bit } else { words[index / 64] &= ~bit }
        }
    }

    /// Whether there is no day at all.
    public var isEmpty: Bool { words.allSatisfy { $0 == 0 } }
    /// The first and the last of the days; nil where there is none.
    public var span: DayRange? {
        guard let low = words.firstIndex(where: { $0 != 0 }), let high = words.lastIndex(where: { $0 != 0 }) else {
            return nil
        }
        return DayRange(
            first + (low * 64 + words[low].trailingZeroBitCount),
            first + (high * 64 + 63 - words[high].leadingZeroBitCount))
    }
}
