import VisitModel

/// The parts of a `visitd-ledger/1` document.
extension CaseReader {
    private enum OrderKind: String, CaseIterable {
        case visit, privilege

        var unit: LedgerEntry.Unit {
            switch self {
            case .visit: .visitOrder
            case .privilege: .privilegeOrder
            }
        }
    }

    private enum OrderState: String, CaseIterable {
        case available, accumulated
    }

    private enum EventType: String, CaseIterable {
        case booked, cancelled, adjusted, admitted, merged
    }

    /// The ledger at the root; nil after noting what is wrong.
    mutating func ledger(_ root: CaseValue) -> LedgerCase? {
        let known = ["format", "start", "days", "policy", "opening", "events"]
        guard let fields = fields(root, at: "$", known: known) else { return nil }
        checkFormat("visitd-ledger/1", of: fields)
        let isStarted = required("start", of: fields) != nil
        let start = isStarted ? day("start", of: fields) : nil
        let isLong = required("days", of: fields) != nil
        let count = isLong ? number("days", of: fields, in: 1...3660) : nil
        let policy = requiredFields("policy", of: fields, known: ["visitOrders", "privilegeOrders"])
            .flatMap { self.policy($0) }
        guard let start, let count, let policy else { return nil }
        let days = DayRange(from: start, days: count)
        let opening = opening(of: fields, before: start)
        return LedgerCase(days: days, policy: policy, opening: opening, events: events(of: fields, within: days))
    }

    private mutating func policy(_ fields: CaseFields) -> VisitOrderPolicy? {
        guard
            let visits = requiredFields(
                "visitOrders", of: fields, known: ["every", "amount", "accumulateAfter", "cap"]),
            required("amount", of: visits) != nil, let amount = number("amount", of: visits, in: 0...100)
        else { return nil }
        var policy = VisitOrderPolicy(amount: amount)
        policy.every = number("every", of: visits, in: 1...366) ?? policy.every
        policy.accumulateAfter = number("accumulateAfter", of: visits, in: 1...3660) ?? policy.accumulateAfter
        policy.cap = number("cap", of: visits, in: 0...1000) ?? policy.cap
        guard let value = fields.value("privilegeOrders") else { return policy }
        guard
            let privileges = self.fields(
                value, at: fields.path("privilegeOrders"), known: ["every", "amount", "expireAfter"]),
            required("amount", of: privileges) != nil,
            let privilegeAmount = number("amount", of: privileges, in: 0...100)
        else { return nil }
        policy.privilegeAmount = privilegeAmount
        policy.privilegeEvery = number("every", of: privileges, in: 1...366) ?? policy.privilegeEvery
        policy.privilegeExpireAfter = number("expireAfter", of: privileges, in: 1...3660) ?? policy.privilegeExpireAfter
        return policy
    }

    private mutating func opening(of document: CaseFields, before start: Day) -> VisitAccount {
        guard let value = document.value("opening"),
            let fields = fields(
                value, at: document.path("opening"),
                known: ["lastVisitOrder", "lastPrivilegeOrder", "orders", "debt"])
        else { return VisitAccount() }
        var orders: [VisitAccount.Order] = []
        for (path, value) in list("orders", of: fields) { orders += self.orders(value, at: path, before: start) }
        var debts: [VisitAccount.Debt] = []
        if let value = fields.value("debt"),
            let debt = self.fields(value, at: fields.path("debt"), known: OrderKind.allCases.map(\.rawValue))
        {
            for kind in OrderKind.allCases {
                let count = number(kind.rawValue, of: debt, in: 0...1000) ?? 0
                debts += Array(repeating: VisitAccount.Debt(unit: kind.unit, visit: nil), count: count)
            }
        }
        return VisitAccount(
            orders: orders, debts: debts, lastVisitOrder: day("lastVisitOrder", of: fields),
            lastPrivilegeOrder: day("lastPrivilegeOrder", of: fields))
    }

    private mutating func orders(_ value: CaseValue, at path: String, before start: Day) -> [VisitAccount.Order] {
        guard let fields = fields(value, at: path, known: ["kind", "state", "created", "count"]) else { return [] }
        let isKnown = ["kind", "state", "created", "count"].map { required($0, of: fields) != nil }
        let kind = word("kind", of: fields, as: OrderKind.self)
        let state = word("state", of: fields, as: OrderState.self)
        let created = day("created", of: fields)
        let count = number("count", of: fields, in: 0...1000)
        guard !isKnown.contains(false), let kind, let state, let created, let count else { return [] }
        if created > start {
            report(
                "unexpected-value", fields.path("created"), en: "The order is from \(created), after the first day.",
                zh: "该探访令日期 \(created) 晚于起始日。")
        }
        if kind == .privilege, state == .accumulated {
            report(
                "unexpected-value", fields.path("state"), en: "Privilege orders are never accumulated; they expire.",
                zh: "优待探访令不会累积，只会过期。")
        }
        let order = VisitAccount.Order(unit: kind.unit, since: created, isAccumulated: state == .accumulated)
        return Array(repeating: order, count: count)
    }

    private mutating func events(of document: CaseFields, within days: DayRange) -> [LedgerCase.Event] {
        var events: [LedgerCase.Event] = []
        for (path, value) in list("events", of: document) {
            guard let fields = fields(value, at: path, known: ["date", "type", "visit", "amount", "kind"]) else {
                continue
            }
            let isDated = required("date", of: fields) != nil
            let isTyped = required("type", of: fields) != nil
            let date = day("date", of: fields)
            let type = word("type", of: fields, as: EventType.self)
            guard isDated, isTyped, let date, let type else { continue }
            guard days.contains(date) else {
                report(
                    "unexpected-value", fields.path("date"), en: "The day \(date) is not one of \(days).",
                    zh: "日期 \(date) 不在 \(days) 之内。")
                continue
            }
            if let act = act(type, fields) { events.append(LedgerCase.Event(date: date, act: act)) }
        }
        return events.enumerated().sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }
            .map(\.element)
    }

    private mutating func act(_ type: EventType, _ fields: CaseFields) -> LedgerCase.Event.Act? {
        let unit = (word("kind", of: fields, as: OrderKind.self) ?? .visit).unit
        switch type {
        case .booked: return visit(of: fields).map { .booked($0) }
        case .cancelled: return visit(of: fields).map { .cancelled($0) }
        case .admitted: return .admitted
        case .adjusted: return amount(of: fields).map { .adjusted(unit, by: $0) }
        case .merged: return amount(of: fields).map { .merged(unit, balance: $0) }
        }
    }

    private mutating func visit(of fields: CaseFields) -> Identifier<Visit>? {
        guard required("visit", of: fields) != nil, let id = text("visit", of: fields) else { return nil }
        return Identifier(id)
    }

    private mutating func amount(of fields: CaseFields) -> Int? {
        required("amount", of: fields) == nil ? nil : number("amount", of: fields, in: -1000...1000)
    }
}
