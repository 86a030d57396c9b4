/// A visit as people name it: by its identifier, or by its number.
public struct KnownVisit: Hashable, Sendable {
    /// The identifier.
    public var id: Identifier<Visit>
    /// The number; nil before it was given one.
    public var number: Int?

    /// A visit of that identifier and number.
    public init(id: Identifier<Visit>, number: Int?) {
        self.id = id
        self.number = number
    }
}
