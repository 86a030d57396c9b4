import VisitModel
import VisitPlanning
import VisitRules
import VisitStore

/// Whether others can go along on a journey in place of the adult who leads: put to the judge, who knows what stands.
struct Substitution {
    private let company: [Visit]
    private let known: [VisitFlag]
    private let hypothetical: HypotheticalVisits

    /// - Parameters:
    ///   - adults: who is asked about.
    ///   - company: the agreed visits of one journey.
    ///   - known: what does not hold of them now.
    ///   - others: visits that are looked away from, as if they were not to be.
    init(
        _ adults: [Visit.Companion], along company: [Visit], known: [VisitFlag], without others: [Visit] = [],
        _ view: StoreView, book: RuleBook, today: Day
    ) throws {
        self.company = company
        self.known = known
        hypothetical = try HypotheticalVisits(
            adults.flatMap { adult in company.map { $0.hypothetical(with: adult) } },
            insteadOf: Set((company + others).map(\.id)), view, besideProposals: false, book: book, today: today)
    }

    /// What would not hold of the visits with that adult, and holds now; it names the visits as they are.
    func obstacles(to adult: Visit.Companion) -> [VisitFlag] {
        company.flatMap { visit in
            hypothetical.flags(of: visit.hypothetical(with: adult).id).map { flag in
                var flag = flag
                flag.visit = visit.id
                return flag
            }
        }.filter { flag in
            flag.isObstacle && flag.mayBeDue(to: adult) && !known.contains { $0.isAboutTheSame(as: flag) }
        }
    }
}

extension Visit {
    /// The visit with that adult in place of the one who leads, as one that somebody supposes.
    fileprivate func hypothetical(with adult: Companion) -> Visit {
        var visit = self
        visit.id = Identifier("supposed \(id) \(adult.subject)")
        visit.adults = [adult] + adults.dropFirst().filter { $0 != adult }
        (visit.number, visit.status) = (nil, .proposed)
        return visit
    }
}

extension VisitFlag {
    /// Whether it may be so because that adult goes along: the hypothetical visits of the other candidates exist beside
    /// it, so that children and tables seem to be taken twice.
    fileprivate func mayBeDue(to adult: Visit.Companion) -> Bool {
        switch code {
        case .homeHours, .journeyBroken: true
        default: isOfAdult && (subject == adult.subject || !isOfNamedAdult)
        }
    }

    private var isOfNamedAdult: Bool { subject.hasPrefix("guardian ") || subject.hasPrefix("escort ") }
}

/// Who could go along instead, for visits of which something about the adult does not hold.
struct Substitutes {
    private let register: Register
    private let facts: RegisterIndex
    private let flags: [Identifier<Visit>: [VisitFlag]]
    private let view: StoreView
    private let book: RuleBook
    private let today: Day

    /// - Parameter flags: what does not hold of visits ahead.
    init(_ register: Register, flags: [VisitFlag], _ view: StoreView, book: RuleBook, today: Day) {
        self.register = register
        self.flags = Dictionary(grouping: flags, by: \.visit)
        self.view = view
        self.book = book
        self.today = today
        facts = RegisterIndex(register)
    }

    /// Who could lead the journey of `visit`: those first whom no proposal needs on its days, then in the order in which the plan
    /// asks them.
    func adults(for visit: Visit, proposals: [Visit]) throws -> [Visit.Companion] {
        let company = try view.company(of: visit.id).visits
        let candidates = candidates(for: visit)
        guard !candidates.isEmpty else { return [] }
        let substitution = try Substitution(
            candidates, along: company, known: company.flatMap { flags[$0.id] ?? [] }, view, book: book, today: today)
        let needed = proposals.filter { $0.daysAway.overlaps(visit.daysAway) }.flatMap(\.adults)
        let able = candidates.enumerated().filter { substitution.obstacles(to: $0.element).isEmpty }
        func rank(_ adult: (offset: Int, element: Visit.Companion)) -> (Int, Int) {
            (needed.contains(adult.element) ? 1 : 0, adult.offset)
        }
        return able.sorted { rank($0) < rank($1) }.map(\.element)
    }

    /// Who could lead the journey of `visit`, if others took visits of theirs on its days that are only requested.
    func heldBack(from visit: Visit, by requested: [Visit]) throws -> [ReviewOutcome.HeldBack] {
        let company = try view.company(of: visit.id).visits
        let beside = requested.filter { other in
            other.daysAway.overlaps(visit.daysAway) && !company.contains { $0.id == other.id }
        }
        let candidates = candidates(for: visit).filter { adult in beside.contains { $0.adults.contains(adult) } }
        guard !candidates.isEmpty else { return [] }
        let substitution = try Substitution(
            candidates, along: company, known: company.flatMap { flags[$0.id] ?? [] }, without: beside, view,
            book: book, today: today)
        return candidates.filter { substitution.obstacles(to: $0).isEmpty }.map { adult in
            ReviewOutcome.HeldBack(adult, visits: beside.filter { $0.adults.contains(adult) }.map(\.label))
        }
    }

    /// Whom the plan could ask, but for those who go along already.
    private func candidates(for visit: Visit) -> [Visit.Companion] {
        let bonds = register.bonds.filter { $0.prisoner == visit.prisoner && visit.children.contains($0.child) }
        guard let bond = bonds.min(by: { $0.child < $1.child }) else { return [] }
        var choice = CompanionChoice(facts, book: book, horizon: DayRange(visit.date, visit.date))
        return choice.adults(for: bond, on: visit.date).filter { isPerhapsFree($0.obstacle) }.map(\.adult)
            .filter { !visit.adults.contains($0) }
    }

    /// Whether only the judge can say: who cannot for some hours of the day may be free for the journey.
    private func isPerhapsFree(_ obstacle: ConsideredAdult.Obstacle?) -> Bool {
        switch obstacle {
        case nil, .absent: true
        default: false
        }
    }
}

extension Visit {
    /// The days on which its travellers are away from home for any time.
    fileprivate var daysAway: ClosedRange<Day> { trip.map { $0.leavesHome.day...$0.isHome.day } ?? date...date }
}
