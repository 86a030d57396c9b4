import VisitFormats
import VisitModel

extension ProblemReader {
    mutating func readPrisoners() {
        for (i, node) in requiredElements("prisoners").enumerated() {
            let path = "prisoners[\(i)]"
            let id = faults.text("id", of: node, path) ?? ""
            prisonerNumbers[id] = prisonerNumbers[id] ?? i
            let prison = reference("prison", of: node, in: prisonNumbers, path)
            let quota = quota(of: node, path)
            draft.prisoners.append(
                Problem.Prisoner(
                    id: Identifier(id), prison: prison.map { PrisonIndex($0) } ?? .unknown, quota: quota,
                    used: used(of: node, quota.period, path), minGap: faults.integer("minGap", of: node, path) ?? 0))
            unavailable.append(faults.ranges("unavailable", of: node, path))
        }
    }

    private mutating func quota(of prisoner: Int, _ path: String) -> Problem.Quota {
        guard let node = faults.required("quota", of: prisoner, path) else { return Problem.Quota(visits: 0) }
        var quota = Problem.Quota(visits: faults.integer("visits", of: node, "\(path).quota") ?? 0)
        quota.minutes = faults.present("minutes", of: node).flatMap { faults.integer($0, "\(path).quota.minutes") }
        guard let period = faults.present("period", of: node) else { return quota }
        let own = "\(path).quota.period"
        switch tape.kind(period) {
        case .object:
            guard let days = faults.integer("days", of: period, own), let anchor = faults.day("anchor", of: period, own)
            else { return quota }
            guard days >= 1 else {
                faults.report(
                    "number-out-of-range", "\(own).days", "\(days) is not possible here; expected 1 or more.",
                    "数值 \(days) 不合理，应不小于 1。")
                return quota
            }
            quota.period = .days(days, anchor: anchor)
        case .null, .bool, .number, .string, .array:
            guard tape.text(period) != "calendarMonth" else { return quota }
            faults.expected("calendarMonth or {days, anchor}", "calendarMonth 或 {days, anchor}", period, own)
        }
        return quota
    }

    private mutating func used(of prisoner: Int, _ period: Period, _ path: String) -> [Problem.UsedVisits] {
        guard let node = faults.present("used", of: prisoner) else { return [] }
        var used: [Problem.UsedVisits] = []
        for (name, value) in tape.members(of: node) {
            guard let visits = faults.integer(value, "\(path).used.\(name)") else { continue }
            if let day = Self.firstDay(name, of: period) {
                used.append(Problem.UsedVisits(day: day, visits: visits))
            } else {
                faults.warn(
                    "used-period-unknown", "\(path).used.\(name)",
                    "\(name) is not the name of a quota period of this prisoner; its visits do not count.",
                    "\(name) 不是该服刑人员的配额周期，所记次数不计入。")
            }
        }
        return used
    }

    /// The first day of the period that `name` names: `YYYY-MM` for months, its first day otherwise.
    private static func firstDay(_ name: String, of period: Period) -> Day? {
        switch period {
        case .calendarMonth: return Month(name)?.firstDay
        case .days, .calendarYear, .trailing:
            guard let day = Day(name), period.days(around: day).first == day else { return nil }
            return day
        }
    }

    mutating func readEscorts() {
        for (i, node) in faults.list("escorts", of: 0, "$").enumerated() {
            let path = "escorts[\(i)]"
            guard let id = faults.text("home", of: node, path), let from = faults.day("from", of: node, path),
                let to = faults.day("to", of: node, path)
            else { continue }
            draft.escorts.append(
                Problem.EscortRow(
                    home: home(id), weekdays: faults.weekdays(of: node, path), firstDay: from - draft.start,
                    lastDay: to - draft.start, trips: faults.integer("count", of: node, path) ?? 0,
                    maxChildren: faults.integer("maxChildren", of: node, path) ?? 1))
        }
        for (i, node) in faults.list("trips", of: 0, "$").enumerated() {
            let path = "trips[\(i)]"
            guard let id = faults.text("home", of: node, path) else { continue }
            let prison = reference("prison", of: node, in: prisonNumbers, path)
            let session =
                faults.present("session", of: node) == nil
                ? nil : reference("session", of: node, in: sessionNumbers, path).map { SessionIndex($0) } ?? .unknown
            draft.trips.append(
                Problem.TripCharge(
                    home: home(id), prison: prison.map { PrisonIndex($0) } ?? .unknown, session: session,
                    cost: faults.integer("cost", of: node, path) ?? 0,
                    money: faults.integer("money", of: node, path) ?? 0,
                    daysBefore: faults.integer("daysBefore", of: node, default: 0, path),
                    daysAfter: faults.integer("daysAfter", of: node, default: 0, path)))
        }
    }

    mutating func readPlans() {
        draft.fixed = readVisits("fixed")
        draft.published = readVisits("published")
    }

    private mutating func readVisits(_ name: StaticString) -> [Assignment] {
        var visits: [Assignment] = []
        for (i, node) in faults.list(name, of: 0, "$").enumerated() {
            let request = reference("request", of: node, in: requestNumbers, "\(name)[\(i)]")
            let session = reference("session", of: node, in: sessionNumbers, "\(name)[\(i)]")
            guard let request, let session else { continue }
            visits.append(Assignment(request: RequestIndex(request), session: SessionIndex(session)))
        }
        return visits
    }

    mutating func readBudgetsAndLinks() {
        for (i, node) in faults.list("budgets", of: 0, "$").enumerated() {
            let path = "budgets[\(i)]"
            guard let value = faults.required("month", of: node, path) else { continue }
            guard let month = tape.text(value).flatMap({ Month($0) }) else {
                faults.expected("a month as YYYY-MM", "月份，格式为 YYYY-MM", value, "\(path).month")
                continue
            }
            draft.budgets.append(
                Problem.Budget(month: month, money: faults.integer("money", of: node, path) ?? 0))
        }
        for (i, node) in faults.list("links", of: 0, "$").enumerated() {
            let path = "links[\(i)]"
            guard let value = faults.required("requests", of: node, path) else { continue }
            let ends = faults.list(value, "\(path).requests")
            guard ends.count == 2 else {
                faults.expected("two requests", "两个申请", value, "\(path).requests")
                continue
            }
            let first = reference(ends[0], in: requestNumbers, "\(path).requests[0]")
            let second = reference(ends[1], in: requestNumbers, "\(path).requests[1]")
            guard let first, let second else { continue }
            draft.links.append(
                Problem.Link(
                    RequestIndex(first), RequestIndex(second),
                    maxDaysApart: faults.integer("maxDaysApart", of: node, path) ?? 0,
                    saving: faults.integer("saving", of: node, path) ?? 0))
        }
    }
}
