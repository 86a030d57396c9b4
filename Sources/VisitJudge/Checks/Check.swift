import VisitModel

/// One question that is put to visits, and the codes of the flags by which it answers.
struct Check: Sendable {
    /// To what the question is put.
    enum Question: Sendable {
        /// To each visit ahead by itself.
        case each(@Sendable (JudgedVisit, JudgedWorld) -> [VisitFlag])
        /// To each visit that people still hold to be ahead though its day has passed.
        case overdue(@Sendable (JudgedVisit) -> [VisitFlag])
        /// To visits that have something in common, at least one of which is ahead; by date and start.
        case together(Docket.Common, @Sendable ([JudgedVisit], JudgedWorld) -> [VisitFlag])
    }

    let codes: [VisitFlag.Code]
    let question: Question

    /// A question to each visit ahead by itself.
    init(_ codes: VisitFlag.Code..., each: @escaping @Sendable (JudgedVisit, JudgedWorld) -> [VisitFlag]) {
        self.codes = codes
        question = .each(each)
    }

    /// A question to each visit whose day has passed without an outcome.
    init(_ codes: VisitFlag.Code..., overdue: @escaping @Sendable (JudgedVisit) -> [VisitFlag]) {
        self.codes = codes
        question = .overdue(overdue)
    }

    /// A question to visits that have something in common.
    init(
        _ codes: VisitFlag.Code..., of common: Docket.Common,
        together: @escaping @Sendable ([JudgedVisit], JudgedWorld) -> [VisitFlag]
    ) {
        self.codes = codes
        question = .together(common, together)
    }

    /// All questions.
    static let all: [Check] = [
        contact, consent, rules, keptApart,
        prisonersPlace, prisonersAbsence,
        known, accompanied, adultsFitness, adultsDays, adultsBans, householdsOwn, childrensDays,
        adultTwice, childTwice, escortsChildren,
        opening, room, visitorLimit, tablesOfAdult,
        quota, gap, booking, papers,
        gateTime, homeHours, wholeJourney, trueLegs, oneJourney,
        budget, sentences, outcome,
    ]
}

extension Collection<JudgedVisit> {
    /// Those of the visits ahead for which there is no room: each weighs so much, and all of them may weigh `limit`.
    ///
    /// Who is agreed and comes first has room first. Where agreed visits alone are too many, people have to choose, and
    /// all of them are named.
    func surplus(over limit: Int, weight: (JudgedVisit) -> Int) -> [JudgedVisit] {
        var room = limit
        var surplus: [JudgedVisit] = []
        for visit in sorted(by: { $1.yields(to: $0) }) {
            let needed = weight(visit)
            if needed <= room { room -= needed } else { surplus.append(visit) }
        }
        guard surplus.contains(where: \.visit.status.isAgreed) else { return surplus.filter(\.isAhead) }
        return filter { $0.isAhead && ($0.visit.status.isAgreed || surplus.map(\.visit.id).contains($0.visit.id)) }
    }
}

extension JudgedVisit {
    /// Which of this visit and `other` to name where both cannot be: the one that is agreed less or comes later; both
    /// where both are agreed.
    func toName(besides other: JudgedVisit) -> [(visit: JudgedVisit, other: JudgedVisit)] {
        if visit.status.isAgreed, other.visit.status.isAgreed { return [(self, other), (other, self)] }
        return yields(to: other) ? [(self, other)] : [(other, self)]
    }
}
