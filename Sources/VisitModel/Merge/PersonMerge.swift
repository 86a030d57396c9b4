/// What becomes of two records of one person that are made one: the duplicate's visits, bonds and all else are the kept one's, and
/// its identifier is an alias.
public struct PersonMerge: Hashable, Sendable {
    /// The two records as they were, and the one that is left, each in a register of its own.
    public struct Records: Hashable, Sendable {
        /// The record that stays, as it was.
        public var kept: Register
        /// The record that goes.
        public var duplicate: Register
        /// The record that stays, as it is then.
        public var merged: Register

        /// The records of a merge.
        public init(kept: Register, duplicate: Register, merged: Register) {
            self.kept = kept
            self.duplicate = duplicate
            self.merged = merged
        }
    }

    /// What the duplicate has that becomes the kept record's.
    public enum Entity: String, Sendable, CaseIterable {
        case visits, bonds, events, absences, separations, lines, costs, messages, calendars
    }

    /// The person whose record stays.
    public var kept: Absence.Person
    /// The same person, under the identifier that goes.
    public var duplicate: Absence.Person
    /// The records.
    public var records: Records
    /// How many of each thing become the kept record's; nothing of what there is none.
    public var moved: [Entity: Int] = [:]
    /// What somebody should know of it.
    public var remarks: [MergeRemark] = []
    /// What keeps the two from being made one.
    public var obstacles: [MergeObstacle] = []
    /// What the judge finds of visits afterwards.
    public var review = ReviewOutcome()

    /// A merge of which nothing is known yet but the records.
    public init(kept: Absence.Person, duplicate: Absence.Person, records: Records) {
        self.kept = kept
        self.duplicate = duplicate
        self.records = records
    }
}

extension PersonMerge.Entity {
    /// Its name for people.
    public var name: BilingualText {
        switch self {
        case .visits: BilingualText(en: "visits", zh: "会见")
        case .bonds: BilingualText(en: "bonds", zh: "亲子关系")
        case .events: BilingualText(en: "events", zh: "服刑事件")
        case .absences: BilingualText(en: "absences", zh: "不便日期")
        case .separations: BilingualText(en: "separations", zh: "不得同场")
        case .lines: BilingualText(en: "lines of the visit account", zh: "会见台账明细")
        case .costs: BilingualText(en: "payments", zh: "费用")
        case .messages: BilingualText(en: "messages", zh: "消息")
        case .calendars: BilingualText(en: "calendar subscriptions", zh: "日历订阅")
        }
    }
}
