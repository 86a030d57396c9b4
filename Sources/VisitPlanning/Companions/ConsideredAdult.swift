import VisitModel

/// An adult who was looked at, and why it cannot be that one.
package struct ConsideredAdult: Hashable, Sendable {
    /// Why an adult cannot go along on a day.
    package enum Obstacle: Hashable, Sendable {
        case doesNotAccompany
        case underAge
        case otherWeekdays([Weekday])
        case notAvailable(DayRange)
        case vettingEnded(Day)
        /// Absent on these days, or for hours of them.
        case absent(DayRange)
        /// Banned as a visitor of the prisoner since that day; nil where no last day is on record.
        case banned(since: Day, until: Day?)
        /// The rules do not admit the children in this company.
        case rules(BilingualText)
    }

    /// Who.
    package let adult: Visit.Companion
    /// The name. Personal data.
    package let name: String
    /// What the adult is to the children; nil for an escort.
    package let relation: Guardian.Relation?
    /// Why not; nil where the adult can.
    package let obstacle: Obstacle?

    init(_ adult: Visit.Companion, name: String, relation: Guardian.Relation?, obstacle: Obstacle?) {
        self.adult = adult
        self.name = name
        self.relation = relation
        self.obstacle = obstacle
    }
}

extension ConsideredAdult.Obstacle {
    /// The reason in a sentence.
    package var sentence: BilingualText {
        switch self {
        case .doesNotAccompany:
            BilingualText(en: "The register says that this adult does not go along.", zh: "登记为不陪同。")
        case .underAge: BilingualText(en: "An adult of at least 18 is needed.", zh: "陪同人须年满18周岁。")
        case .otherWeekdays(let days):
            BilingualText(
                en: "It is not one of this adult's days: \(days.map(\.name.english).joined(separator: ", ")).",
                zh: "当天不在其可陪同的日子（\(days.map(\.name.chinese).joined(separator: "、"))）。")
        case .notAvailable(let days):
            BilingualText(
                en: "The escort is there from \(days.first) to \(days.last) only.",
                zh: "仅在 \(days.first) 至 \(days.last) 期间可以陪同。")
        case .vettingEnded(let day):
            BilingualText(en: "The escort's vetting ends on \(day).", zh: "审查有效期至 \(day)。")
        case .absent(let days):
            BilingualText(en: "This adult cannot that day: absent \(days).", zh: "当天不便陪同（不便日期：\(days)）。")
        case .banned(let since, let until?):
            BilingualText(
                en: "This adult is banned as a visitor from \(since) to \(until).",
                zh: "自 \(since) 至 \(until) 被暂停会见该服刑人员的资格。")
        case .banned(let since, nil):
            BilingualText(
                en: "This adult is banned as a visitor since \(since); no end is on record.",
                zh: "自 \(since) 起被暂停会见该服刑人员的资格，未登记截止日期。")
        case .rules(let sentence): sentence
        }
    }
}

extension ConsideredAdult.Obstacle {
    /// What the register tells of an adult's time.
    init(_ obstacle: Availability.Obstacle) {
        self =
            switch obstacle {
            case .otherWeekdays(let days): .otherWeekdays(days)
            case .notAvailable(let days): .notAvailable(days)
            case .vettingEnded(let day): .vettingEnded(day)
            case .absent(let absence): .absent(absence.days)
            }
    }
}
