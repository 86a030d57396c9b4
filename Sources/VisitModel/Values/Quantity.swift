/// A whole number of one unit. Quantities of different units do not mix: adding minutes to metres does not compile.
public struct Quantity<Unit>: Hashable, Comparable, Sendable, AdditiveArithmetic {
    /// The number of units.
    public var count: Int

    /// A quantity of `count` units.
    public init(_ count: Int) {
        self.count = count
    }

    /// No units.
    public static var zero: Self { Self(0) }

    /// Orders quantities by their count.
    public static func < (a: Self, b: Self) -> Bool { a.count < b.count }
    /// The sum.
    public static func + (a: Self, b: Self) -> Self { Self(a.count + b.count) }
    /// The difference; negative where `b` is the greater.
    public static func - (a: Self, b: Self) -> Self { Self(a.count - b.count) }

    /// The quantity taken `times` times.
    public static func * (a: Self, times: Int) -> Self { Self(a.count * times) }
}

extension Quantity: ExpressibleByIntegerLiteral {
    /// A quantity of that many units.
    public init(integerLiteral value: Int) {
        self.init(value)
    }
}

/// The unit of a span of time: one minute.
public enum MinuteUnit: Sendable {}
/// The unit of a distance: one metre.
public enum MetreUnit: Sendable {}
/// The unit of money: a hundredth of the currency unit (fen, cent, penny).
public enum CentUnit: Sendable {}

/// A span of time in whole minutes.
public typealias Minutes = Quantity<MinuteUnit>
/// A distance in whole metres.
public typealias Metres = Quantity<MetreUnit>
/// Money in hundredths of the currency unit.
public typealias Cents = Quantity<CentUnit>
