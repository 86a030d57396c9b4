import VisitModel
import VisitStore

extension Desk {
    /// The published plans without their visits, the newest first.
    public func plans(limit: Int = 30) throws -> [Plan] {
        try reading().store.plans(limit: limit)
    }
}
