import VisitFormats
import VisitModel

/// What is to be done, for programs: `visitd-tasks/1`.
public struct TasksDocument: Sendable {
    /// The list.
    public var list: TaskList
    /// The language of sentences and citations.
    public var language: Language

    /// A document of that list.
    public init(_ list: TaskList, language: Language) {
        self.list = list
        self.language = language
    }

    /// The document. `due` is null for what is to be watched only.
    public var json: JSON { Self.answer.json(self) }

    /// What the document looks like.
    public static let schema = answer.document

    private static let answer = AnswerObject<TasksDocument>(format: "visitd-tasks/1") { document in
        document.has("today", .day) { JSON($0.list.today) }
        document.has("within", .whole) { .int($0.list.within) }
        document.mayHave("flagged", listOf: flagged) { document in
            document.list.flagged.isEmpty ? nil : document.list.flagged.map { ($0, document.language) }
        }
        document.mayHave("decisions", listOf: decision) { document in
            document.list.decisions.isEmpty ? nil : document.list.decisions.map { ($0, document.language) }
        }
        document.mayHave("calledOff", listOf: calledOff) { document in
            document.list.calledOff.isEmpty ? nil : document.list.calledOff.map { ($0, document.language) }
        }
        document.has("tasks", listOf: task) { document in
            document.list.tasks.map { (task: $0, today: document.list.today, language: document.language) }
        }
    }

    private static let flagged = AnswerObject<(noted: ReviewOutcome.Noted, language: Language)> { told in
        told.has("visit", .text) { JSON($0.noted.visit.id) }
        told.mayHave("number", .text) { $0.noted.visit.number.map { .string(VisitNumber.text($0)) } }
        told.has("date", .day) { JSON($0.noted.visit.date) }
        told.has("status", .words(of: Visit.Status.self)) { .string($0.noted.visit.status.rawValue) }
        told.has("household", .text) { JSON($0.noted.visit.household) }
        told.has("prisoner", .text) { JSON($0.noted.visit.prisoner) }
        told.has(membersOf: VisitFlag.answer) { (flag: $0.noted.flag, language: $0.language) }
        told.mayHave("instead", .list(.text)) { told in
            told.noted.substitutes.map { adults in .array(adults.map { .string($0.subject) }) }
        }
    }

    private static let decision = AnswerObject<(bond: Bond, language: Language)> { told in
        told.has("bond", .text) { JSON($0.bond.id) }
        told.has("child", .text) { JSON($0.bond.child) }
        told.has("prisoner", .text) { JSON($0.bond.prisoner) }
        told.has("contact", .words(of: Bond.Contact.self)) { .string($0.bond.contact.rawValue) }
        told.mayHave("due", .day) { $0.bond.reviewOn.map { JSON($0) } }
        told.has("sentence", .text) { .string($0.bond.reviewSentence[$0.language]) }
    }

    private static let calledOff = AnswerObject<(calledOff: CalledOff, language: Language)> { told in
        told.has("household", .text) { JSON($0.calledOff.visit.household) }
        told.has("prisoner", .text) { JSON($0.calledOff.visit.prisoner) }
        told.has("children", .list(.text)) { .strings($0.calledOff.visit.children.map(\.text)) }
        told.has(membersOf: CalledOff.answer) { ($0.calledOff, $0.language) }
    }

    private static let task = AnswerObject<(task: CaseTask, today: Day, language: Language)> { task in
        task.has("task", .words(of: Duty.Task.self)) { .string($0.task.duty.task.rawValue) }
        task.has("due", .day.orNull) { $0.task.duty.due.map { JSON($0) } ?? .null }
        task.has("overdue", .flag) { told in .bool(told.task.duty.due.map { $0 < told.today } ?? false) }
        task.mayHave("since", .day) { $0.task.duty.since.map { JSON($0) } }
        task.mayHave("count", .whole) { $0.task.duty.count.map { .int($0) } }
        task.has("prisoner", .text) { JSON($0.task.prisoner) }
        task.mayHave("household", .text) { $0.task.household.map { JSON($0) } }
        task.has("children", .list(.text)) { .strings($0.task.children.map(\.text)) }
        task.mayHave("visit", .text) { $0.task.visit.map { JSON($0.id) } }
        task.mayHave("number", .text) { $0.task.visit?.number.map { .string(VisitNumber.text($0)) } }
        task.has("sentence", .text) { .string($0.task.duty.sentence[$0.language]) }
        task.has("rule", .text) { .string($0.task.duty.rule) }
        task.has("citation", .text) { .string($0.task.duty.citation[$0.language]) }
        task.has("force", .words(of: TraceStep.Force.self)) { .string($0.task.duty.force.rawValue) }
        task.has("confidence", .words(of: TraceStep.Confidence.self)) {
            .string($0.task.duty.confidence.rawValue)
        }
    }
}
