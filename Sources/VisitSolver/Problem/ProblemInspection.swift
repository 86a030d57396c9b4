import VisitModel

/// Looks through a draft for everything that would make it unsolvable or its numbers meaningless.
struct ProblemInspection {
    /// Numbers beyond these are taken for mistakes; within them no sum of the solver overflows.
    enum Limit {
        static let days = 3660
        static let dayOffset = 100_000
        static let persons = 1000
        static let count = 100_000
        static let amount = 1_000_000_000
        static let budget = 1_000_000_000_000_000
        static let score = 1e15
    }

    private let draft: ProblemDraft
    private(set) var findings: [Finding] = []

    init(_ draft: ProblemDraft) {
        self.draft = draft
    }

    var isClean: Bool { !findings.contains { $0.severity == .error } }

    mutating func run() {
        inspectFrame()
        inspectPrisons()
        inspectPrisoners()
        inspectRequests()
        inspectOptions()
        inspectEscorts()
        inspectBudgetsAndLinks()
        inspectPlans()
        if isClean { inspectMagnitude() }
    }

    private mutating func inspectFrame() {
        expect(draft.days, "days", 1...Limit.days)
        expect(draft.catchUp, "catchUp", 0...Limit.dayOffset)
        let weights = draft.weights
        let named = [
            ("covered", weights.covered), ("visit", weights.visit), ("minute", weights.minute),
            ("neglect", weights.neglect), ("spacing", weights.spacing), ("change", weights.change),
            ("cost", weights.cost),
        ]
        for (name, value) in named { expect(value, "objective.\(name)", 0...Limit.amount) }
    }

    private mutating func inspectPrisons() {
        expectDistinct(draft.prisons.map(\.id.text), "prisons")
        for (i, prison) in draft.prisons.enumerated() {
            expect(prison.tableSeats, "prisons[\(i)].tableSeats", 1...Limit.persons)
        }
        expectDistinct(draft.sessions.map(\.id.text), "sessions")
        for (i, session) in draft.sessions.enumerated() {
            expect(session.prison, of: draft.prisons.count, "sessions[\(i)].prison")
            expect(session.day, "sessions[\(i)].start", -Limit.dayOffset...Limit.dayOffset)
            expect(session.startMinute, "sessions[\(i)].start", 0...1439)
            expect(session.minutes, "sessions[\(i)].minutes", 1...1440)
            expect(session.tables, "sessions[\(i)].tables", 0...Limit.count)
            if let seats = session.seats { expect(seats, "sessions[\(i)].seats", 0...Limit.count) }
        }
    }

    private mutating func inspectPrisoners() {
        expectDistinct(draft.prisoners.map(\.id.text), "prisoners")
        for (i, prisoner) in draft.prisoners.enumerated() {
            expect(prisoner.prison, of: draft.prisons.count, "prisoners[\(i)].prison")
            expect(prisoner.quota.visits, "prisoners[\(i)].quota.visits", 0...Limit.count)
            if let minutes = prisoner.quota.minutes {
                expect(minutes, "prisoners[\(i)].quota.minutes", 0...Limit.amount)
            }
            switch prisoner.quota.period {
            case .calendarMonth, .calendarYear: break
            case .days(let count, let anchor):
                expect(count, "prisoners[\(i)].quota.period.days", 1...Limit.dayOffset)
                expect(anchor - draft.start, "prisoners[\(i)].quota.period.anchor", -Limit.dayOffset...Limit.dayOffset)
            case .trailing:
                fault(
                    "quota-period-trails", "prisoners[\(i)].quota.period",
                    "A quota counts calendar months, calendar years or n days from an anchor, not a trailing window.",
                    "配额周期须为自然月、自然年或自某日起每 n 天，不支持滚动区间。")
            }
            for used in prisoner.used { expect(used.visits, "prisoners[\(i)].used", 0...Limit.count) }
            expect(prisoner.minGap, "prisoners[\(i)].minGap", 0...Limit.days)
        }
    }

    private mutating func inspectRequests() {
        expectDistinct(draft.requests.map(\.id.text), "requests")
        for (i, request) in draft.requests.enumerated() {
            expect(request.prisoner, of: draft.prisoners.count, "requests[\(i)].prisoner")
            expect(request.party, "requests[\(i)].party", 1...Limit.persons)
            expect(request.children, "requests[\(i)].children", 0...Limit.persons)
            expect(request.maxGap, "requests[\(i)].maxGap", 0...Limit.dayOffset)
            if let last = request.lastVisit {
                expect(last, "requests[\(i)].lastVisit", -Limit.dayOffset...Limit.dayOffset)
            }
            if let home = request.escortHome {
                expect(home, of: draft.escortHomes.count, "requests[\(i)].escortHome")
            }
        }
    }

    private mutating func inspectOptions() {
        var seenAt = [Int32](repeating: -1, count: draft.sessions.count)
        for i in draft.requests.indices {
            for (j, option) in draft.options(of: i).enumerated() {
                let path = "requests[\(i)].options[\(j)]"
                guard draft.sessions.indices.contains(Int(option.session.number)) else {
                    expect(option.session, of: draft.sessions.count, path)
                    continue
                }
                expect(Int(option.cost), path, 0...Limit.amount)
                expect(Int(option.money), path, 0...Limit.amount)
                if seenAt[option.session.position] == Int32(i) {
                    let id = draft.sessions[option.session.position].id
                    fault(
                        "duplicate-option", path, "The session \(id) is an option of this request already.",
                        "场次 \(id) 已在此申请的可选范围内。")
                }
                seenAt[option.session.position] = Int32(i)
            }
        }
    }

    private mutating func inspectEscorts() {
        for (i, row) in draft.escorts.enumerated() {
            expect(row.home, of: draft.escortHomes.count, "escorts[\(i)].home")
            expect(row.trips, "escorts[\(i)].count", 0...Limit.count)
            expect(row.maxChildren, "escorts[\(i)].maxChildren", 1...Limit.persons)
            if row.lastDay < row.firstDay {
                fault(
                    "range-ends-before-it-begins", "escorts[\(i)].to", "The escorts' days end before they begin.",
                    "陪同的截止日期早于起始日期。")
            }
        }
        for (i, trip) in draft.trips.enumerated() {
            expect(trip.home, of: draft.escortHomes.count, "trips[\(i)].home")
            expect(trip.prison, of: draft.prisons.count, "trips[\(i)].prison")
            expect(trip.cost, "trips[\(i)].cost", 0...Limit.amount)
            expect(trip.money, "trips[\(i)].money", 0...Limit.amount)
            if let session = trip.session { expect(session, of: draft.sessions.count, "trips[\(i)].session") }
            expect(trip.daysBefore, "trips[\(i)].daysBefore", 0...Limit.days)
            expect(trip.daysAfter, "trips[\(i)].daysAfter", 0...Limit.days)
        }
    }

    private mutating func inspectBudgetsAndLinks() {
        for (i, budget) in draft.budgets.enumerated() {
            expect(budget.money, "budgets[\(i)].money", 0...Limit.budget)
            expect(budget.purse.payer, "budgets[\(i)].payer", 0...Limit.count)
        }
        for (i, link) in draft.links.enumerated() {
            expect(link.first, of: draft.requests.count, "links[\(i)].requests[0]")
            expect(link.second, of: draft.requests.count, "links[\(i)].requests[1]")
            expect(link.maxDaysApart, "links[\(i)].maxDaysApart", 0...Limit.days)
            expect(link.saving, "links[\(i)].saving", 0...Limit.amount)
            if link.first == link.second, link.first != .unknown {
                fault(
                    "link-to-itself", "links[\(i)].requests", "The link joins a request to itself.",
                    "关联的两个申请是同一个。")
            }
        }
    }

    private mutating func inspectPlans() {
        for (name, visits) in [("fixed", draft.fixed), ("published", draft.published)] {
            for (i, visit) in visits.enumerated() {
                expect(visit.request, of: draft.requests.count, "\(name)[\(i)].request")
                expect(visit.session, of: draft.sessions.count, "\(name)[\(i)].session")
            }
        }
    }

    /// Sums in floating point the most that any plan could gain or lose.
    private mutating func inspectMagnitude() {
        let weights = draft.weights
        var total = Double(draft.published.count) * Double(weights.change)
        for (i, request) in draft.requests.enumerated() {
            let span = Double(draft.days) + Double(abs(request.lastVisit ?? 0)) + Double(request.maxGap)
            let costs = draft.options(of: i).reduce(0.0) { $0 + Double($1.cost) }
            let visits = Double(min(draft.options(of: i).count, draft.days))
            total += Double(request.children) * (Double(weights.covered) + Double(weights.neglect) * span * span)
            total += Double(weights.spacing) * span * span + Double(weights.cost) * costs
            total += visits * (Double(weights.visit) + Double(weights.minute) * 1440)
        }
        let charge = draft.trips.map(\.cost).max() ?? 0
        total += Double(draft.fixed.count + draft.requests.count) * Double(draft.days) * Double(charge * weights.cost)
        guard total > Limit.score else { return }
        fault(
            "numbers-too-large", "objective",
            "Scores of up to \(total) could arise; at most \(Limit.score) can be compared exactly.",
            "评分可能高达 \(total)，超过可精确比较的 \(Limit.score)。",
            advice: BilingualText(
                en: "Perhaps a weight or a cost has too many digits.", zh: "也许某个权重或成本多写了几位。"))
    }

    // MARK: Faults

    private mutating func expect(_ value: Int, _ path: @autoclosure () -> String, _ range: ClosedRange<Int>) {
        guard !range.contains(value) else { return }
        fault(
            "number-out-of-range", path(),
            "\(value) is not possible here; expected \(range.lowerBound) to \(range.upperBound).",
            "数值 \(value) 超出范围，应为 \(range.lowerBound) 至 \(range.upperBound)。")
    }

    private mutating func expect<Entity>(
        _ index: DenseIndex<Entity>, of count: Int, _ path: @autoclosure () -> String
    ) {
        guard index != .unknown, index.position >= count else { return }
        fault(
            "unknown-index", path(), "Nothing stands at position \(index.position); there are \(count).",
            "位置 \(index.position) 不存在，共有 \(count) 项。")
    }

    private mutating func expectDistinct(_ ids: [String], _ list: String) {
        var first: [String: Int] = Dictionary(minimumCapacity: ids.count)
        for (i, id) in ids.enumerated() {
            if let earlier = first.updateValue(i, forKey: id) {
                first[id] = earlier
                fault(
                    "duplicate-id", "\(list)[\(i)].id", "The id \(id) stands already at \(list)[\(earlier)].",
                    "标识 \(id) 与 \(list)[\(earlier)] 重复。")
            }
        }
    }

    private mutating func fault(
        _ code: String, _ subject: String, _ english: String, _ chinese: String, advice: BilingualText? = nil
    ) {
        findings.append(
            Finding(
                .error, code: code, subject: subject, sentence: BilingualText(en: english, zh: chinese),
                advice: advice))
    }
}
