import VisitModel
import VisitRules

/// What the rules say of one child at one visit, in the company of the adults who are named.
struct RuleAnswer: Sendable {
    /// Whether the rules admit the child.
    enum Verdict: Hashable, Sendable {
        case admitted
        /// They do, but with none of these adults.
        case notWithAdults
        /// They do not, whoever goes along.
        case notPermitted(Entitlement.Decision)
        /// The prisoner is out of prison then, until that day where it is known.
        case outOfPrison(until: Day?)
        /// They leave a figure open.
        case undetermined(parameter: String?)
    }

    let child: Identifier<Child>
    let bond: Bond
    let verdict: Verdict
    /// The rule that decided against the child.
    let rule: String?
    /// The last day of what the rules say, where they name one.
    let until: Day?
    /// The forms in which they may meet; any where empty.
    let modes: [Mode]
    /// How often, where the rules give a number and no visit orders count instead.
    let quota: Entitlement.Quota?
    /// Whether a meeting by video takes one of these visits.
    let videoCounts: Bool
    let visitors: Entitlement.VisitorLimit
    /// The papers that must be in the file and are not.
    let missingPapers: [Paper]
    let noticeDays: Int?
    /// Whether the rules let the child come without an adult.
    let maybeAlone: Bool
}

/// Asks the rules about visits, each child with the adults who are named; keeps answers, since most cases are alike.
struct RuleInquiry {
    let world: JudgedWorld
    private var cache = EntitlementCache()

    init(_ world: JudgedWorld) {
        self.world = world
    }

    /// What the rules say of each of `children` who has a bond, in the company of `adults`.
    mutating func answers(
        of children: [Child], with adults: [JudgedVisit.Adult], to prisoner: Prisoner, in prison: Prison, on day: Day
    ) -> [RuleAnswer] {
        children.compactMap { child in
            world.bonds[ChildAndPrisoner(child.id, prisoner.id)].map { bond in
                answer(contactCase(child, prisoner, prison, bond, on: day), child, bond, adults)
            }
        }
    }

    private mutating func answer(
        _ question: ContactCase, _ child: Child, _ bond: Bond, _ adults: [JudgedVisit.Adult]
    ) -> RuleAnswer {
        var question = question
        var chosen: Entitlement?
        // Who is no adult is named for that.
        for adult in adults where adult.isGrownUp(on: question.date) {
            question.companion = adult.contactCompanion(on: question.date)
            let entitlement = world.book.entitlement(for: question, using: &cache)
            if entitlement.permitsVisit || chosen == nil { chosen = entitlement }
            if entitlement.permitsVisit { break }
        }
        question.companion = nil
        let needsAlone = chosen.map { !$0.permitsVisit } ?? true
        let alone = needsAlone ? world.book.entitlement(for: question, using: &cache) : nil
        guard let entitlement = chosen ?? alone else { preconditionFailure("The rules always answer.") }
        return RuleAnswer(
            child: child.id, bond: bond, verdict: verdict(entitlement, alone: alone),
            rule: entitlement.permitsVisit ? nil : entitlement.decisiveStep?.rule,
            until: entitlement.until, modes: entitlement.modes,
            quota: entitlement.visitOrders == nil ? entitlement.visits : nil,
            videoCounts: entitlement.video?.countsToQuota ?? true, visitors: entitlement.visitors,
            missingPapers: entitlement.documents.filter { !$0.isCarried && !bond.papers.contains($0) },
            noticeDays: entitlement.noticeDays, maybeAlone: alone.map { !$0.escort.isRequired } ?? false)
    }

    private func verdict(_ entitlement: Entitlement, alone: Entitlement?) -> RuleAnswer.Verdict {
        switch entitlement.decision {
        case .allowed, .restricted: .admitted
        // Whether the adult is of the family may not be on record; another adult can go.
        case .undetermined where alone?.permitsVisit == true: .notWithAdults
        case .undetermined: .undetermined(parameter: entitlement.unquantified.first(where: \.isUnset)?.parameter)
        case .outOfPrison: .outOfPrison(until: entitlement.until)
        case .ineligible where alone?.permitsVisit == true: .notWithAdults
        case .ineligible, .suspended, .deferred, .coResident: .notPermitted(entitlement.decision)
        }
    }

    /// Whether the rules hold a prisoner to be out of prison for the sake of any of her children.
    mutating func outOfPrison(_ prisoner: Prisoner, _ prison: Prison, on day: Day) -> Whereabouts.Absent? {
        for bond in world.bondsByPrisoner[prisoner.id, default: []] {
            guard let child = world.children[bond.child] else { continue }
            let question = contactCase(child, prisoner, prison, bond, on: day)
            let answer = world.book.entitlement(for: question, using: &cache)
            if answer.decision == .outOfPrison { return Whereabouts.Absent(until: answer.until) }
        }
        return nil
    }

    /// The question about one child and one prisoner.
    ///
    /// What other questions decide is left out of it, so that nothing is said twice: whether the prisoner agrees, is
    /// released, and which person is banned.
    private func contactCase(
        _ child: Child, _ prisoner: Prisoner, _ prison: Prison, _ bond: Bond, on day: Day
    ) -> ContactCase {
        var question = ContactCase(
            date: day, jurisdiction: prison.jurisdiction, facility: prison.facility, prisonHolds: prison.holds,
            prisonerSex: prisoner.sex, grade: prisoner.grade, sentence: prisoner.sentence, admitted: prisoner.admitted,
            prisonerBirthDate: prisoner.birthDate, consents: true,
            events: world.events[prisoner.id, default: []].filter { $0.kind != .released && $0.visitor == nil },
            childBirthDate: child.birthDate, relation: bond.relation,
            history: world.met[ChildAndPrisoner(child.id, prisoner.id), default: []].map {
                ContactCase.PastVisit(date: $0.date, minutes: $0.minutes, mode: $0.mode)
            },
            protectChildContact: world.figures.protectsContact, parameters: world.register.parameters)
        question.otherParent = otherParent(of: child, bond)
        question.distance = distance(from: child, to: prison)
        return question
    }

    /// In custody where the child has a bond with the other parent too, present where the other parent lives with the
    /// child.
    private func otherParent(of child: Child, _ bond: Bond) -> ContactCase.OtherParent {
        let wanted: (Bond.Relation, Guardian.Relation)
        switch bond.relation {
        case .mother: wanted = (.father, .father)
        case .father: wanted = (.mother, .mother)
        default: return ContactCase.OtherParent(.unknown)
        }
        let other = world.bondsByChild[child.id, default: []].first {
            $0.relation == wanted.0 && $0.prisoner != bond.prisoner
        }
        if let other { return ContactCase.OtherParent(.inCustody, since: world.prisoners[other.prisoner]?.admitted) }
        let isHome = world.guardiansByHousehold[child.household, default: []].contains { $0.relation == wanted.1 }
        return ContactCase.OtherParent(isHome ? .present : .unknown)
    }

    private func distance(from child: Child, to prison: Prison) -> Metres? {
        guard let home = world.households[child.household]?.place else { return nil }
        if let measured = world.roads.metres(from: home, to: prison.place) { return measured }
        guard let here = world.places[home]?.coordinate, let there = world.places[prison.place]?.coordinate else {
            return nil
        }
        return here.greatCircle(to: there)
    }
}

extension Entitlement {
    fileprivate var permitsVisit: Bool { decision == .allowed || decision == .restricted }
}

extension Paper {
    /// Whether the adult brings it on the day; it is no part of a file.
    fileprivate var isCarried: Bool { self == .residentIdentityCard || self == .photoIdentity }
}

extension JudgedVisit.Adult {
    /// The adult as the rules see one.
    fileprivate func contactCompanion(on day: Day) -> ContactCase.Companion {
        switch self {
        case .guardian(let guardian):
            ContactCase.Companion(
                relation: guardian.relation, age: guardian.birthDate.map { $0.years(until: day) })
        case .escort: ContactCase.Companion(relation: nil)
        }
    }
}
