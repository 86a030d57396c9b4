import VisitModel

/// What is to be done, as of a day.
public struct TaskList: Sendable {
    /// The day.
    public var today: Day
    /// How many days ahead it looks.
    public var within: Int
    /// The tasks: those that are overdue first, those without a day last.
    public var tasks: [CaseTask]
    /// Visits that do not hold: somebody must decide what becomes of them. Those that are agreed first.
    public var flagged: [ReviewOutcome.Noted]
    /// Decisions against contact that are due to be reviewed, the child being asked first.
    public var decisions: [Bond]
    /// Visits that people had asked for or agreed and that were called off: somebody must tell the family. By date.
    public var calledOff: [CalledOff]
    /// What the flags name, as people call it; of people it holds identifiers alone.
    public var names: FlagNames

    /// A list.
    public init(
        today: Day, within: Int, tasks: [CaseTask], flagged: [ReviewOutcome.Noted] = [], decisions: [Bond] = [],
        calledOff: [CalledOff] = [], names: FlagNames = .none
    ) {
        self.today = today
        self.within = within
        self.tasks = tasks
        self.flagged = flagged
        self.decisions = decisions
        self.calledOff = calledOff
        self.names = names
    }
}
