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
        let snapshot = try reading().snapshot()
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
            register, horizon: snapshot.horizon(on: today), book: try rules(), today: today, within: within)
        return survey.list(visits: register.visits + planned) { bond in
            (prisoner == nil || bond.prisoner == prisoner) && (household == nil || homes[bond.child] == household)
        }
    }
}
