import VisitModel

/// What a night did.
public struct NightSummary: Sendable {
    /// What became of the plan. The raw values are those of `visitd-night/1`.
    public enum Outcome: String, Sendable, CaseIterable {
        case published
        /// Nothing had changed since the plan before, which stays.
        case unchanged
        case dryRun = "dry-run"
    }

    /// How many files of a kind were written, removed, and left as they were.
    public struct FileCounts: Hashable, Sendable {
        /// Files that were written because they differed.
        public var written: Int
        /// Files that were removed because nothing belongs into them any more.
        public var removed: Int
        /// Files that were as they should be.
        public var unchanged: Int

        /// Numbers of files.
        public init(written: Int, removed: Int, unchanged: Int) {
            self.written = written
            self.removed = removed
            self.unchanged = unchanged
        }
    }

    /// What was written for people to read.
    public struct Files: Hashable, Sendable {
        /// The folder.
        public var folder: String
        /// Calendars, without names.
        public var calendars: FileCounts
        /// Reports, with names.
        public var reports: FileCounts

        /// Files in a folder.
        public init(folder: String, calendars: FileCounts, reports: FileCounts) {
            self.folder = folder
            self.calendars = calendars
            self.reports = reports
        }
    }

    /// The plan.
    public var plan: Plan
    /// What became of it.
    public var outcome: Outcome
    /// How many children there are.
    public var children: Int
    /// How many of them have a visit ahead.
    public var childrenWithVisit: Int
    /// What was written; nil where no files were asked for.
    public var files: Files?
    /// How many messages are new; nil where the operator has not turned messages on.
    public var messages: Int?
    /// What was found in the data.
    public var findings: [Finding]

    /// What a night did.
    public init(
        plan: Plan, outcome: Outcome, children: Int, childrenWithVisit: Int, files: Files?, messages: Int?,
        findings: [Finding]
    ) {
        self.plan = plan
        self.outcome = outcome
        self.children = children
        self.childrenWithVisit = childrenWithVisit
        self.files = files
        self.messages = messages
        self.findings = findings
    }
}
