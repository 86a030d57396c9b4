import VisitModel
import VisitSolver
import VisitTravel

/// Why a visit of the plan before is not where it was. A reason is said only where it holds on that very date; where none is
/// found nothing is claimed.
struct ChangeReasons {
    private let builder: ProblemBuilder
    private let refusals: [RegisterIndex.ChildAndPrisoner: Refusal]
    private let currentAssignments: [Identifier<Visit>: Assignment]
    private let sessions: [Identifier<Session>: Int]
    private let parties: [Identifier<Prisoner>: [Party]]
    private var survey: OptionSurvey
    private var repairer: PlanRepairer

    /// - Parameters:
    ///   - repair: what has made the new plan.
    ///   - refusals: those of bonds that are in no party of the problem.
    init(_ repair: PlanRepair, refusals: [Refusal]) {
        builder = repair.journeys.builder
        survey = builder.survey
        repairer = repair.repairer
        self.refusals = Dictionary(
            refusals.map { (RegisterIndex.ChildAndPrisoner(child: $0.child, prisoner: $0.prisoner), $0) }
        ) { first, _ in first }
        currentAssignments = Dictionary(builder.currentVisits.map { ($0.value.id, $0.key) }) { first, _ in first }
        parties = Dictionary(grouping: builder.candidates, by: \.prisoner.id)
        sessions = Dictionary(survey.sessions.enumerated().map { ($1.id, $0) }) { first, _ in first }
    }

    /// Why `before` is no longer where it was.
    ///
    /// - Parameter now: what it has become; nil where it is gone.
    mutating func reason(_ before: Visit, now: Visit?) -> BilingualText {
        if let now, now.session == before.session { return whyAnotherAdult(before) }
        if let assignment = currentAssignments[before.id] { return whyNotTaken(assignment, before, now) }
        return byDecision(before) ?? bySession(before) ?? Self.notFound
    }

    /// Why another adult goes along on a visit that stays where it is.
    private func whyAnotherAdult(_ before: Visit) -> BilingualText {
        let obstacle = party(of: before).flatMap { builder.facts.obstacle(of: before.companion, on: before, $0) }
        guard let obstacle else {
            return BilingualText(
                en: "The adults were shared out anew among the journeys of the plan.", zh: "计划重新分配了各次行程的陪同人。")
        }
        return BilingualText(
            en: "The adult who was to go along cannot. \(obstacle.english)", zh: "原定陪同人不能前往：\(obstacle.chinese)")
    }

    // MARK: The date is possible by itself

    private mutating func whyNotTaken(_ assignment: Assignment, _ before: Visit, _ now: Visit?) -> BilingualText {
        let shortages = repairer.shortages(of: assignment)
        if !shortages.isEmpty { return shortages.map { sentence($0, assignment, before) }.joined() }
        if let session = now?.session.flatMap({ sessions[$0] }),
            repairer.isBetter(
                Assignment(request: assignment.request, session: SessionIndex(session)), than: assignment)
        {
            return BilingualText(
                en: "Another date serves the children better by more than a change costs.",
                zh: "另一日期对孩子们更有利，且超过变更带来的不便。")
        }
        if now == nil, !repairer.shortages(of: assignment, besideOwn: true).isEmpty {
            return BilingualText(
                en: "The children's other visits in the plan leave no room for it.",
                zh: "计划中孩子们的其他会见使这一次无法再安排。")
        }
        if now == nil, !repairer.isWorthwhile(assignment) {
            return BilingualText(
                en: "By the plan's weights the visit is worth less than its journey costs.",
                zh: "按计划的权重衡量，此次会见的价值低于路途负担。")
        }
        return BilingualText(
            en: "The date would still be possible; the plan as a whole came out without it.",
            zh: "原日期仍然可行；整体安排调整后未采用该日期。")
    }

    private func sentence(_ shortage: PlanRepairer.Shortage, _ assignment: Assignment, _ before: Visit) -> BilingualText
    {
        switch shortage {
        case .adult:
            BilingualText(
                en: "Nobody who could go along is free on \(before.date).", zh: "\(before.date) 没有可以陪同的人有空。")
        case .quota:
            BilingualText(
                en: "The visits that the rules allow the prisoner in that time are taken by others.",
                zh: "规则允许该服刑人员在此期间的会见次数已被其他会见占用。")
        case .table: noTable(survey.sessions[assignment.session.position])
        case .money:
            BilingualText(
                en: "The travel money of \(before.date.month) does not suffice for the journey.",
                zh: "\(before.date.month) 的路费预算不足以支付此次行程。")
        case .gap:
            BilingualText(
                en: "Another visit to the same prisoner, or of the same family, lies too near to \(before.date).",
                zh: "\(before.date) 与同一服刑人员或同一家庭的另一次会见相隔太近。")
        case .presence:
            BilingualText(
                en:
                    "Somebody who would have to be there on \(before.date) is elsewhere, or two prisoners who must be kept "
                    + "apart would meet.",
                zh: "\(before.date) 必须到场的人另有安排，或须分开的两名服刑人员会同场。")
        }
    }

    private func noTable(_ session: Session) -> BilingualText {
        let tables = session.tables == 1 ? "1 table" : "\(session.tables) tables"
        return BilingualText(
            en: "The session of \(session.date) has \(tables); none is free for it.",
            zh: "\(session.date) 的场次共有 \(session.tables) 张会见桌，已没有空位。")
    }

    // MARK: The date is not possible any more

    /// What people or the rules have decided about one of the children, whatever the date.
    private func byDecision(_ before: Visit) -> BilingualText? {
        for child in before.children {
            let bond = builder.facts.bonds[child, default: []].first { $0.prisoner == before.prisoner }
            if let decision = bond.flatMap({ builder.facts.refusalByDecision($0, from: before.date) }) {
                return decision.sentence
            }
        }
        if let prisoner = builder.facts.prisoners[before.prisoner], prisoner.prison != before.prison {
            return BilingualText(en: "The parent is in another prison now.", zh: "该家长已转往其他监狱。")
        }
        for child in before.children {
            let pair = RegisterIndex.ChildAndPrisoner(child: child, prisoner: before.prisoner)
            if let refusal = refusals[pair] { return refusal.sentence }
        }
        guard party(of: before) == nil else { return nil }
        return BilingualText(en: "Which children go together has changed.", zh: "同行的孩子有变化。")
    }

    private func party(of visit: Visit) -> Party? {
        parties[visit.prisoner, default: []].first { $0.isSame(as: visit) }
    }

    /// What keeps the children from that session.
    private mutating func bySession(_ before: Visit) -> BilingualText? {
        guard let session = before.session else { return nil }
        guard let position = sessions[session] else { return Self.notHeld(before, builder.register) }
        guard let party = party(of: before) else { return nil }
        guard let obstacle = survey.obstacle(for: party, position) else {
            return builder.withoutOptions.first { $0.party.isSame(as: before) }?.reason.sentence
        }
        return obstacle.sentence(
            on: before.date, of: party, adult: builder.facts.obstacle(of: before.companion, on: before, party))
    }

    private static func notHeld(_ before: Visit, _ register: Register) -> BilingualText {
        let closure = register.closures.first { closure in
            closure.prison == before.prison && closure.days.contains(before.date)
                && (closure.template.map { before.session == Identifier($0, on: before.date) } ?? true)
        }
        guard let closure else {
            return BilingualText(
                en: "The prison does not hold that session on \(before.date) any more.",
                zh: "监狱 \(before.date) 不再开放该场次。")
        }
        return BilingualText(
            en: "The prison is closed to visits from \(closure.days.first) to \(closure.days.last).",
            zh: "监狱 \(closure.days.first) 至 \(closure.days.last) 停止会见。")
    }

    private static let notFound = BilingualText(
        en: "The date is not possible any more; the reason was not found.", zh: "原日期已不可行，未查明具体原因。")
}

extension OptionSurvey.Obstacle {
    /// The obstacle in a sentence.
    ///
    /// - Parameter adult: what keeps the adult away who was to go along.
    fileprivate func sentence(on date: Day, of party: Party, adult: BilingualText?) -> BilingualText {
        switch self {
        case .tooLate(let days):
            BilingualText(
                en:
                    "The visit of \(date) can no longer be booked: it had to be asked for \(days == 1 ? "1 day" : "\(days) days") before.",
                zh: "\(date) 的会见已无法预约：须至少提前 \(days) 天申请。")
        case .tooEarly(let days):
            BilingualText(
                en: "The prison takes bookings \(days == 1 ? "1 day" : "\(days) days") ahead at most.",
                zh: "监狱最多提前 \(days) 天接受预约。")
        case .rules:
            Sentences.notEntitled(
                party.answers.compactMap { $0.entitlement(on: date) }.first { !$0.permitsVisit }
            ).sentence
        case .form:
            BilingualText(en: "The session has no form of meeting that the rules allow.", zh: "该场次没有规则允许的会见方式。")
        case .released(let day):
            BilingualText(en: "The parent is released on \(day).", zh: "该家长将于 \(day) 释放。")
        case .givenUp:
            BilingualText(en: "People have given up that session.", zh: "该场次已由人工放弃。")
        case .doesNotHold:
            BilingualText(
                en: "The visit of \(date) was looked at and does not hold for the persons who would go.",
                zh: "\(date) 的会见经核对，对应到场的人不可行。")
        case .childAway:
            BilingualText(en: "One of the children is absent then.", zh: "届时有孩子不便前往。")
        case .prisonerAway:
            BilingualText(en: "The parent is absent then.", zh: "届时该家长因故不能到场。")
        case .companion:
            [adult, BilingualText(en: "No adult can go along on \(date).", zh: "\(date) 没有成年人可以陪同。")]
                .compactMap { $0 }.joined()
        case .companionOnJourney(let journey): [adult, journey.sentence].compactMap { $0 }.joined()
        case .journey(let refusal): refusal.sentence
        }
    }
}

extension RegisterIndex {
    /// What keeps the adult away who was to go along on a visit; nil where nothing does, or nobody was named.
    fileprivate func obstacle(of adult: Visit.Companion?, on visit: Visit, _ party: Party) -> BilingualText? {
        guard let adult else { return nil }
        if let ban = availability.ban(of: adult, from: visit.prisoner, on: visit.date) {
            return ConsideredAdult.Obstacle.banned(since: ban.date, until: ban.until).sentence
        }
        let (time, zone) = (TimeAway(of: visit).span, party.prison.zone)
        let obstacle: Availability.Obstacle? =
            switch adult {
            case .guardian(let id):
                guardian(id).flatMap { availability.obstacle(of: $0, during: time, byClockOf: zone) }
            case .escort(let id): escort(id).flatMap { availability.obstacle(of: $0, during: time, byClockOf: zone) }
            }
        return obstacle.map { ConsideredAdult.Obstacle($0).sentence }
    }
}

extension [BilingualText] {
    /// One sentence after the other.
    fileprivate func joined() -> BilingualText {
        BilingualText(en: map(\.english).joined(separator: " "), zh: map(\.chinese).joined())
    }
}
