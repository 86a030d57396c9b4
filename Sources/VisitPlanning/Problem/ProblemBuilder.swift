import VisitModel
import VisitSolver

/// The only way from the trade's words to the solver's integers.
package struct ProblemBuilder {
    /// The parties that have at least one option, each at the position of its request.
    private(set) var parties: [Party] = []
    /// Parties that can attend no session, with the reason.
    private(set) var withoutOptions: [(party: Party, reason: Sentences.Reason)] = []
    /// Visits of the horizon that stay where people have put them, agreed or asked for, by the assignment that stands for
    /// each.
    private(set) var agreed: [Assignment: Visit] = [:]
    /// Proposed visits of the published plan that are still possible, by the assignment that stands for each.
    private(set) var currentVisits: [Assignment: Visit] = [:]
    /// The sessions and the trips to them.
    var survey: OptionSurvey

    /// Whose money pays for whom.
    let payers: Payers
    private let context: PlanningContext
    let candidates: [Party]
    private let proposed: [Identifier<Household>: [Visit]]
    /// Visits of the published plan that people have asked for.
    let asked: [Visit]
    /// All visits ahead that are not the planner's to move: agreed or asked for.
    let ahead: [Visit]
    /// Visits that people have agreed or asked for and that become fixed visits of the problem: in a session of the horizon,
    /// of children of a party.
    let inside: Set<Identifier<Visit>>
    /// Whom each prisoner must not meet in the visiting room.
    let separated: [Identifier<Prisoner>: Set<Identifier<Prisoner>>]

    /// - Parameters:
    ///   - parties: all that could visit.
    ///   - survey: the sessions of the horizon.
    init(_ context: PlanningContext, parties: [Party], survey: OptionSurvey) {
        self.context = context
        payers = Payers(context.register)
        candidates = parties
        self.survey = survey
        let open = (context.published?.visits ?? []).filter(\.status.isOpen)
        proposed = Dictionary(grouping: open, by: \.household)
        asked = open.filter { $0.status == .requested && context.horizon.contains($0.date) }
        var separated: [Identifier<Prisoner>: Set<Identifier<Prisoner>>] = [:]
        for separation in context.register.separations {
            separated[separation.first, default: []].insert(separation.second)
            separated[separation.second, default: []].insert(separation.first)
        }
        self.separated = separated
        let sessions = Set(survey.sessions.map(\.id))
        let byPrisoner = Dictionary(grouping: parties, by: \.prisoner.id)
        let today = context.today
        ahead =
            context.register.visits.filter { $0.status == .confirmed || $0.status.isAhead && $0.date >= today } + asked
        inside = Set(
            ahead.filter { visit in
                context.horizon.contains(visit.date) && visit.session.map(sessions.contains) ?? false
                    && byPrisoner[visit.prisoner, default: []].contains { $0.makes(visit) }
            }.map(\.id))
    }

    var facts: RegisterIndex { context.facts }
    var parameters: PlanningParameters { context.parameters }
    var horizon: DayRange { context.horizon }
    /// The plan that is in force.
    var published: Plan? { context.published }
    var cityReach: Metres { context.cityReach }
    var aloneFromAge: Int { context.aloneFromAge }
    var register: Register { context.register }
    private var today: Day { context.today }
    var orders: [Identifier<Prisoner>: OrderQuota] { context.orders }

    /// What counts how much. The levels of the objective are far enough apart that none is traded for the next in
    /// practice; a visit missed weighs like 33 hours of travel.
    static let weights = Problem.Weights(
        covered: 100_000, visit: 2000, minute: 0, neglect: 20, spacing: 1, change: 300, cost: 1)

    /// What a point is worth to people: so many are one visit.
    package static var pointsPerVisit: Int { weights.visit }

    /// Builds the problem. Visits that people have agreed, asked for or moved and those in the freeze window are fixed; one that
    /// has become impossible because the data have changed is let go and named in the problem's warnings.
    mutating func problem() throws -> Problem {
        var draft = ProblemDraft(
            start: horizon.first, days: horizon.count, catchUp: parameters.catchUpDays, weights: Self.weights)
        addSessions(to: &draft)
        let prisoners = addPrisoners(to: &draft)
        let homes = addEscorts(to: &draft)
        addRequests(to: &draft, prisoners: prisoners, homes: homes)
        addEscortLinks(to: &draft, homes: homes)
        draft.budgets = budgets(draft, besides: inside)
        let frozenUntil = today + parameters.freezeDays
        draft.published = currentVisits.keys.sorted()
        // Where two clash the later one in the list gives way: what is only asked for, to what is agreed.
        draft.fixed =
            agreed.keys.sorted { a, b in
                let (first, second) = (agreed[a]?.status == .confirmed, agreed[b]?.status == .confirmed)
                return first == second ? a < b : first
            }
            + draft.published.filter { assignment in
                survey.sessions[assignment.session.position].date <= frozenUntil
                    || currentVisits[assignment].map { $0.status == .requested || facts.moved.contains($0.id) } ?? false
            }
        return try Problem.make(draft, lenient: true)
    }

    private func addSessions(to draft: inout ProblemDraft) {
        let prisons = register.prisons.sorted { $0.id < $1.id }
        draft.prisons = prisons.map { Problem.Prison(id: $0.id, tableSeats: $0.tableSeats) }
        let positions = Dictionary(uniqueKeysWithValues: prisons.enumerated().map { ($1.id, $0) })
        let taken = visitorsOutside
        let beyondParty = adultsBeyondParty
        for session in survey.sessions {
            let prison = positions[session.prison, default: 0]
            // A site of meetings by video is a place of its own, so that an escort's way there is not that to the prison.
            let gate = session.site.map { siteIndex($0, of: prisons[prison], &draft) } ?? PrisonIndex(prison)
            let groups = taken[session.id, default: []]
            let extra = beyondParty[session.id, default: []]
            let tables =
                groups.reduce(0) { $0 + prisons[prison].tables(for: $1) }
                + extra.reduce(0) {
                    $0 + prisons[prison].tables(for: $1.persons) - prisons[prison].tables(for: $1.party)
                }
            let persons = groups.reduce(0, +) + extra.reduce(0) { $0 + $1.persons - $1.party }
            draft.sessions.append(
                Problem.Session(
                    id: session.id, prison: gate, day: session.date - horizon.first,
                    startMinute: session.start.minutes, minutes: session.minutes.count,
                    tables: max(0, session.tables - tables),
                    seats: session.seats.map { max(0, $0 - persons) }))
        }
    }

    private func siteIndex(
        _ site: Identifier<Place>, of prison: Prison, _ draft: inout ProblemDraft
    ) -> PrisonIndex {
        let id = Identifier<Prison>("\(prison.id)@\(site)")
        if let known = draft.prisons.firstIndex(where: { $0.id == id }) { return PrisonIndex(known) }
        draft.prisons.append(Problem.Prison(id: id, tableSeats: prison.tableSeats))
        return PrisonIndex(draft.prisons.count - 1)
    }

    /// How many persons come to each session in visits that are agreed, or that people have asked for, and that no party of
    /// the problem makes.
    private var visitorsOutside: [Identifier<Session>: [Int]] {
        var groups: [Identifier<Session>: [Int]] = [:]
        for visit in ahead where !inside.contains(visit.id) {
            guard let session = visit.session else { continue }
            groups[session, default: []].append(visit.persons)
        }
        return groups
    }

    /// Agreed visits of the problem to which more adults come than the one with whom a party is counted: how many persons come,
    /// and how many the party is.
    private var adultsBeyondParty: [Identifier<Session>: [(persons: Int, party: Int)]] {
        var groups: [Identifier<Session>: [(persons: Int, party: Int)]] = [:]
        for visit in ahead where visit.adults.count > 1 && inside.contains(visit.id) {
            guard let session = visit.session else { continue }
            groups[session, default: []].append((visit.persons, Visit.persons(with: visit.children.count)))
        }
        return groups
    }

    /// The sessions that a party can attend, or why there is none.
    typealias KnownOptions = Result<[OptionSurvey.Option], OptionSurvey.NoOption>

    private mutating func addRequests(
        to draft: inout ProblemDraft, prisoners: [Identifier<Prisoner>: PrisonerIndex],
        homes: [Identifier<Household>: EscortHomeIndex]
    ) {
        var known: [Int: KnownOptions] = [:]
        let links = JourneyLinks(candidates, survey: &survey) { [candidates] number, survey in
            let found = known[number] ?? survey.options(for: candidates[number])
            known[number] = found
            return (try? found.get()) ?? []
        }
        let families = FamilyNumbers(candidates, apart: links.onOneDay)
        var requests: [Int: RequestIndex] = [:]
        let sessionPositions = Dictionary(
            uniqueKeysWithValues: survey.sessions.enumerated().map { ($1.id, SessionIndex($0)) })
        let charges = addCharges(to: &draft, homes: homes, known: &known)
        var people = Dictionary(grouping: ahead.filter { inside.contains($0.id) }, by: \.household)
        let nearby = Dictionary(grouping: ahead.filter { !inside.contains($0.id) }, by: \.prisoner)
        for (number, party) in candidates.enumerated() {
            let request = RequestIndex(parties.count)
            let agreedHere = people[party.household.id, default: []].filter(party.makes)
            // A visit belongs to the first party that it touches, and takes one table.
            people[party.household.id]?.removeAll(where: party.makes)
            var options: [OptionSurvey.Option]
            switch known[number] ?? survey.options(for: party) {
            case .success(let found): options = found
            case .failure(let none):
                options = []
                if agreedHere.isEmpty {
                    withoutOptions.append((party, none.reason))
                    continue
                }
            }
            let taken = nearby[party.prisoner.id, default: []].map(\.date)
            options.removeAll { option in
                taken.contains { abs(survey.sessions[option.session].date - $0) < parameters.minGapDays }
            }
            if options.isEmpty, !taken.isEmpty, agreedHere.isEmpty {
                withoutOptions.append((party, Sentences.tooSoon))
                continue
            }
            for visit in agreedHere {
                guard let session = visit.session.flatMap({ sessionPositions[$0] }) else { continue }
                // What was only asked for is planned where it is, with the adult and the journey that are right now.
                if visit.status == .requested, party.isSame(as: visit), asked.contains(where: { $0.id == visit.id }),
                    options.contains(where: { $0.session == session.position })
                {
                    continue
                }
                agreed[Assignment(request: request, session: session)] = visit
                if !options.contains(where: { $0.session == session.position }) {
                    options.append(OptionSurvey.Option(session: session.position, cost: 0, money: visit.ownMoney))
                }
            }
            keepCurrentVisit(party, request, options, sessionPositions)
            let home = party.companions.home.flatMap { homes[$0] }
            if let home { options = self.options(options, of: party, from: home, charges) }
            requests[number] = request
            draft.add(
                Problem.Request(
                    id: Identifier(party.id), family: families[number],
                    prisoner: prisoners[party.prisoner.id] ?? PrisonerIndex(0), party: party.persons,
                    children: party.children.count,
                    lastVisit: party.lastVisit(facts).map { $0 - horizon.first }, maxGap: maxGap(of: party),
                    escortHome: home, escortPlaces: escortPlaces(of: party),
                    payer: payers.number(
                        of: payers.payer(for: party.household.id, home: party.companions.home))),
                options: options.map {
                    Problem.Option(session: SessionIndex($0.session), cost: $0.cost, money: $0.money.count)
                })
            parties.append(party)
        }
        draft.links = links.links(requests)
    }

    /// How many places of an escort's journey a party takes: those of its children; and where an escort may sit at few tables,
    /// so many that no more parties than tables go with one.
    private func escortPlaces(of party: Party) -> Int? {
        guard let home = party.companions.home else { return nil }
        let places = facts.escorts[home, default: []].map(\.maxChildren).min() ?? 1
        return max(party.children.count, places / (party.prison.tablesPerAdult ?? parameters.tablesPerAdult))
    }

    /// The longest gap that the strictest of the party's bonds allows.
    func maxGap(of party: Party) -> Int {
        party.bonds.map { $0.maxGap ?? parameters.maxGapDays }.min() ?? parameters.maxGapDays
    }

    /// Notes the proposed visits of the published plan that this party can still make.
    private mutating func keepCurrentVisit(
        _ party: Party, _ request: RequestIndex, _ options: [OptionSurvey.Option],
        _ sessions: [Identifier<Session>: SessionIndex]
    ) {
        for visit in proposed[party.household.id, default: []] where party.isSame(as: visit) {
            guard let session = visit.session.flatMap({ sessions[$0] }),
                options.contains(where: { $0.session == session.position })
            else { continue }
            currentVisits[Assignment(request: request, session: session)] = visit
        }
    }
}

extension Party.Companions {
    /// The home whose escorts go along; nil where a guardian does.
    var home: Identifier<Household>? {
        switch self {
        case .guardians: nil
        case .escort(let home): home
        }
    }
}

extension Party {
    /// Whether this is the party of `visit`: the same children, the same prisoner.
    func isSame(as visit: Visit) -> Bool {
        visit.prisoner == prisoner.id && visit.household == household.id && visit.children == children.map(\.id)
    }

    /// Whether `visit` is one of this party's: at least one of its children is there.
    func makes(_ visit: Visit) -> Bool {
        visit.prisoner == prisoner.id && visit.household == household.id
            && visit.children.contains { child in children.contains { $0.id == child } }
    }
}
