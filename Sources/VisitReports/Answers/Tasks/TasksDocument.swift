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
    public var json: JSON {
        .members([
            "format": "visitd-tasks/1",
            "today": JSON(list.today),
            "within": .int(list.within),
            "tasks": .array(list.tasks.map(task)),
        ])
    }

    private func task(_ task: CaseTask) -> JSON {
        .members([
            "task": .string(task.duty.task.rawValue),
            "due": task.duty.due.map { JSON($0) } ?? .null,
            "overdue": .bool(task.duty.due.map { $0 < list.today } ?? false),
            "since": task.duty.since.map { JSON($0) },
            "count": task.duty.count.map { .int($0) },
            "prisoner": JSON(task.prisoner),
            "household": task.household.map { JSON($0) },
            "children": .strings(task.children.map(\.text)),
            "visit": task.visit.map { JSON($0) },
            "sentence": .string(task.duty.sentence[language]),
            "rule": .string(task.duty.rule),
            "citation": .string(task.duty.citation[language]),
            "force": .string(task.duty.force.rawValue),
            "confidence": .string(task.duty.confidence.rawValue),
        ])
    }
}
