import VisitModel

/// The operator's figures for planning and reports, read from the register's `plan.*` and `report.*` parameters.
///
/// None of them comes from a rule: each has a cautious default and can be set in `parameters.csv`.
public struct PlanningParameters: Hashable, Sendable {
    /// How many weeks a plan covers: `plan.weeks`.
    public var weeks = 12
    /// The longest time that should pass between two visits where a bond names none, in days: `plan.max_gap_days`.
    public var maxGapDays = 60
    /// The shortest time between two visits to one prisoner, in days: `plan.min_gap_days`.
    public var minGapDays = 7
    /// How many visits a calendar month has where no rule gives a number: `plan.visits_per_month`.
    public var visitsPerMonth = 1
    /// Proposed visits this many days ahead stay where they are while they are possible: `plan.freeze_days`.
    public var freezeDays = 14
    /// How many days after a child's no to a person the child is asked again: `plan.ask_again_days`.
    public var askAgainDays = 28
    /// How many days a visit that is overdue already may take to be caught up: `plan.catch_up_days`.
    public var catchUpDays = 28
    /// How many journeys an escort makes on one day: `plan.escort_trips_per_day`.
    public var escortTripsPerDay = 1
    /// At how many tables of one session an adult may sit, where the prison does not say: `prison.tables_per_adult`.
    public var tablesPerAdult = 1
    /// What a day of school missed weighs, in minutes of travel: `plan.school.cost`.
    public var schoolCost = 150
    /// What a visit by video is worth, in percent of one in the prison: `plan.video.worth`.
    public var videoValue = 50
    /// How far a video site can be from home, in minutes one way: `plan.video.reach_minutes`.
    public var videoReachMinutes = 90
    /// Whether rules that protect children's contact are lifted above policy and practice: `protectChildContact`.
    public var protectChildContact = false
    /// The smallest number that public statistics show: `report.smallest_count`.
    public var smallestCount = 5

    /// How far a video site can be from home.
    var videoReach: Minutes { Minutes(videoReachMinutes) }
    /// The points by which a visit by video is worth less than one in the prison.
    var videoShortfall: Int { ProblemBuilder.pointsPerVisit * (100 - videoValue) / 100 }

    /// What is wrong with the values that were given.
    public private(set) var findings: [Finding] = []

    /// The figures that `parameters` set, and the defaults for the rest.
    public init(_ parameters: [Parameter] = []) {
        for parameter in parameters {
            switch parameter.name {
            case "plan.weeks": read(parameter, 1...104, into: \.weeks)
            case "plan.max_gap_days": read(parameter, 1...3650, into: \.maxGapDays)
            case "plan.min_gap_days": read(parameter, 0...365, into: \.minGapDays)
            case "plan.visits_per_month": read(parameter, 1...31, into: \.visitsPerMonth)
            case "plan.freeze_days": read(parameter, 0...365, into: \.freezeDays)
            case "plan.ask_again_days": read(parameter, 1...365, into: \.askAgainDays)
            case "plan.catch_up_days": read(parameter, 0...365, into: \.catchUpDays)
            case "plan.escort_trips_per_day": read(parameter, 1...10, into: \.escortTripsPerDay)
            case "prison.tables_per_adult": read(parameter, 1...20, into: \.tablesPerAdult)
            case "plan.school.cost": read(parameter, 0...100_000, into: \.schoolCost)
            case "plan.video.worth": read(parameter, 0...100, into: \.videoValue)
            case "plan.video.reach_minutes": read(parameter, 0...600, into: \.videoReachMinutes)
            case "report.smallest_count": read(parameter, 2...100, into: \.smallestCount)
            case "protectChildContact":
                switch parameter.value.lowercased() {
                case "yes", "true": protectChildContact = true
                case "no", "false": protectChildContact = false
                default: report(parameter, expected: BilingualText(en: "yes or no", zh: "yes 或 no"))
                }
            case "plan.night.cost": break  // The journey's business.
            default:
                if ["plan.", "prison.", "report."].contains(where: parameter.name.hasPrefix) {
                    findings.append(.unknown(parameter))
                }
            }
        }
    }

    private mutating func read(
        _ parameter: Parameter, _ range: ClosedRange<Int>, into field: WritableKeyPath<Self, Int>
    ) {
        if let number = Int(parameter.value), range.contains(number) {
            self[keyPath: field] = number
        } else {
            report(
                parameter,
                expected: BilingualText(
                    en: "a whole number from \(range.lowerBound) to \(range.upperBound)",
                    zh: "\(range.lowerBound) 到 \(range.upperBound) 之间的整数"))
        }
    }

    private mutating func report(_ parameter: Parameter, expected: BilingualText) {
        findings.append(.value(parameter, expected: expected))
    }
}

extension Finding {
    /// A parameter's value is not one.
    package static func value(_ parameter: Parameter, expected: BilingualText) -> Finding {
        Finding(
            .error, code: "parameter-value", subject: "parameter \(parameter.name)",
            sentence: BilingualText(
                en: "The parameter \(parameter.name) is “\(parameter.value)”; expected \(expected.english).",
                zh: "参数 \(parameter.name) 的值为“\(parameter.value)”，应为\(expected.chinese)。"))
    }

    /// There is no such parameter.
    package static func unknown(_ parameter: Parameter) -> Finding {
        Finding(
            .error, code: "parameter-unknown", subject: "parameter \(parameter.name)",
            sentence: BilingualText(
                en: "There is no parameter \(parameter.name).",
                zh: "没有名为 \(parameter.name) 的参数。"),
            advice: BilingualText(
                en: "Perhaps look it up in the guide on parameters.", zh: "可查阅参数说明。"))
    }
}
