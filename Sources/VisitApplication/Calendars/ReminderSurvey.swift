import VisitCalendar
import VisitModel
import VisitPlanning
import VisitRules

/// Gathers what stands in calendars besides visits: the last days for requests and papers, and days for calls.
struct ReminderSurvey {
    private let facts: RegisterIndex
    private let book: RuleBook
    private let callDay: Int?
    private let today: Day
    private var choice: CompanionChoice
    private var preparation: VisitPreparation
    private var cache = EntitlementCache()

    /// For how many days ahead calls stand in calendars.
    private static let callReach = 84

    /// - Parameter horizon: the days over which it is asked who goes along.
    init(_ register: Register, horizon: DayRange, book: RuleBook, today: Day) {
        facts = RegisterIndex(register)
        choice = CompanionChoice(facts, book: book, horizon: horizon)
        self.book = book
        self.today = today
        callDay = ContactParameters(register.parameters).callDay
        preparation = VisitPreparation(facts, book: book, horizon: horizon)
    }

    /// The deadlines of a visit: one for the request, one for the papers, each with every rule that asks. A visit that is
    /// over or off has none.
    mutating func deadlines(of detail: VisitDetail) -> [Reminder] {
        let visit = detail.visit
        guard visit.status.isAhead else { return [] }
        var duties: [Duty] = []
        for child in visit.children {
            for bond in facts.bonds[child, default: []]
            where bond.prisoner == visit.prisoner && bond.contact == .allowed {
                duties += preparation.duties(for: visit, of: bond)
            }
        }
        return [(Duty.Task.requestVisit, Reminder.Kind.booking), (.papers, .papers)].compactMap { task, kind in
            let own = duties.filter { $0.task == task }
            guard let day = own.compactMap(\.due).min() else { return nil }
            return Reminder(kind, of: visit, on: day, at: detail.prison.name, sources: Self.sources(own))
        }
    }

    /// The days on which the readers of a calendar can call a prisoner, where a rule grants calls: one a month.
    ///
    /// No source names a day: it is the operator's parameter `calendar.call_day`, and without it there are none.
    mutating func calls(in calendar: Feed.Scope) -> [Reminder] {
        guard let callDay else { return [] }
        var found: [Reminder] = []
        var told: Set<String> = []
        for child in children(of: calendar) {
            for bond in facts.bonds[child.id, default: []] where bond.contact == .allowed {
                var month = today.month
                while month.firstDay <= today + Self.callReach {
                    let day = month.firstDay + (callDay - 1)
                    month = month.next
                    guard day >= today, let call = call(bond, child, on: day), told.insert(call.subject).inserted else {
                        continue
                    }
                    found.append(call)
                }
            }
        }
        return found.sorted { ($0.day, $0.subject) < ($1.day, $1.subject) }
    }

    /// The children who live where a calendar is read; none where it is nobody's home.
    private func children(of calendar: Feed.Scope) -> [Child] {
        switch calendar {
        case .household(let id), .home(let id): facts.children(of: id)
        case .child(let id): facts.children[id].map { [$0] } ?? []
        case .escort, .prison, .prisoner: []
        }
    }

    private mutating func call(_ bond: Bond, _ child: Child, on day: Day) -> Reminder? {
        guard let prisoner = facts.prisoners[bond.prisoner], let prison = facts.prisons[prisoner.prison],
            let question = facts.contactCase(for: bond, on: day, companion: choice.companion(of: bond, on: day))
        else { return nil }
        let answer = book.entitlement(for: question, using: &cache)
        let isOpen = answer.decision == .allowed || answer.decision == .restricted
        let steps = answer.trace.filter { $0.overriddenBy == nil && book.rule($0.rule)?.namesCalls == true }
        guard isOpen, answer.modes.contains(.call), !steps.isEmpty else { return nil }
        let note = BilingualText(
            en: "The day is the operator's choice (calendar.call_day); no rule names one.",
            zh: "具体日期由运营者设定（calendar.call_day），规定中没有日期。")
        let sources = steps.map { step in
            Reminder.Source(
                sentence: BilingualText(
                    en: "\(step.sentence.english) \(note.english)", zh: "\(step.sentence.chinese)\(note.chinese)"),
                citation: step.citation.with(step.force))
        }
        return Reminder(
            callOn: day, from: child.household, to: bond.prisoner, at: prison.name, sources: sources)
    }

    /// What the duties say, each once.
    private static func sources(_ duties: [Duty]) -> [Reminder.Source] {
        var sources: [Reminder.Source] = []
        for duty in duties {
            let source = Reminder.Source(sentence: duty.sentence, citation: duty.citation.with(duty.force))
            if !sources.contains(source) { sources.append(source) }
        }
        return sources
    }
}

extension Rule {
    /// Whether it is a rule that mentions telephone calls.
    fileprivate var namesCalls: Bool {
        provisions.contains { provision in
            if case .modes(let modes) = provision.effect { modes.contains(.call) } else { false }
        }
    }
}

extension BilingualText {
    /// A citation and how binding it is.
    fileprivate func with(_ force: TraceStep.Force) -> BilingualText {
        BilingualText(en: "\(english) (\(force.name.english))", zh: "\(chinese)（\(force.name.chinese)）")
    }
}
