import VisitModel
import VisitSolver

/// Numbers for what makes at most one visit a day: a family; in a charity's home, brothers and sisters who share a
/// prisoner, and all who are joined through them.
struct FamilyNumbers {
    private let numbers: [FamilyIndex]

    /// - Parameter apart: positions of parties whose visits never get in the way of the others of their family, also on
    ///   one day.
    init(_ parties: [Party], apart: Set<Int> = []) {
        var joined = JoinedNames()
        for party in parties {
            let members = Self.members(of: party)
            for member in members { joined.join(members[0], member) }
        }
        var known: [String: Int] = [:]
        numbers = parties.enumerated().map { position, party in
            let root =
                apart.contains(position) ? "party \(party.id)" : joined.root(of: Self.members(of: party)[0])
            let number = known[root] ?? known.count
            known[root] = number
            return FamilyIndex(number)
        }
    }

    /// The number of the party at that position.
    subscript(party: Int) -> FamilyIndex { numbers[party] }

    private static func members(of party: Party) -> [String] {
        party.household.kind == .charityHome
            ? party.children.map { "child \($0.id)" } : ["household \(party.household.id)"]
    }
}

/// Names joined into groups (union–find with path halving).
private struct JoinedNames {
    private var parents: [String: String] = [:]

    mutating func root(of name: String) -> String {
        var name = name
        while let parent = parents[name], parent != name {
            parents[name] = parents[parent] ?? parent
            name = parent
        }
        return name
    }

    mutating func join(_ a: String, _ b: String) {
        let (a, b) = (root(of: a), root(of: b))
        if a != b { parents[max(a, b)] = min(a, b) }
    }
}
