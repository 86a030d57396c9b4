import VisitModel
import VisitStore

extension Desk {
    /// Gives an agreed visit another adult in place of the one who leads, and with it the agreed visits of the same journey.
    ///
    /// A proposal that needs the adult at that time gives way: it does not hold any more, and the next plan makes another one.
    ///
    /// - Returns: the visits as they are now, the one that was asked about first.
    /// - Throws: `StoreError.noSuch` for a visit or an adult that does not exist; `notAgreed` for a visit that is only proposed or
    ///   over; `doesNotHold` where with that adult something does not hold that held before.
    public func changeAdult(
        of id: Identifier<Visit>, to adult: Visit.Companion, _ step: Step, today: Day
    ) throws -> [VisitDetail] {
        let act = try act(step)
        let view = try reviewing(on: today)
        let (company, revision) = try view.company(of: id)
        try view.require(adult)
        guard company[0].date >= today else {
            throw StoreError.alreadyOver(visit: Identifier(company[0].label), date: company[0].date)
        }
        if let book = rulesIfAny(), company[0].status.mayChangeAdult {
            let known = try company.flatMap { try view.visitDetail($0.id).flags }
            let substitution = try Substitution(
                [adult], along: company, known: known, view, book: book, today: today)
            let obstacles = substitution.obstacles(to: adult)
            if let first = obstacles.first, let named = company.first(where: { $0.id == first.visit }) {
                throw StoreError.refusing(Identifier(named.label), for: obstacles.filter { $0.visit == named.id })
            }
        }
        let changed = try view.give(adult, to: company.map(\.id), act: act, madeFrom: revision)
        return try changed.map { try view.visitDetail($0.id) }
    }
}
