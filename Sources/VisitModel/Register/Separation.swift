/// Two prisoners who must not be in the visiting room in one session: co-accused, or in conflict (a non-association).
public struct Separation: Hashable, Sendable {
    /// Its identifier.
    public var id: Identifier<Separation>
    /// The two prisoners, sorted.
    public var first, second: Identifier<Prisoner>

    /// A separation; the order of the two does not matter.
    public init(id: Identifier<Separation>, _ first: Identifier<Prisoner>, _ second: Identifier<Prisoner>) {
        self.id = id
        self.first = min(first, second)
        self.second = max(first, second)
    }
}
