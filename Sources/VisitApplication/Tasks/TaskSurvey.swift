import VisitModel
import VisitPlanning
import VisitReports
import VisitRules

/// Gathers what a caseworker must do: what the rules ask for each bond on the day, and what the visits ahead need.
struct TaskSurvey {
    private let register: Register
    private let facts: RegisterIndex
    private let book: RuleBook
    private let today: Day
    private let within: Int
    private var tasks: [TaskKey: CaseTask] = [:]
    private var choice: CompanionChoice
    private var preparation: VisitPreparation

    /// What makes two tasks one, whichever children they are about.
    private struct TaskKey: Hashable {
        var task: Duty.Task
        var rule: String
        var prisoner: Identifier<Prisoner>
        var household: Identifier<Household>?
        var due: Day?
        var visit: Identifier<Visit>?
    }

    /// - Parameter horizon: the days over which it is asked who goes along.
    init(_ register: Register, horizon: DayRange, book: RuleBook, today: Day, within: Int) {
        self.register = register
        self.book = book
        self.today = today
        self.within = within
        facts = RegisterIndex(register)
        choice = CompanionChoice(facts, book: book, horizon: horizon)
        preparation = VisitPreparation(facts, book: book, horizon: horizon)
    }

    /// The tasks about the bonds that `isWanted` admits and about the visits ahead: overdue ones first, then by day.
    mutating func list(visits: [Visit], where isWanted: (Bond) -> Bool) -> TaskList {
        let ahead = Dictionary(
            grouping: visits.filter { $0.date >= today && $0.status.isAhead }, by: \.prisoner)
        for bond in register.bonds.sorted(by: { ($0.prisoner, $0.child) < ($1.prisoner, $1.child) })
        where isWanted(bond) && bond.contact == .allowed {
            let companion = choice.companion(of: bond, on: today)
            guard let question = facts.contactCase(for: bond, on: today, companion: companion) else { continue }
            let entitlement = book.entitlement(for: question)
            for duty in entitlement.duties { add(duty, of: bond) }
            addUnset(entitlement, of: bond)
            for visit in ahead[bond.prisoner, default: []] where visit.children.contains(bond.child) {
                for duty in preparation.duties(for: visit, of: bond) {
                    add(duty, of: bond, household: visit.household, visit: visit)
                }
            }
        }
        let sorted = tasks.values.sorted { Self.order($0) < Self.order($1) }
        let due = register.bonds.filter { isWanted($0) && isDue($0) }
        let decisions = due.sorted {
            ($0.reviewOn?.number ?? .max, $0.child, $0.prisoner) < ($1.reviewOn?.number ?? .max, $1.child, $1.prisoner)
        }
        return TaskList(today: today, within: within, tasks: sorted, decisions: decisions)
    }

    /// Whether the decision about `bond` is to be looked at within the days asked for. A child's no is reviewed even
    /// where nobody has set a day for it.
    private func isDue(_ bond: Bond) -> Bool {
        guard bond.contact != .allowed else { return false }
        guard let day = bond.reviewOn else { return bond.contact == .declinedByChild }
        return day <= today + within
    }

    private static func order(_ task: CaseTask) -> (Int, String, String, String, String) {
        (
            task.duty.due?.number ?? .max, task.prisoner.text, task.duty.task.rawValue, task.duty.rule,
            task.children.first?.text ?? ""
        )
    }

    private mutating func add(
        _ duty: Duty, of bond: Bond, household: Identifier<Household>? = nil, visit: Visit? = nil
    ) {
        var duty = duty
        if duty.task == .paroleNote {
            // Only a fixed term has a middle that is known.
            guard let half = facts.prisoners[bond.prisoner]?.halfOfTerm, half >= today else { return }
            duty.due = half
        }
        if let due = duty.due, due > today + within { return }
        let key = TaskKey(
            task: duty.task, rule: duty.rule, prisoner: bond.prisoner, household: household, due: duty.due,
            visit: visit?.id)
        var task =
            tasks[key]
            ?? CaseTask(
                duty: duty, prisoner: bond.prisoner, household: household, children: [], visit: visit)
        if !task.children.contains(bond.child) { task.children.append(bond.child) }
        tasks[key] = task
    }

    /// A rule that cannot be computed before the operator sets a figure.
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
}

extension Prisoner {
    /// The middle of a fixed term; nil for other sentences and where an end is not known.
    fileprivate var halfOfTerm: Day? {
        guard sentence == .fixedTerm, let admitted, let release, release > admitted else { return nil }
        return admitted + (release - admitted) / 2
    }
}
