import GRDB
import VisitModel

extension StoreView {
    /// The published plan with its visits, if there is one. Refusals are by child and prisoner.
    public func plan() throws(StoreError) -> Plan? {
        guard reach == .everything else { return try snapshot().plan }
        return try connection.read { try PlanReading.current($0) }
    }
}
