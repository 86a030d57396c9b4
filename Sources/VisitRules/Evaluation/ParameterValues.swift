import VisitModel

/// What the operator has set, over the packs' defaults.
struct ParameterValues {
    private let declared: [String: RuleParameter]
    private var set: [String: Int?] = [:]

    /// The values of `parameters`. One that cannot be read counts as unset: nothing is computed from it.
    init(of parameters: [Parameter], declared: [String: RuleParameter]) {
        self.declared = declared
        for parameter in parameters {
            guard let declaration = declared[parameter.name] else { continue }
            set[parameter.name] = .some(declaration.number(parameter.value))
        }
    }

    /// The number of the parameter `name`, or nil where it is unset.
    func number(_ name: String) -> Int? {
        if let value = set[name] { return value }
        return declared[name]?.preset
    }

    /// The number of `amount`, or nil where it is left to a parameter that is unset.
    func number(_ amount: Amount) -> Int? {
        switch amount {
        case .fixed(let number): number
        case .parameter(let name): number(name)
        }
    }

    /// `number` as the operator would write it for the parameter `name`.
    func text(_ number: Int, of name: String) -> String {
        declared[name]?.text(number) ?? String(number)
    }

    /// What the parameter `name` decides.
    func explanation(of name: String) -> BilingualText {
        declared[name]?.explanation ?? BilingualText(name)
    }

    /// The last day of `span` when it begins on `day`; nil where its length is unset.
    func lastDay(of span: Span, from day: Day) -> Day? { lastDay(of: span, from: day, number) }

    /// The last day that `span` can have at the most when it begins on `day`, whatever the operator sets.
    func latestDay(of span: Span, from day: Day) -> Day? {
        lastDay(of: span, from: day) { amount in
            switch amount {
            case .fixed(let number): number
            case .parameter(let name): declared[name]?.range.upperBound
            }
        }
    }

    private func lastDay(of span: Span, from day: Day, _ number: (Amount) -> Int?) -> Day? {
        switch span {
        case .days(let amount): number(amount).map { day + ($0 - 1) }
        case .workingDays(let amount): number(amount).map { day.addingWorkingDays($0 - 1) }
        case .months(let amount): number(amount).map { day.anniversary(months: $0) - 1 }
        case .civilMonths(let amount): number(amount).map { day.adding(months: $0) }
        }
    }
}

extension Day {
    /// The working day that many working days after this one, or after the working day that follows it.
    func addingWorkingDays(_ count: Int) -> Day {
        var day = self
        func isFree(_ day: Day) -> Bool { day.weekday == .saturday || day.weekday == .sunday }
        while isFree(day) { day = day + 1 }
        for _ in 0..<max(0, count) {
            day = day + 1
            while isFree(day) { day = day + 1 }
        }
        return day
    }

    /// The first day after so many months that began on this day: the same day of the month, or the first of the next
    /// month where there is no such day. A child born on 29 February turns one on 1 March, as `years(until:)` has it.
    func anniversary(months count: Int) -> Day {
        let last = adding(months: count)
        return last.civil.day == civil.day ? last : last + 1
    }

    /// The whole months from this day to `other`, none where it is earlier.
    func months(until other: Day) -> Int {
        guard other >= self else { return 0 }
        let (a, b) = (civil, other.civil)
        let most = (b.year - a.year) * 12 + b.month - a.month
        return anniversary(months: most) <= other ? most : most - 1
    }

    /// The same day of the month so many months later, or the month's last day where it has no such day.
    func adding(months count: Int) -> Day {
        let (year, month, day) = civil
        let index = year * 12 + month - 1 + count
        let target = Month(year: (index - (index % 12 + 12) % 12) / 12, month: (index % 12 + 12) % 12 + 1)
        return target.firstDay + (min(day, target.lengthInDays) - 1)
    }
}
