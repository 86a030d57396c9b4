/// That a store was brought from the schema of an earlier program to this one's.
public struct StoreUpgrade: Hashable, Sendable {
    /// The schema that it had.
    public let from: Int
    /// The schema that it has.
    public let to: Int
    /// The file that holds the store as it was.
    public let copy: String
}
