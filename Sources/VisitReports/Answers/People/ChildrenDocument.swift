import VisitFormats
import VisitModel

/// Children with their bonds, for programs: `visitd-children/1`. Identifiers and ages, never names.
public struct ChildrenDocument: Sendable {
    /// The children, in display order.
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
    public var json: JSON { Self.answer.json(self) }

    /// What the document looks like.
    public static let schema = answer.document

    private static let answer = AnswerObject<ChildrenDocument>(format: "visitd-children/1") { document in
        document.has("today", .day) { JSON($0.today) }
        document.has("children", listOf: child) { document in
            document.children.map { (listed: $0, today: document.today) }
        }
        document.mayHave("next", .text) { $0.next.map { .string($0) } }
    }

    private static let child = AnswerObject<(listed: ListedChild, today: Day)> { child in
        child.has("id", .text) { JSON($0.listed.child.id) }
        child.has("household", .text) { JSON($0.listed.child.household) }
        child.has("age", .whole) { .int($0.listed.child.age(on: $0.today)) }
        child.mayHave("schoolCalendar", .text) { $0.listed.child.schoolCalendar.map { JSON($0) } }
        child.has("needs", .list(.text)) { .strings($0.listed.child.needs.map(\.rawValue)) }
        child.has("bonds", listOf: bond) { $0.listed.bonds }
    }

    private static let bond = AnswerObject<Bond> { bond in
        bond.has("prisoner", .text) { JSON($0.prisoner) }
        bond.mayHave("relation", .text) { .string($0.relation.rawValue) }
        bond.mayHave("contact", .text) { .string($0.contact.rawValue) }
        bond.mayHave("papers", .list(.text)) { .strings($0.papers.map(\.rawValue)) }
        bond.mayHave("maxGapDays", .whole) { $0.maxGap.map { .int($0) } }
    }
}
