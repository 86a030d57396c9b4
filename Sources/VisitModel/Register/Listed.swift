/// A child with the prisoners whose contact with it is to be kept.
public struct ListedChild: Hashable, Sendable {
    /// The child.
    public var child: Child
    /// Its bonds, by prisoner.
    public var bonds: [Bond]

    /// A child with its bonds.
    public init(child: Child, bonds: [Bond]) {
        self.child = child
        self.bonds = bonds
    }
}

/// A household with the children who live in it.
public struct ListedHousehold: Hashable, Sendable {
    /// The household.
    public var household: Household
    /// Its children, by identifier.
    public var children: [Identifier<Child>]

    /// A household with its children.
    public init(household: Household, children: [Identifier<Child>]) {
        self.household = household
        self.children = children
    }
}
