import VisitJudge
import VisitModel
import VisitRules
import VisitStore

/// What does not hold of the visits ahead on a day, judged now: a day may have passed since somebody looked.
struct CurrentFlags {
    /// Each with its visit, those that are agreed first.
    let noted: [ReviewOutcome.Noted]

    /// For so many visits, those first that are agreed and come first, it is asked who can go instead: each is put to the judge. Where
    /// more have lost their adult at once, somebody does not repair them one by one.
    private static let mostAsked = 100

    /// - Parameter view: whose visits; of what is stored it keeps since when something is known, and who has let it pass.
    init(_ view: StoreView, _ snapshot: PlanningSnapshot, book: RuleBook, today: Day) throws {
        let planned = snapshot.planned
        let visits = snapshot.register.visits + planned
        let judge = Judge(
            JudgedWorld(
                register: snapshot.register, visits: visits, book: book, timetables: snapshot.timetables, today: today))
        struct Key: Hashable {
            let visit: Identifier<Visit>
            let code: VisitFlag.Code
            let subject: String
        }
        let stored = Dictionary(
            try view.flags().map { (Key(visit: $0.visit, code: $0.code, subject: $0.subject), $0) }
        ) { first, _ in first }
        let byIdentifier = Dictionary(visits.map { ($0.id, $0) }) { first, _ in first }
        let remedies = UnshownTransfer.remedies(in: snapshot.register)
        var noted = judge.flags().compactMap { found -> ReviewOutcome.Noted? in
            guard let visit = byIdentifier[found.visit] else { return nil }
            var flag = found
            let before = stored[Key(visit: found.visit, code: found.code, subject: found.subject)]
            flag.since = before?.since ?? Instant(utc: CivilTime(today, .midnight))
            flag.waiver = before?.waiver
            var one = ReviewOutcome.Noted(visit, flag)
            if flag.code == .prisonerElsewhere { one.remedy = remedies[visit.prisoner] }
            return one
        }.sorted()
        let asked = noted.indices.filter { noted[$0].needsAnotherAdult }.prefix(Self.mostAsked)
        if !asked.isEmpty {
            let substitutes = Substitutes(
                snapshot.register, flags: noted.map(\.flag), view, book: book, today: today)
            let proposals = planned.filter { $0.status == .proposed }
            let requested = visits.filter { $0.status == .requested }
            for index in asked {
                let visit = noted[index].visit
                let able = try substitutes.adults(for: visit, proposals: proposals)
                noted[index].substitutes = able
                if able.isEmpty { noted[index].heldBack = try substitutes.heldBack(from: visit, by: requested) }
            }
        }
        self.noted = noted
    }
}
