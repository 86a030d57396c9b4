import VisitModel
import VisitPlanning
import VisitStore

extension StoreView {
    /// The days over which it is asked who goes along, without the plan's visits being read.
    func planHorizon(on today: Day) throws -> DayRange {
        PlanningParameters(try store.parameters()).horizon(
            on: today, published: try store.plans(limit: 1).first?.horizon)
    }
}
