/// What people call those and that which flags name by identifier.
///
/// Names of people are personal data: they are given only where whoever reads may see them. Names of prisons are not.
public struct FlagNames: Hashable, Sendable {
    /// The names of people by what a flag calls them: `child C17`, `escort E2`, `prisoner P3`. Personal data.
    public var people: [String: String]
    /// The names of prisons.
    public var prisons: [Identifier<Prison>: BilingualText]

    /// These names.
    public init(people: [String: String] = [:], prisons: [Identifier<Prison>: BilingualText] = [:]) {
        self.people = people
        self.prisons = prisons
    }

    /// Identifiers alone.
    public static let none = FlagNames()
}

extension Register {
    /// The names of the prisons, for flags that name one.
    public var prisonNames: [Identifier<Prison>: BilingualText] {
        Dictionary(prisons.map { ($0.id, $0.name) }) { first, _ in first }
    }
}

extension VisitDetail {
    /// What its flags name, as people call it: those who are on the visit, its prison, and prisons that its flags mention.
    public var flagNames: FlagNames {
        var names = FlagNames(prisons: prisonNames)
        names.prisons[prison.id] = prison.name
        for child in children { names.people["child \(child.id)"] = child.name }
        names.people["prisoner \(prisoner.id)"] = prisoner.name
        // Where the reader may see only some of the adults, the names cannot be matched to them.
        if adults.count == visit.adults.count {
            for (adult, shown) in zip(visit.adults, adults) { names.people[adult.subject] = shown.name }
        }
        return names
    }
}

extension Visit.Companion {
    /// The adult's identifier.
    public var id: String {
        switch self {
        case .guardian(let id): id.text
        case .escort(let id): id.text
        }
    }

    /// The adult as flags name one: `guardian G1`, `escort E2`.
    public var subject: String {
        switch self {
        case .guardian(let id): "guardian \(id)"
        case .escort(let id): "escort \(id)"
        }
    }
}

extension Visit {
    /// The visit as flags of another one name it: `V-0123 2026-12-05`, or the day alone where it has no number yet.
    public var flagLabel: String { (number.map { VisitNumber.text($0) + " " } ?? "") + "\(date)" }
}
