import VisitModel

/// How often, how long.
extension EntitlementEvaluation {
    /// A number that a rule gives, with the rule.
    struct Figure {
        var item: Active
        var count: Int
        var per: CountingPeriod
        var step: Int

        /// Whether it is more in the same time than `other`.
        func exceeds(_ other: Figure) -> Bool { count * other.per.parts > other.count * per.parts }

        /// What it comes to in another period, as a whole number.
        func count(in other: CountingPeriod) -> Int { count * other.parts / per.parts }

        /// The order of figures: by how much they are in the same time, then by the order of their rules.
        static func isBelow(_ a: Figure, _ b: Figure) -> Bool {
            b.exceeds(a) || !a.exceeds(b) && a.item.rule < b.item.rule
        }
    }

    /// All numbers of one measure, gathered from the rules.
    private struct Figures {
        var floors: [Figure] = []
        var hardCaps: [Figure] = []
        var softCaps: [Figure] = []
        var additions: [Figure] = []
        var raises: [Figure] = []
        var multiples: [Figure] = []
    }

    mutating func computeVisits() {
        var figures = gather(.visits) { $0 != .visit }
        let counted = (figures.softCaps.first ?? figures.floors.first)?.per.period(anchor: contact.admitted)
        if let counted, let makeUp = makeUpVisit(in: counted) {
            for index in figures.softCaps.indices { figures.softCaps[index].count += 1 }
            for index in figures.floors.indices { figures.floors[index].count += 1 }
            result.visitsMadeUp = 1
            recordFact(makeUp)
        }
        guard let figure = merge(figures), let period = figure.per.period(anchor: contact.admitted) else { return }
        result.visits = Entitlement.Quota(count: figure.count, period: period)
        result.visitsRule = rules[figure.item.rule].id
    }

    /// Orders of the strongest rule on each kind.
    mutating func computeOrders() {
        var orders: Entitlement.VisitOrders?
        for item in active(.visitOrders) {
            guard case .visitOrders(let terms) = effect(of: item), let amount = number(terms.amount, in: item) else {
                continue
            }
            record(item, value: amount)
            guard orders == nil, let cap = terms.cap else { continue }
            let policy = VisitOrderPolicy(
                every: terms.every, amount: amount, accumulateAfter: terms.keptFor, cap: cap)
            orders = Entitlement.VisitOrders(policy: policy, rule: rules[item.rule].id)
        }
        for item in active(.privilegeOrders) {
            guard case .privilegeOrders(let terms) = effect(of: item), let amount = number(terms.amount, in: item)
            else { continue }
            record(item, value: amount)
            guard let known = orders, known.policy.privilegeAmount < amount else { continue }
            orders?.policy.privilegeAmount = amount
            orders?.policy.privilegeEvery = terms.every
            orders?.policy.privilegeExpireAfter = terms.keptFor
        }
        result.visitOrders = orders
    }

    mutating func computeMinutes() {
        if let figure = merge(gather(.minutes) { $0 == .visit }) {
            result.minutesPerVisit = Minutes(figure.count)
        }
        guard let figure = merge(gather(.minutes) { $0 != .visit }),
            let period = figure.per.period(anchor: contact.admitted)
        else { return }
        result.minutesPerPeriod = Entitlement.MinuteQuota(minutes: Minutes(figure.count), period: period)
        deriveVisits(from: figure, period)
    }

    /// Where the rules give time but no number of visits, the number of whole visits that the time makes.
    private mutating func deriveVisits(from figure: Figure, _ period: Period) {
        guard result.visits == nil, let each = result.minutesPerVisit?.count, each > 0 else { return }
        let count = figure.count / each
        result.visits = Entitlement.Quota(count: count, period: period)
        result.visitsRule = rules[figure.item.rule].id
        recordFact(
            BilingualText(
                en: "The rules give time, not a number of visits: \(figure.count) minutes make \(count) visits of "
                    + "\(each) minutes.",
                zh: "规定只给出时间，没有给出次数：\(figure.count) 分钟折合 \(count) 次会见，每次 \(each) 分钟。"))
    }

    private mutating func gather(_ wanted: Measure, where fits: (CountingPeriod) -> Bool) -> Figures {
        var figures = Figures()
        for item in active(.floor, .cap, .bonus) {
            switch effect(of: item) {
            case .floor(wanted, let amount, let per) where fits(per):
                append(amount, per, item, to: \.floors, of: &figures)
            case .cap(wanted, let amount, let per, let isSoft) where fits(per):
                append(amount, per, item, to: isSoft ? \.softCaps : \.hardCaps, of: &figures)
            case .bonus(wanted, .adding(let amount), let per) where fits(per):
                append(amount, per, item, to: \.additions, of: &figures)
            case .bonus(wanted, .raisingTo(let amount), let per) where fits(per):
                append(amount, per, item, to: \.raises, of: &figures)
            case .bonus(wanted, .multiplying(let times), let per) where fits(per):
                append(.fixed(times), per, item, to: \.multiples, of: &figures)
            default: break
            }
        }
        return figures
    }

    private mutating func append(
        _ amount: Amount, _ per: CountingPeriod, _ item: Active, to list: WritableKeyPath<Figures, [Figure]>,
        of figures: inout Figures
    ) {
        let count = number(amount, in: item)
        let step = record(item, value: count)
        if let count { figures[keyPath: list].append(Figure(item: item, count: count, per: per, step: step)) }
    }

    /// The lowest soft cap, raised by bonuses, not below the highest floor and not above the lowest hard cap.
    private mutating func merge(_ figures: Figures) -> Figure? {
        // Of floors that are the same the first rule counts.
        let floor = figures.floors.max { $1.exceeds($0) || !$0.exceeds($1) && $1.item.rule < $0.item.rule }
        let softCap = lowest(figures.softCaps)
        let hardCap = lowest(figures.hardCaps)
        for other in figures.softCaps where other.item.rule != softCap?.item.rule {
            if let softCap, other.exceeds(softCap) { override(other, by: softCap) }
        }
        var merged = raised(softCap ?? floor, by: figures)
        if let floor, let current = merged, floor.exceeds(current), let softCap {
            if prevails(floor, over: softCap) {
                override(softCap, by: floor)
                merged = floor
            } else {
                override(floor, by: softCap)
                noteConflict(floor.item, softCap.item, Self.floorAboveCap(floor, softCap, follows: softCap))
            }
        }
        guard let hardCap else { return merged }
        guard let current = merged, current.exceeds(hardCap) else { return merged ?? hardCap }
        if let floor, floor.exceeds(hardCap) {
            let winner = prevails(floor, over: hardCap) ? floor : hardCap
            noteConflict(floor.item, hardCap.item, Self.floorAboveCap(floor, hardCap, follows: winner))
            override(winner.item.rule == floor.item.rule ? hardCap : floor, by: winner)
            return winner
        }
        override(current, by: hardCap)
        return hardCap
    }

    private func lowest(_ figures: [Figure]) -> Figure? {
        figures.min(by: Figure.isBelow)
    }

    /// A guarantee of equal rank is not lost to a limit.
    private func prevails(_ floor: Figure, over cap: Figure) -> Bool {
        isStronger(floor.item, than: cap.item) || rules[floor.item.rule].force == rules[cap.item.rule].force
    }

    private mutating func raised(_ base: Figure?, by figures: Figures) -> Figure? {
        guard var current = base ?? figures.raises.first else { return nil }
        let plain = current.count
        for addition in figures.additions {
            current.count += addition.count(in: current.per)
        }
        for raise in figures.raises {
            current.count = max(current.count, raise.count(in: current.per))
        }
        for multiple in figures.multiples { current.count *= multiple.count }
        let raising = figures.additions + figures.raises + figures.multiples
        if current.count > plain, let first = raising.first(where: { $0.count > 0 }) { override(current, by: first) }
        return current
    }

    /// Marks the step of `figure` as overridden.
    private mutating func override(_ figure: Figure, by other: Figure) {
        result.trace[figure.step].overriddenBy = rules[other.item.rule].id
    }

    private static func floorAboveCap(_ floor: Figure, _ cap: Figure, follows: Figure) -> BilingualText {
        let followsFloor = follows.step == floor.step
        return BilingualText(
            en: "One rule guarantees at least \(floor.count), another allows at most \(cap.count). "
                + (followsFloor ? "The guarantee is followed." : "The limit is followed."),
            zh: "一条规则保证至少 \(floor.count)，另一条规则限定至多 \(cap.count)。"
                + (followsFloor ? "此处按保证数执行。" : "此处按上限执行。"))
    }
}
