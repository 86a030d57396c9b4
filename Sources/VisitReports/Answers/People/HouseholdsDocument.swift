import VisitFormats
import VisitModel

/// Households with their children, for programs: `visitd-households/1`. Identifiers, never names or numbers to call.
public struct HouseholdsDocument: Sendable {
    /// The households, in display order.
    public var households: [ListedHousehold]
    /// What to ask for next; nil where the list ends here.
    public var next: String?

    /// A document of these households.
    public init(_ households: [ListedHousehold], next: String? = nil) {
        self.households = households
        self.next = next
    }

    /// The document.
    public var json: JSON { Self.answer.json(self) }

    /// What the document looks like.
    public static let schema = answer.document

    private static let answer = AnswerObject<HouseholdsDocument>(format: "visitd-households/1") { document in
        document.has("households", listOf: household) { $0.households }
        document.mayHave("next", .text) { $0.next.map { .string($0) } }
    }

    private static let household = AnswerObject<ListedHousehold> { household in
        household.has("id", .text) { JSON($0.household.id) }
        household.has("kind", .text) { .string($0.household.kind.rawValue) }
        household.has("place", .text) { JSON($0.household.place) }
        household.has("lang", .text) { .string($0.household.language.rawValue) }
        household.mayHave("organisation", .text) { $0.household.organisation.map { JSON($0) } }
        household.has("leavesAfter", .text) { JSON($0.household.leavesAfter) }
        household.has("returnsBefore", .text) { JSON($0.household.returnsBefore) }
        household.mayHave("escortsFrom", .text) { $0.household.escortsFrom.map { JSON($0) } }
        household.has("children", .list(.text)) { .strings($0.children.map(\.text)) }
    }
}
