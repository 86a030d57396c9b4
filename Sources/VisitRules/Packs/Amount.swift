import VisitModel

/// A number in a rule: written in the instrument, or left to the operator.
public enum Amount: Hashable, Sendable {
    /// The instrument gives it.
    case fixed(Int)
    /// The operator's parameter of that name gives it.
    case parameter(String)

    /// The parameter that gives it, if one does.
    public var parameter: String? {
        if case .parameter(let name) = self { name } else { nil }
    }
}

/// What a floor, a cap or a bonus counts.
public enum Measure: String, Sendable, CaseIterable {
    case visits, minutes
    /// All persons at one visit.
    case visitors
    case adults, children
}

/// What a number in a rule is counted over.
public enum CountingPeriod: Hashable, Sendable {
    /// One visit.
    case visit
    case calendarMonth, calendarYear
    /// Consecutive periods of so many days, the first beginning with admission.
    case days(Int)
    /// The days that end with the one in question.
    case trailing(days: Int)

    /// The period for a prisoner admitted on `admitted`; nil for `visit`.
    func period(anchor admitted: Day?) -> Period? {
        switch self {
        case .visit: nil
        case .calendarMonth: .calendarMonth
        case .calendarYear: .calendarYear
        case .days(let count): .days(count, anchor: admitted ?? Self.usualAnchor)
        case .trailing(let days): .trailing(days: days)
        }
    }

    /// How long it lasts, in parts of which a day has `partsPerDay`, for comparing numbers over different periods.
    /// Years and months are those of the mean of the Gregorian calendar; both are whole numbers of parts, so that
    /// comparisons are exact.
    var parts: Int {
        switch self {
        case .visit: Self.partsPerDay
        case .calendarMonth: GregorianCycle.days
        case .calendarYear: 12 * GregorianCycle.days
        case .days(let count), .trailing(let count): count * Self.partsPerDay
        }
    }

    /// The parts of a day.
    static let partsPerDay = GregorianCycle.months

    /// A Monday; where the day of admission is not known, periods are counted from it.
    private static let usualAnchor = Day(number: 4)
}

/// How long something lasts that an event began.
public enum Span: Hashable, Sendable {
    case days(Amount)
    /// Mondays to Fridays. Public holidays are not known here and can make it longer.
    case workingDays(Amount)
    /// Months of which the first begins on the day itself: they end on the day before the same day of the last month, or
    /// with that month where it has no such day. So an age is counted too.
    case months(Amount)
    /// Months by articles 201 and 202 of China's Civil Code: the day itself is not counted, and they end on the same day
    /// of the last month, or with that month where it has no such day.
    case civilMonths(Amount)

    /// The number of days or months.
    public var amount: Amount {
        switch self {
        case .days(let amount), .workingDays(let amount), .months(let amount), .civilMonths(let amount): amount
        }
    }
}
