import VisitFormats
import VisitModel

extension ProblemReader {
    mutating func readRequests() {
        for (i, node) in requiredElements("requests").enumerated() {
            let path = { "requests[\(i)]" }
            let id = faults.text("id", of: node, path()) ?? ""
            requestNumbers[id] = requestNumbers[id] ?? i
            let family = faults.text("family", of: node, path()) ?? ""
            let familyNumber = familyNumbers[family] ?? familyNumbers.count
            familyNumbers[family] = familyNumber
            let prisoner = reference("prisoner", of: node, in: prisonerNumbers, path())
            let request = Problem.Request(
                id: Identifier(id), family: FamilyIndex(familyNumber),
                prisoner: prisoner.map { PrisonerIndex($0) } ?? .unknown,
                party: faults.integer("party", of: node, path()) ?? 1,
                children: faults.integer("children", of: node, path()) ?? 0,
                lastVisit: faults.present("lastVisit", of: node).flatMap { value in
                    faults.day(value, "\(path()).lastVisit").map { $0 - draft.start }
                },
                maxGap: faults.integer("maxGap", of: node, path()) ?? 0, escortHome: escortHome(of: node, path()))
            draft.add(request, options: options(of: node, prisoner: prisoner, path()))
        }
    }

    private mutating func escortHome(of node: Int, _ path: @autoclosure () -> String) -> EscortHomeIndex? {
        guard let value = faults.present("escortHome", of: node) else { return nil }
        if let id = tape.text(value), !id.isEmpty { return home(id) }
        faults.expected("the id of a home", "住处标识", value, "\(path()).escortHome")
        return nil
    }

    private mutating func options(of node: Int, prisoner: Int?, _ path: @autoclosure () -> String) -> [Problem.Option] {
        guard let value = faults.required("options", of: node, path()) else { return [] }
        switch tape.kind(value) {
        case .array: return explicitOptions(value, prisoner, "\(path()).options")
        case .object:
            guard let rule = faults.required("rule", of: value, "\(path()).options") else { return [] }
            let visitRule = visitRule(rule, "\(path()).options.rule")
            return prisoner.map { expand(visitRule, for: $0) } ?? []
        case .string where tape.text(value) == "all": return prisoner.map { expand(VisitRule(), for: $0) } ?? []
        case .null, .bool, .number, .string:
            faults.expected("\"all\", a rule or a list", "\"all\"、规则或列表", value, "\(path()).options")
            return []
        }
    }

    private mutating func explicitOptions(
        _ node: Int, _ prisoner: Int?, _ path: @autoclosure () -> String
    ) -> [Problem.Option] {
        var options: [Problem.Option] = []
        for (i, entry) in tape.elements(of: node).enumerated() {
            func own() -> String { "\(path())[\(i)]" }
            let parts = faults.list(entry, own())
            guard (2...3).contains(parts.count) else {
                faults.expected("[session, cost, money]", "[场次, 负担, 费用]", entry, own())
                continue
            }
            guard let session = reference(parts[0], in: sessionNumbers, "\(own())[0]"),
                let cost = faults.integer(parts[1], "\(own())[1]"),
                let money = parts.count > 2 ? faults.integer(parts[2], "\(own())[2]") : 0
            else { continue }
            expectAmount(cost, "\(own())[1]")
            expectAmount(money, "\(own())[2]")
            guard isOpen[session], let prisoner, isAvailable(prisoner, on: draft.sessions[session].day) else {
                continue
            }
            options.append(Problem.Option(session: SessionIndex(session), cost: cost, money: money))
        }
        return options
    }

    private mutating func expectAmount(_ amount: Int, _ path: @autoclosure () -> String) {
        guard !(0...ProblemInspection.Limit.amount).contains(amount) else { return }
        faults.report(
            "number-out-of-range", path(),
            "\(amount) is not possible here; expected 0 to \(ProblemInspection.Limit.amount).",
            "数值 \(amount) 超出范围，应为 0 至 \(ProblemInspection.Limit.amount)。")
    }

    /// A rule as the document writes it: which sessions a household can reach, and at what price.
    struct VisitRule {
        var weekdays = Set(Weekday.allCases)
        var earliest = 0
        var latestEnd = 1440
        var cost = 0
        var money = 0
        var schoolDays: [Bool] = []
        var schoolCost = 0
        var night: (cost: Int, money: Int)?
        var except: [DayRange] = []
    }

    private mutating func visitRule(_ node: Int, _ path: @autoclosure () -> String) -> VisitRule {
        var rule = VisitRule()
        rule.weekdays = faults.weekdays(of: node, path())
        rule.earliest = faults.clock("earliest", of: node, default: 0, path())
        rule.latestEnd = faults.clock("latestEnd", of: node, default: 1440, path())
        rule.cost = amount("cost", of: node, path())
        rule.money = amount("money", of: node, path())
        rule.schoolCost = amount("schoolCost", of: node, path())
        rule.except = faults.ranges("except", of: node, path())
        if let calendar = faults.present("calendar", of: node) {
            if let id = tape.text(calendar), let days = calendars[id] {
                rule.schoolDays = days
            } else {
                faults.report(
                    "unknown-id", "\(path()).calendar", "There is no calendar \(tape.excerpt(calendar)).",
                    "没有校历 \(tape.excerpt(calendar))。")
            }
        }
        if let night = faults.present("night", of: node), !tape.members(of: night).isEmpty {
            rule.night = (amount("cost", of: night, "\(path()).night"), amount("money", of: night, "\(path()).night"))
        }
        return rule
    }

    private mutating func amount(_ name: StaticString, of node: Int, _ path: @autoclosure () -> String) -> Int {
        let amount = faults.integer(name, of: node, default: 0, path())
        expectAmount(amount, "\(path()).\(name)")
        return amount
    }

    private func expand(_ rule: VisitRule, for prisoner: Int) -> [Problem.Option] {
        guard let prison = draft.prisoners[prisoner].prison == .unknown ? nil : draft.prisoners[prisoner].prison else {
            return []
        }
        let mondays = draft.start.weekday.rawValue - 1
        let isVisitingDay = Weekday.allCases.map { rule.weekdays.contains($0) }
        var options: [Problem.Option] = []
        for index in openSessions[prison.position] {
            let session = draft.sessions[index.position]
            guard isVisitingDay[(mondays + session.day) % 7], session.startMinute + session.minutes <= rule.latestEnd,
                isAvailable(prisoner, on: session.day),
                rule.except.isEmpty || !rule.except.contains(where: { $0.contains(draft.start + session.day) })
            else { continue }
            var (cost, money) = (rule.cost, rule.money)
            if session.startMinute < rule.earliest {
                guard let night = rule.night else { continue }
                cost += night.cost
                money += night.money
            }
            // 16:00: a session that starts later does not cost a school day.
            if !rule.schoolDays.isEmpty, rule.schoolDays[session.day], session.startMinute < 960 {
                cost += rule.schoolCost
            }
            options.append(Problem.Option(session: index, cost: cost, money: money))
        }
        return options
    }

    private func isAvailable(_ prisoner: Int, on day: Int) -> Bool {
        unavailable[prisoner].isEmpty || !unavailable[prisoner].contains { $0.contains(draft.start + day) }
    }
}
