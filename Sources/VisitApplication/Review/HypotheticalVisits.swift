import VisitJudge
import VisitModel
import VisitRules
import VisitStore

/// What the judge would say of visits that nobody has planned: so that every answer about a child, a prisoner, an adult and a day
/// is the judge's.
struct HypotheticalVisits {
    /// What does not hold of each, by its identifier.
    private let flags: [Identifier<Visit>: [VisitFlag]]
    /// The names of the prisons of which flags speak.
    let prisonNames: [Identifier<Prison>: BilingualText]
    /// What to do about the row of each prisoner that does not show a transfer.
    let remedies: [Identifier<Prisoner>: BilingualText]

    /// - Parameters:
    ///   - visits: the hypothetical visits; no visit of the store has one of their identifiers.
    ///   - replaced: visits of the store that they would replace.
    ///   - besideProposals: whether proposals count beside them; a proposal gives way to a visit that people agree.
    ///   - today: the day on which it is asked.
    init(
        _ visits: [Visit], insteadOf replaced: Set<Identifier<Visit>> = [], _ view: StoreView,
        besideProposals: Bool = true, book: RuleBook, today: Day
    ) throws {
        guard !visits.isEmpty else {
            (flags, prisonNames, remedies) = ([:], [:], [:])
            return
        }
        let material = try view.surroundings(of: visits)
        let others = material.visits.filter {
            !replaced.contains($0.id) && (besideProposals || $0.status != .proposed)
        }
        let judge = Judge(
            JudgedWorld(
                register: material.register, visits: others + visits, book: book, timetables: material.timetables,
                today: today))
        let hypothetical = Set(visits.map(\.id))
        let labels = Dictionary(others.map { ($0.id, $0.flagLabel) }) { first, _ in first }
        var flags: [Identifier<Visit>: [VisitFlag]] = [:]
        for flag in judge.flags() where material.codes.contains(flag.code) {
            if hypothetical.contains(flag.visit) {
                flags[flag.visit, default: []].append(flag)
            } else if let own = flag.fact("visit").map({ Identifier<Visit>($0) }), hypothetical.contains(own) {
                // Of two visits that do not go together the judge names the one that is agreed less; here it is the supposed one.
                let other = labels[flag.visit].map { [Refusal.Fact("meeting", $0)] } ?? []
                flags[own, default: []].append(
                    VisitFlag(visit: own, code: flag.code, subject: flag.subject, facts: other))
            }
        }
        // What they would stand beside may be beyond reach: that it does not go is told, and not with whom.
        let each = Dictionary(visits.map { ($0.id, $0) }) { first, _ in first }
        self.flags = Dictionary(
            uniqueKeysWithValues: flags.map { id, flags in
                (id, each[id].map { visit in flags.map { $0.showing(visit, within: view.reach) } } ?? [])
            })
        prisonNames = material.register.prisonNames
        remedies = UnshownTransfer.remedies(in: material.register)
    }

    /// The flags of a hypothetical visit, the gravest first.
    func flags(of visit: Identifier<Visit>) -> [VisitFlag] {
        flags[visit, default: []].sorted { ($0.code, $0.subject) < ($1.code, $1.subject) }
    }
}

extension VisitFlag.Code {
    /// Whether it keeps child and prisoner from meeting on a day, whichever session and whoever goes along.
    var isOfBond: Bool {
        switch self {
        case .contactForbidden, .contactOnHold, .declinedByChild, .noBond, .prisonerDeclines, .notPermitted,
            .undetermined, .prisonerElsewhere, .whereaboutsUnknown, .released, .prisonerAway:
            true
        default: false
        }
    }

    /// Whether it says something about the very day that somebody asks about.
    var isOfDay: Bool { isOfBond || self == .childAbsent || self == .closed || self == .noSession }
}

extension VisitFlag {
    /// Whether it is so whoever goes along: where nobody is named, the rules may only miss an adult.
    var isWhoeverGoes: Bool { code.isOfBond && fact("decision") != Entitlement.Decision.ineligible.rawValue }
}

extension Visit {
    /// A visit that somebody supposes: on that day in the prison of the prisoner, in the first session that is held then.
    ///
    /// - Parameter templates: the sessions of the prison.
    init(
        hypothetical bond: Bond, of child: Child, to prisoner: Prisoner, on date: Day,
        with adult: Visit.Companion? = nil,
        templates: [SessionTemplate] = []
    ) {
        let held = templates.filter { $0.prison == prisoner.prison && $0.isHeld(on: date) }
            .min { ($0.start, $0.id) < ($1.start, $1.id) }
        self.init(
            id: Self.hypothetical(bond, adult), status: .proposed, prisoner: prisoner.id, household: child.household,
            children: [child.id], companion: adult, prison: prisoner.prison,
            session: held.map { Identifier($0.id, on: date) }, date: date,
            start: held?.start ?? (templates.isEmpty ? nil : ClockTime(minutes: 12 * 60)), minutes: held?.minutes ?? 30,
            mode: held?.modes.first ?? .table)
    }

    /// The identifier of a visit that somebody supposes; none of the store has a blank in its own.
    static func hypothetical(_ bond: Bond, _ adult: Visit.Companion?) -> Identifier<Visit> {
        Identifier("supposed \(bond.id) \(adult?.subject ?? "")")
    }
}
