import VisitModel
import VisitPlanning
import VisitReports
import VisitRules
import VisitStore

/// Compares what the rules grant each bond today with what took place and what is planned.
struct ComplianceSurvey {
    private let register: Register
    private let plan: Plan?
    private let facts: RegisterIndex
    private let outlooks: [Outlook]
    private let book: RuleBook
    private let today: Day
    private let parameters: PlanningParameters
    private let horizon: DayRange
    private var choice: CompanionChoice

    /// How many days back visits are counted.
    private static let daysBack = 365

    init(_ snapshot: PlanningSnapshot, outlooks: [Outlook], book: RuleBook, today: Day) {
        register = snapshot.register
        plan = snapshot.plan
        parameters = PlanningParameters(register.parameters)
        facts = RegisterIndex(register)
        horizon = snapshot.horizon(on: today)
        choice = CompanionChoice(facts, book: book, horizon: horizon)
        self.outlooks = outlooks
        self.book = book
        self.today = today
    }

    /// One bond with the answer of the rules.
    private struct Answer {
        var bond: Bond
        var entitlement: Entitlement
    }

    /// The report.
    mutating func report(_ language: Language) -> ComplianceReport {
        let answers = answers()
        return ComplianceReport(
            lines: lines(answers), separations: separations(answers), conflicts: conflicts(answers),
            openRights: openRights(answers), horizon: horizon, today: today, language: language)
    }

    /// The bonds whose contact is wanted and whose prisoner is still in custody, by prisoner and child.
    private mutating func answers() -> [Answer] {
        var answers: [Answer] = []
        for bond in register.bonds.sorted(by: { ($0.prisoner, $0.child) < ($1.prisoner, $1.child) }) {
            let isReleased = facts.prisoners[bond.prisoner]?.release.map { $0 <= today } ?? false
            guard bond.contact == .allowed, !isReleased else { continue }
            let companion = choice.companion(of: bond, on: today)
            guard let question = facts.contactCase(for: bond, on: today, companion: companion) else { continue }
            answers.append(Answer(bond: bond, entitlement: book.entitlement(for: question)))
        }
        return answers
    }

    private func norm(_ id: String) -> ComplianceReport.Norm? {
        book.rule(id).map {
            ComplianceReport.Norm(rule: $0.id, citation: $0.citation, force: $0.force, confidence: $0.confidence)
        }
    }

    /// What makes two prisoners' visits one line.
    private struct LineKey: Hashable {
        var rule: String?
        var count: Int
        var perYear: Int
    }

    private mutating func lines(_ answers: [Answer]) -> [ComplianceReport.Line] {
        var lines: [LineKey: ComplianceReport.Line] = [:]
        var prisoners: [LineKey: Set<Identifier<Prisoner>>] = [:]
        var survey = BondSurvey(book: book, facts: facts, horizon: horizon)
        let taken = visits
        for (prisoner, own) in Dictionary(grouping: answers, by: \.bond.prisoner) {
            guard let bond = (own.first { norm(for: $0.entitlement).rule != nil } ?? own.first)?.bond else { continue }
            let companion = choice.companion(of: bond, on: today)
            let visits = taken[prisoner, default: []]
            for days in [daysBefore(bond), horizon].compactMap(\.self) {
                for span in survey.answer(for: bond, companion: companion, within: days).spans {
                    let (rule, quota) = norm(for: span.entitlement)
                    let key = LineKey(rule: rule, count: quota.count, perYear: quota.thousandths(in: 1000))
                    var line = lines[key] ?? ComplianceReport.Line(norm: rule.flatMap(self.norm), quota: quota)
                    let within = visits.filter { span.days.contains($0.date) }
                    if span.days.first <= today {
                        line.entitledBefore += quota.thousandths(in: span.days.count)
                        line.held += within.count(where: \.status.isContact)
                    } else {
                        line.entitledAhead += quota.thousandths(in: span.days.count)
                        line.planned += within.count(where: \.status.isAhead)
                    }
                    prisoners[key, default: []].insert(prisoner)
                    lines[key] = line
                }
            }
        }
        for (key, those) in prisoners { lines[key]?.prisoners = those.count }
        return lines.values.sorted { a, b in
            (b.prisoners, a.norm?.rule ?? "~", a.quota.count) < (a.prisoners, b.norm?.rule ?? "~", b.quota.count)
        }
    }

    /// The rule and the number that visits rest on; where no rule gives one, the operator's figure.
    private func norm(for entitlement: Entitlement) -> (rule: String?, quota: Entitlement.Quota) {
        if let orders = entitlement.visitOrders {
            let policy = orders.policy
            return (orders.rule, Entitlement.Quota(count: policy.amount, period: .days(policy.every, anchor: today)))
        }
        if let rule = entitlement.visitsRule, let quota = entitlement.visits { return (rule, quota) }
        return (nil, Entitlement.Quota(count: parameters.visitsPerMonth, period: .calendarMonth))
    }

    /// Those of the days up to today on which the child was born and the prisoner in prison; nil where there are none.
    private func daysBefore(_ bond: Bond) -> DayRange? {
        let begins = [facts.prisoners[bond.prisoner]?.admitted, facts.children[bond.child]?.birthDate]
        let first = begins.compactMap(\.self).reduce(today - (Self.daysBack - 1), max)
        return first <= today ? DayRange(first, today) : nil
    }

    /// All visits in person, past and planned, by prisoner; each once.
    private var visits: [Identifier<Prisoner>: [Visit]] {
        let known = Set(register.visits.map(\.id))
        let planned = (plan?.visits ?? []).filter { !known.contains($0.id) }
        let inPerson = (register.visits + planned).filter { $0.mode != .video && $0.mode != .call }
        return Dictionary(grouping: inPerson, by: \.prisoner)
    }

    private func separations(_ answers: [Answer]) -> [ComplianceReport.Separation] {
        let known = Dictionary(
            outlooks.map { (RegisterIndex.ChildAndPrisoner(child: $0.child.id, prisoner: $0.prisoner.id), $0) }
        ) {
            first, _ in first
        }
        return answers.compactMap { answer in
            let bond = answer.bond
            guard let duty = answer.entitlement.duties.first(where: { $0.task == .separationPriority }),
                let since = duty.since,
                let outlook = known[RegisterIndex.ChildAndPrisoner(child: bond.child, prisoner: bond.prisoner)]
            else { return nil }
            let held = facts.heldVisits(bond.child, bond.prisoner).count { $0.date >= since && $0.date <= today }
            return ComplianceReport.Separation(
                outlook: outlook, since: since, held: held, mostDays: bond.maxGap ?? parameters.maxGapDays,
                norm: ComplianceReport.Norm(
                    rule: duty.rule, citation: duty.citation, force: duty.force, confidence: duty.confidence))
        }
    }

    private func conflicts(_ answers: [Answer]) -> [ComplianceReport.Conflict] {
        var conflicts: [Entitlement.Conflict: Int] = [:]
        for conflict in answers.flatMap(\.entitlement.conflicts) { conflicts[conflict, default: 0] += 1 }
        return conflicts.sorted { ($1.value, $0.key.rules.joined()) < ($0.value, $1.key.rules.joined()) }.map {
            ComplianceReport.Conflict(norms: $0.rules.compactMap(norm), sentence: $0.sentence, bonds: $1)
        }
    }

    private func openRights(_ answers: [Answer]) -> [ComplianceReport.OpenRight] {
        var rights: [Entitlement.Unquantified: Int] = [:]
        for right in answers.flatMap(\.entitlement.unquantified) { rights[right, default: 0] += 1 }
        return rights.sorted { ($0.key.rule, $0.key.parameter) < ($1.key.rule, $1.key.parameter) }.compactMap {
            right, count in
            norm(right.rule).map {
                ComplianceReport.OpenRight(
                    norm: $0, parameter: right.parameter, value: right.isUnset ? nil : right.value,
                    sentence: right.sentence, bonds: count)
            }
        }
    }
}

extension Entitlement.Quota {
    /// What the quota comes to in so many days, in thousandths of a visit.
    fileprivate func thousandths(in days: Int) -> Int {
        switch period {
        case .calendarMonth: count * days * 1000 * GregorianCycle.months / GregorianCycle.days
        case .calendarYear: count * days * 1000 * GregorianCycle.years / GregorianCycle.days
        case .days(let length, _), .trailing(let length): count * days * 1000 / max(1, length)
        }
    }
}
