import VisitJudge
import VisitModel
import VisitRules

/// Takes back the proposals of a plan to which the judge objects: nothing is published that does not hold for named people.
///
/// The planner reads the world in a way of its own, so something that it proposes may still not hold. A proposal that is taken
/// back becomes a refusal that says why. Visits that people have asked for or agreed stay, flagged.
struct PlanScreening {
    private let snapshot: PlanningSnapshot
    private let book: RuleBook
    private let today: Day
    /// What somebody has let pass.
    private let waived: Set<Objection>

    /// What is objected to.
    private struct Objection: Hashable {
        let visit: Identifier<Visit>
        let code: VisitFlag.Code
        let subject: String

        init(_ flag: VisitFlag) {
            (visit, code, subject) = (flag.visit, flag.code, flag.subject)
        }
    }

    /// One child and one prisoner.
    private struct Pair: Hashable {
        let child: Identifier<Child>
        let prisoner: Identifier<Prisoner>
    }

    /// A proposal, and the gravest objection to it.
    private typealias Withdrawal = (visit: Visit, flag: VisitFlag)

    /// A plan of which nothing is objected to.
    struct Screened {
        var plan: Plan
        /// The meetings that were taken back: who with whom in which session.
        var takenBack: [GivenUp]
        /// How many bonds have lost every visit by it.
        var bondsLeft: Int
        /// What does not hold of the visits that stay: of those that people have asked for or agreed.
        var flags: [VisitFlag]
        /// How many checks were made on how many visits, and what came of them.
        var findings: [Finding]
    }

    /// - Parameter flags: those that stand in the store.
    init(_ snapshot: PlanningSnapshot, flags: [VisitFlag], book: RuleBook, today: Day) {
        self.snapshot = snapshot
        self.book = book
        self.today = today
        waived = Set(flags.filter { $0.waiver != nil }.map(Objection.init))
    }

    /// The plan without the proposals that do not hold.
    ///
    /// What is taken back leaves room, money and adults to the others, so the rest is judged again until nothing is objected
    /// to any more.
    func screen(_ plan: Plan) -> Screened {
        var plan = keepingRequests(plan)
        var withdrawals: [Withdrawal] = []
        while true {
            let judge = Judge(world(plan))
            let flags = judge.flags()
            let objections = Dictionary(
                grouping: flags.filter { $0.code.isObstacle && !waived.contains(Objection($0)) }, by: \.visit)
            let more = self.withdrawals(from: plan, objections)
            guard !more.isEmpty else {
                let told = told(plan, withdrawals).saying(true: flags)
                let proposed = Set(told.visits.filter { $0.status == .proposed }.map(\.id))
                return Screened(
                    plan: told, takenBack: withdrawals.compactMap { GivenUp($0.visit) },
                    bondsLeft: told.refusals.count { $0.code == .doesNotHold },
                    flags: flags.filter { $0.code != .textUntrue || !proposed.contains($0.visit) },
                    findings: findings(judge, withdrawals))
            }
            withdrawals += more
            plan.visits = Self.visits(plan.visits, without: more.map(\.visit))
        }
    }

    /// The plan with the visits that people have asked for where they are: what the planner would have moved or let go stays, and
    /// the judge says what does not hold of it.
    private func keepingRequests(_ plan: Plan) -> Plan {
        let planned = Dictionary(plan.visits.map { ($0.id, $0) }) { first, _ in first }
        let lost = (snapshot.plan?.visits ?? []).filter { visit in
            guard visit.status == .requested, plan.horizon.contains(visit.date) else { return false }
            let now = planned[visit.id]
            return now?.status != .requested || now?.session != visit.session
        }
        guard !lost.isEmpty else { return plan }
        var plan = plan
        let ids = Set(lost.map(\.id))
        plan.visits = (plan.visits.filter { !ids.contains($0.id) } + lost).sorted {
            ($0.date, $0.start ?? .midnight, $0.id) < ($1.date, $1.start ?? .midnight, $1.id)
        }
        plan.changes.removeAll { ids.contains($0.visit) }
        let pairs = Set(lost.flatMap { visit in visit.children.map { Pair(child: $0, prisoner: visit.prisoner) } })
        plan.refusals.removeAll { pairs.contains(Pair(child: $0.child, prisoner: $0.prisoner)) }
        return plan
    }

    private func world(_ plan: Plan) -> JudgedWorld {
        let planned = Set(plan.visits.map(\.id))
        let others = (snapshot.register.visits + snapshot.unsettled(before: today)).filter { !planned.contains($0.id) }
        return JudgedWorld(
            register: snapshot.register, visits: others + plan.visits, book: book, timetables: snapshot.timetables,
            today: today)
    }

    /// The proposals to take back: those that do not hold, and those on one journey with them that leads elsewhere too, which
    /// would be another one without them. Who goes to the same session on the same journey goes on without them.
    private func withdrawals(from plan: Plan, _ objections: [Identifier<Visit>: [VisitFlag]]) -> [Withdrawal] {
        let proposals = plan.visits.filter { $0.status == .proposed }
        var found: [Withdrawal] = proposals.compactMap { visit in
            objections[visit.id]?.min { $0.code < $1.code }.map { (visit, $0) }
        }
        let known = Set(found.map(\.visit.id))
        let torn = found.filter { one in
            Set((one.visit.trip?.shared?.meetings ?? []).map(\.session)).count > 1
        }
        let journeys = Dictionary(torn.compactMap { one in one.visit.trip?.shared.map { ($0, one.flag) } }) { a, _ in a
        }
        for visit in proposals where !known.contains(visit.id) {
            if let shared = visit.trip?.shared, let flag = journeys[shared] { found.append((visit, flag)) }
        }
        return found
    }

    /// The visits without those that are taken back, whose meetings no journey leads to any more.
    private static func visits(_ visits: [Visit], without gone: [Visit]) -> [Visit] {
        let ids = Set(gone.map(\.id))
        let shared = Dictionary(grouping: gone.filter { $0.trip?.shared != nil }) { $0.trip?.shared }
        return visits.filter { !ids.contains($0.id) }.map { visit in
            guard let trip = visit.trip, let lost = shared[trip.shared] else { return visit }
            var visit = visit
            visit.trip = trip.without { meeting in lost.contains { meeting.isMade(by: $0) } }
            return visit
        }
    }

    // MARK: What is said of it

    /// The plan with refusals for those who have no visit now, and with the changes that remain.
    private func told(_ plan: Plan, _ withdrawals: [Withdrawal]) -> Plan {
        guard !withdrawals.isEmpty else { return plan }
        var plan = plan
        func pairs(_ visit: Visit) -> [Pair] { visit.children.map { Pair(child: $0, prisoner: visit.prisoner) } }
        let ahead = (plan.visits + snapshot.register.visits).filter { $0.status.isAhead && $0.date >= today }
        var told = Set(ahead.flatMap(pairs) + plan.refusals.map { Pair(child: $0.child, prisoner: $0.prisoner) })
        for (visit, flag) in withdrawals.sorted(by: { ($0.visit.date, $0.visit.id) < ($1.visit.date, $1.visit.id) }) {
            for pair in pairs(visit) where told.insert(pair).inserted {
                plan.refusals.append(refusal(pair.child, visit, flag))
            }
        }
        plan.refusals.sort { ($0.child, $0.prisoner) < ($1.child, $1.prisoner) }
        let gone = Dictionary(
            withdrawals.map { ($0.visit.id, $0.flag.showing($0.visit, within: .nothing)) }
        ) { first, _ in first }
        let before = Dictionary(
            (snapshot.plan?.visits ?? []).filter(\.status.isAhead).map { ($0.id, $0) }
        ) { first, _ in first }
        plan.changes =
            plan.changes.filter { gone[$0.visit] == nil }
            + gone.sorted { $0.key < $1.key }.compactMap { visit, flag in
                before[visit].map { Plan.Change(of: $0, to: nil, kind: .cancelled, reason: flag.sentence) }
            }
        return plan
    }

    private func refusal(_ child: Identifier<Child>, _ visit: Visit, _ flag: VisitFlag) -> Refusal {
        // A refusal is read by whoever sees the child: it names nobody who is not on the visit.
        let flag = flag.showing(visit, within: .nothing)
        return Refusal(
            child: child, prisoner: visit.prisoner, household: visit.household, code: .doesNotHold,
            facts: [Refusal.Fact("check", flag.code.rawValue), Refusal.Fact("date", "\(visit.date)")] + flag.facts,
            sentence: BilingualText(
                en: "A visit on \(visit.date) was looked at and does not hold. \(flag.sentence.english)",
                zh: "曾考虑 \(visit.date) 会见，经核对不可行。\(flag.sentence.chinese)"),
            wouldHelp: flag.code == .prisonerElsewhere ? unshown[visit.prisoner].map { [$0] } ?? [] : [])
    }

    /// What to do about the row of each prisoner that does not show a transfer.
    private var unshown: [Identifier<Prisoner>: BilingualText] { UnshownTransfer.remedies(in: snapshot.register) }

    private func findings(_ judge: Judge, _ withdrawals: [Withdrawal]) -> [Finding] {
        let judged = Finding(
            .note, code: "plan-judged", subject: "plan",
            sentence: BilingualText(
                en:
                    "\(Judge.checks) checks were made on each of \(judge.judged) visits, against the register and the clock.",
                zh: "已按登记资料和时间对 \(judge.judged) 次会见逐一做了 \(Judge.checks) 项核对。"))
        let counts = Dictionary(grouping: withdrawals, by: \.flag.code).mapValues(\.count)
        return [judged]
            + counts.sorted { $0.key < $1.key }.map { code, count in
                Finding(
                    .warning, code: "proposal-taken-back", subject: "check \(code.rawValue)",
                    sentence: BilingualText(
                        en: "\(count) proposed visits were taken back: \(code.name.english).",
                        zh: "撤回 \(count) 次拟定的会见：\(code.name.chinese)。"))
            }
    }
}

extension Plan {
    /// The plan without the reasons of proposals that `flags` call untrue, as where a school has made a holiday a day of
    /// teaching since. What people have asked for or agreed keeps its words, flagged.
    fileprivate func saying(true flags: [VisitFlag]) -> Plan {
        let untrue = Dictionary(grouping: flags.filter { $0.code == .textUntrue }, by: \.visit)
            .mapValues { Set($0.map(\.subject)) }
        guard !untrue.isEmpty else { return self }
        var plan = self
        for index in plan.visits.indices where plan.visits[index].status == .proposed {
            guard let topics = untrue[plan.visits[index].id] else { continue }
            plan.visits[index].reasons.removeAll { reason in
                VisitReason.Topic(of: reason).map { topics.contains($0.rawValue) } ?? false
            }
        }
        return plan
    }
}

extension GivenUp {
    /// The meeting of a visit, as one that is not proposed again; nil where its session is not known.
    fileprivate init?(_ visit: Visit) {
        guard let session = visit.session else { return nil }
        self.init(session: session, prisoner: visit.prisoner, children: visit.children)
    }
}
