import VisitModel
import VisitReports
import VisitStore
import VisitTravel

extension Desk {
    /// What the store holds, in numbers.
    public func status(today: Day) throws -> StoreStatus {
        let view = try reading()
        let upkeep = try view.store.upkeep()
        return StoreStatus(
            try view.snapshot(), today: today, upkeep: upkeep, concerns: concerns(on: today, about: upkeep))
    }

    /// The ISO 4217 code of the currency in which the store counts money.
    public func currency() throws -> String {
        TravelParameters(try reading().store.parameters()).currency
    }
}
