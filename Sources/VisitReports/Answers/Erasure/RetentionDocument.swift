import VisitFormats
import VisitModel

/// Which children were, or would be, erased since their cases are closed, for programs: `visitd-retention/1`.
public struct RetentionDocument: Sendable {
    /// One child.
    public struct Case: Sendable {
        /// The child, by identifier.
        public var child: String
        /// The day on which the last bond ended.
        public var ended: Day
        /// The day from which on the child is erased.
        public var due: Day

        /// A closed case.
        public init(child: String, ended: Day, due: Day) {
            self.child = child
            self.ended = ended
            self.due = due
        }
    }

    /// How many days after the last bond ended a child is erased.
    public var days: Int
    /// Whether the children were erased; otherwise they would be.
    public var isDone: Bool
    /// The closed cases.
    public var cases: [Case]
    /// The children without any bond whose last bond has no known end: they stay.
    public var withoutBond: [String]

    /// A document of closed cases.
    public init(days: Int, isDone: Bool, cases: [Case], withoutBond: [String]) {
        self.days = days
        self.isDone = isDone
        self.cases = cases
        self.withoutBond = withoutBond
    }

    /// The document.
    public var json: JSON { Self.answer.json(self) }

    /// What the document looks like.
    public static let schema = answer.document

    private static let one = AnswerObject<Case> { object in
        object.has("child", .text) { .string($0.child) }
        object.has("ended", .day) { .string("\($0.ended)") }
        object.has("due", .day) { .string("\($0.due)") }
    }

    private static let answer = AnswerObject<RetentionDocument>(format: "visitd-retention/1") { document in
        document.has("days", .whole) { .int($0.days) }
        document.has("erased", .flag) { .bool($0.isDone) }
        document.has("cases", listOf: one) { $0.cases }
        document.has("withoutBond", .list(.text)) { .array($0.withoutBond.map { .string($0) }) }
    }
}
