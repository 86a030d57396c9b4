import VisitModel
import VisitPlanning
import VisitReports
import VisitRules
import VisitStore

extension Desk {
    /// What must be done by when, and why: for everybody, for one prisoner, or for one household.
    ///
    /// - Parameter within: how many days to look ahead. What is overdue, or only to be watched, is always in it.
    /// - Throws: `DeskError.unknown` for a prisoner or household that does not exist.
    public func tasks(
        within: Int, prisoner: Identifier<Prisoner>?, household: Identifier<Household>?, today: Day
    ) throws -> TaskList {
        let view = try reading()
        let (snapshot, book) = (try view.snapshot(), try rules())
        let register = snapshot.register
        if let prisoner, !register.prisoners.contains(where: { $0.id == prisoner }) {
            throw DeskError.unknown(what: BilingualText(en: "prisoner", zh: "服刑人员"), id: prisoner.text)
        }
        if let household, !register.households.contains(where: { $0.id == household }) {
            throw DeskError.unknown(what: BilingualText(en: "household", zh: "家庭"), id: household.text)
        }
        let homes = Dictionary(register.children.map { ($0.id, $0.household) }) { first, _ in first }
        let known = Set(register.visits.map(\.id))
        let planned = (snapshot.plan?.visits ?? []).filter { !known.contains($0.id) }
        var survey = TaskSurvey(
            register, horizon: snapshot.horizon(on: today), book: book, today: today, within: within)
        var list = survey.list(visits: register.visits + planned) { bond in
            (prisoner == nil || bond.prisoner == prisoner) && (household == nil || homes[bond.child] == household)
        }
        func isAsked(_ visit: Visit) -> Bool {
            (prisoner == nil || visit.prisoner == prisoner) && (household == nil || visit.household == household)
        }
        list.names = FlagNames(prisons: register.prisonNames)
        list.flagged = try CurrentFlags(view, snapshot, book: book, today: today).noted.filter { isAsked($0.visit) }
        list.calledOff = try view.visitsToTell(from: today - Visit.daysShownAfterDate).map(\.calledOff)
            .filter { isAsked($0.visit) }.map { $0.searched(in: snapshot, today: today) }
        return list
    }
}
