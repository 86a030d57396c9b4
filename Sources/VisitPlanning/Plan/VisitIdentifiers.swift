import VisitModel

/// Gives new visits their identifiers: derived with a secret of the store from the party, the prisoner and the session.
/// The same plan made on another machine has the same identifiers, and nobody can guess them without the store.
package struct VisitIdentifiers: Sendable {
    private let derive: @Sendable (String) -> String
    private var taken: Set<Identifier<Visit>>

    /// - Parameters:
    ///   - taken: identifiers that visits have already, at least of those on the days of the plan.
    ///   - derive: an identifier for a text, another one for another text.
    package init(taken: Set<Identifier<Visit>> = [], derive: @escaping @Sendable (String) -> String) {
        self.taken = taken
        self.derive = derive
    }

    /// A new identifier for `visit`. Where one of its party in its session was called off before, the next one counts on.
    mutating func identifier(for visit: Visit) -> Identifier<Visit> {
        let children = visit.children.map(\.text).joined(separator: ",")
        let name = "\(visit.household)|\(visit.prisoner)|\(children)|\(visit.session?.text ?? "\(visit.date)")"
        var ordinal = 0
        while true {
            let identifier = Identifier<Visit>(derive("\(name)|\(ordinal)"))
            if taken.insert(identifier).inserted { return identifier }
            ordinal += 1
        }
    }
}
