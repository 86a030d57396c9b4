import VisitFormats
import VisitModel

/// Children with their bonds, for programs: `visitd-children/1`. Identifiers and ages, never names.
public struct ChildrenDocument: Sendable {
    /// The children, in the order in which they are to stand.
    public var children: [ListedChild]
    /// The day on which their ages are told.
    public var today: Day
    /// What to ask for next; nil where the list ends here.
    public var next: String?

    /// A document of these children.
    public init(_ children: [ListedChild], today: Day, next: String? = nil) {
        self.children = children
        self.today = today
        self.next = next
    }

    /// The document.
    public var json: JSON {
        .members([
            "format": "visitd-children/1",
            "today": JSON(today),
            "children": .array(
                children.map { listed in
                    .members([
                        "id": JSON(listed.child.id), "household": JSON(listed.child.household),
                        "age": .int(listed.child.age(on: today)),
                        "schoolCalendar": listed.child.schoolCalendar.map { JSON($0) },
                        "needs": .strings(listed.child.needs.map(\.rawValue)),
                        "bonds": .array(listed.bonds.map(Self.bond)),
                    ])
                }),
            "next": next.map { .string($0) },
        ])
    }

    private static func bond(_ bond: Bond) -> JSON {
        .members([
            "prisoner": JSON(bond.prisoner), "relation": .string(bond.relation.rawValue),
            "contact": .string(bond.contact.rawValue), "papers": .strings(bond.papers.map(\.rawValue)),
            "maxGapDays": bond.maxGap.map { .int($0) },
        ])
    }
}

/// Households with their children, for programs: `visitd-households/1`. Identifiers, never names or numbers to call.
public struct HouseholdsDocument: Sendable {
    /// The households, in the order in which they are to stand.
    public var households: [ListedHousehold]
    /// What to ask for next; nil where the list ends here.
    public var next: String?

    /// A document of these households.
    public init(_ households: [ListedHousehold], next: String? = nil) {
        self.households = households
        self.next = next
    }

    /// The document.
    public var json: JSON {
        .members([
            "format": "visitd-households/1",
            "households": .array(
                households.map { listed in
                    .members([
                        "id": JSON(listed.household.id), "kind": .string(listed.household.kind.rawValue),
                        "place": JSON(listed.household.place), "lang": .string(listed.household.language.rawValue),
                        "organisation": listed.household.organisation.map { JSON($0) },
                        "leavesAfter": JSON(listed.household.leavesAfter),
                        "returnsBefore": JSON(listed.household.returnsBefore),
                        "escortsFrom": listed.household.escortsFrom.map { JSON($0) },
                        "children": .strings(listed.children.map(\.text)),
                    ])
                }),
            "next": next.map { .string($0) },
        ])
    }
}
