import GRDB
import VisitModel

/// A value of the trade that fits into one column.
protocol Storable {
    /// The value as SQLite keeps it.
    var cell: DatabaseValue { get }
}

extension String: Storable {
    var cell: DatabaseValue { databaseValue }
}

extension Int: Storable {
    var cell: DatabaseValue { databaseValue }
}

extension Double: Storable {
    var cell: DatabaseValue { databaseValue }
}

/// Yes is 1, no is 0.
extension Bool: Storable {
    var cell: DatabaseValue { databaseValue }
}

extension Identifier: Storable {
    var cell: DatabaseValue { text.databaseValue }
}

/// The number of days since 1970-01-01.
extension Day: Storable {
    var cell: DatabaseValue { number.databaseValue }
}

/// All of it: what the store keeps is what a prison's list must show.
extension CitizenNumber: Storable {
    var cell: DatabaseValue { unmasked.databaseValue }
}

/// The minutes since midnight.
extension ClockTime: Storable {
    var cell: DatabaseValue { minutes.databaseValue }
}

/// The seconds since 1970-01-01 UTC.
extension Instant: Storable {
    var cell: DatabaseValue { seconds.databaseValue }
}

extension Quantity: Storable {
    var cell: DatabaseValue { count.databaseValue }
}

/// A digit for each day, 1 for Monday.
extension [Weekday] {
    var cell: DatabaseValue { map { String($0.rawValue) }.joined().databaseValue }
}

extension Optional: Storable where Wrapped: Storable {
    var cell: DatabaseValue { map(\.cell) ?? .null }
}

extension RawRepresentable where RawValue: Storable {
    /// The word or number that stands for the case.
    var cell: DatabaseValue { rawValue.cell }
}

extension Optional where Wrapped: RawRepresentable, Wrapped.RawValue: Storable {
    /// The word or number that stands for the case, if there is one.
    var cell: DatabaseValue { map(\.rawValue.cell) ?? .null }
}
