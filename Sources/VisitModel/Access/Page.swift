/// One page of a long list (keyset pagination): up to `limit` elements after an identifier.
public struct Page: Hashable, Sendable {
    /// The identifier after which it begins; nil for the beginning.
    public var after: String?
    /// How many there are on it at most.
    public var limit: Int

    /// The most that can be asked for at once.
    public static let most = 1000
    /// How many there are where nobody says.
    public static let usual = 100

    /// All of the list, for a file or a program on the same machine.
    public static let whole = Page(limit: .max)

    /// A part of a list.
    public init(after: String? = nil, limit: Int = Self.usual) {
        self.after = after
        self.limit = limit
    }
}
