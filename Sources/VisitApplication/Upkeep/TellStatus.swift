import VisitModel
import VisitReports
import VisitStore
import VisitTravel

extension Desk {
    /// What the store holds, in numbers.
    public func status(today: Day) throws -> StoreStatus {
        StoreStatus(try reading().snapshot(), today: today)
    }

    /// The ISO 4217 code of the currency in which the store counts money.
    public func currency() throws -> String {
        TravelParameters(try reading().store.parameters()).currency
    }
}
