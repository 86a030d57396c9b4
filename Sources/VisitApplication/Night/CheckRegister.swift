import VisitModel
import VisitPlanning
import VisitRules
import VisitStore
import VisitTravel

extension Desk {
    /// Findings about the data in the store, the gravest first.
    public func check(today: Day) throws -> [Finding] {
        let view = try reading()
        let register = try view.register()
        let parameters = PlanningParameters(register.parameters)
        let horizon = parameters.horizon(from: today + 1)
        return DataCheck(register, today: today).findings + parameters.findings
            + ContactParameters(register.parameters).findings
            + TravelParameters(register.parameters).findings
            + TimetableCheck.findings(try view.store.timetables(), days: horizon)
            + (try rules().check(register.parameters))
            + templateFindings
    }
}
