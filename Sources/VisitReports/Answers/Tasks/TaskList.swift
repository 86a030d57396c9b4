import VisitModel

/// What is to be done, as of a day.
public struct TaskList: Sendable {
    /// The day.
    public var today: Day
    /// How many days ahead it looks.
    public var within: Int
    /// The tasks: those that are overdue first, those without a day last.
    public var tasks: [CaseTask]

    /// A list.
    public init(today: Day, within: Int, tasks: [CaseTask]) {
        self.today = today
        self.within = within
        self.tasks = tasks
    }
}
