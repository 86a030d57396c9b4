import VisitPlanning

/// What a night did.
public struct NightReport: Sendable {
    /// What files were written.
    public struct Files: Hashable, Sendable {
        /// The folder.
        public var folder: String
        /// Calendars, without names.
        public var calendars: Desk.ExportReport
        /// Reports, with names, by the language that they were written in; those for households are in the household's.
        public var reports: Desk.ExportReport
    }

    /// What became of the plan.
    public var plan: PlanReport
    /// What files were written; nil where none were asked for.
    public var files: Files?
    /// How many messages are new; nil where the operator has not turned messages on.
    public var messages: Int?

    init(plan: PlanReport, files: Files? = nil, messages: Int? = nil) {
        self.plan = plan
        self.files = files
        self.messages = messages
    }
}
