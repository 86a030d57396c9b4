import VisitModel
import VisitReports
import VisitRules

/// Gathers what a caseworker must do: what the rules ask for each bond on the day, and what the visits ahead need.
struct TaskSurvey {
    private let register: Register
    private let facts: BondFacts
    private let book: RuleBook
    private let today: Day
    private let within: Int
    private var tasks: [TaskKey: CaseTask] = [:]

    /// What makes two tasks one, whichever children they are about.
    private struct TaskKey: Hashable {
        var task: Duty.Task
        var rule: String
        var prisoner: Identifier<Prisoner>
        var household: Identifier<Household>?
        var due: Day?
        var visit: Identifier<Visit>?
    }

    init(_ register: Register, book: RuleBook, today: Day, within: Int) {
        self.register = register
        self.book = book
        self.today = today
        self.within = within
        let parameters = PlanningParameters(register.parameters)
        facts = BondFacts(register, protectChildContact: parameters.protectChildContact)
    }

    /// The tasks about the bonds that `isWanted` admits and about the visits ahead: overdue ones first, then by day.
    mutating func list(visits: [Visit], where isWanted: (Bond) -> Bool) -> TaskList {
        let ahead = Dictionary(
            grouping: visits.filter { $0.date >= today && $0.status.isAhead }, by: \.prisoner)
        for bond in register.bonds.sorted(by: { ($0.prisoner, $0.child) < ($1.prisoner, $1.child) })
        where isWanted(bond) && bond.contact == .allowed {
            let companion = facts.usualCompanion(of: bond, on: today)
            guard let question = facts.contactCase(for: bond, on: today, companion: companion) else { continue }
            let entitlement = book.entitlement(for: question)
            for duty in entitlement.duties { add(duty, of: bond) }
            addUnset(entitlement, of: bond)
            for visit in ahead[bond.prisoner, default: []] where visit.children.contains(bond.child) {
                prepare(visit, of: bond, companion)
            }
        }
        let sorted = tasks.values.sorted { Self.order($0) < Self.order($1) }
        return TaskList(today: today, within: within, tasks: sorted)
    }

    private static func order(_ task: CaseTask) -> (Int, String, String, String, String) {
        (
            task.duty.due?.number ?? .max, task.prisoner.text, task.duty.task.rawValue, task.duty.rule,
            task.children.first?.text ?? ""
        )
    }

    private mutating func add(
        _ duty: Duty, of bond: Bond, household: Identifier<Household>? = nil, visit: Identifier<Visit>? = nil
    ) {
        var duty = duty
        if duty.task == .paroleNote {
            // Only a fixed term has a middle that is known.
            guard let half = facts.prisoners[bond.prisoner]?.halfOfTerm, half >= today else { return }
            duty.due = half
        }
        if let due = duty.due, due > today + within { return }
        let key = TaskKey(
            task: duty.task, rule: duty.rule, prisoner: bond.prisoner, household: household, due: duty.due, visit: visit
        )
        var task =
            tasks[key]
            ?? CaseTask(
                duty: duty, prisoner: bond.prisoner, household: household, children: [], visit: visit)
        if !task.children.contains(bond.child) { task.children.append(bond.child) }
        tasks[key] = task
    }

    /// A rule that cannot be reckoned before the operator sets a figure.
    private mutating func addUnset(_ entitlement: Entitlement, of bond: Bond) {
        guard entitlement.decision == .undetermined else { return }
        for open in entitlement.unquantified where open.isUnset {
            guard let rule = book.rule(open.rule) else { continue }
            add(
                Duty(
                    task: .setParameter, rule: rule.id, citation: rule.citation, force: rule.force,
                    confidence: rule.confidence, due: today,
                    sentence: BilingualText(
                        en: "\(open.sentence.english) The parameter is \(open.parameter).",
                        zh: "\(open.sentence.chinese)参数为 \(open.parameter)。")), of: bond)
        }
    }

    /// What a visit ahead needs: a request while it is only proposed, and the papers that are not on file.
    private mutating func prepare(_ visit: Visit, of bond: Bond, _ companion: ContactCase.Companion?) {
        guard let question = facts.contactCase(for: bond, on: visit.date, companion: companion) else { return }
        let answer = book.entitlement(for: question)
        let window = facts.prisons[visit.prison]?.bookingWindow.lowerBound ?? 0
        let due = visit.date - max(answer.noticeDays ?? 0, window)
        if visit.status == .proposed, let rule = answer.noticeRule.flatMap({ book.rule($0) }) {
            let sentence = BilingualText(
                en: "The visit of \(visit.date) is only proposed; the prison wants to be asked by \(due).",
                zh: "\(visit.date) 的会见尚为拟定，须在 \(due) 前向监狱申请。")
            add(duty(.requestVisit, rule, due, sentence), of: bond, household: visit.household, visit: visit.id)
        }
        let missing = answer.documents.filter { !$0.isCarriedByAdult && !bond.papers.contains($0) }
        let byRule = Dictionary(grouping: missing) { answer.documentRules[$0] ?? "" }
        for (id, papers) in byRule.sorted(by: { $0.key < $1.key }) {
            guard let rule = book.rule(id) else { continue }
            let sentence = BilingualText(
                en:
                    "Not on file for the visit of \(visit.date): \(papers.map(\.name.english).joined(separator: ", ")).",
                zh: "\(visit.date) 会见所需但未存档：\(papers.map(\.name.chinese).joined(separator: "、"))。")
            add(duty(.papers, rule, due, sentence), of: bond, household: visit.household, visit: visit.id)
        }
    }

    private func duty(_ task: Duty.Task, _ rule: Rule, _ due: Day, _ sentence: BilingualText) -> Duty {
        Duty(
            task: task, rule: rule.id, citation: rule.citation, force: rule.force, confidence: rule.confidence,
            due: due, sentence: sentence)
    }
}

extension Paper {
    /// Whether the adult who goes along carries it; it is no part of a bond's file.
    fileprivate var isCarriedByAdult: Bool { self == .residentIdentityCard || self == .photoIdentity }
}

extension Prisoner {
    /// The middle of a fixed term; nil for other sentences and where an end is not known.
    fileprivate var halfOfTerm: Day? {
        guard sentence == .fixedTerm, let admitted, let release, release > admitted else { return nil }
        return admitted + (release - admitted) / 2
    }
}

extension Visit.Status {
    /// Whether a visit of this status may still take place.
    fileprivate var isAhead: Bool {
        switch self {
        case .proposed, .requested, .confirmed: true
        case .held, .missed, .cancelled: false
        }
    }
}
