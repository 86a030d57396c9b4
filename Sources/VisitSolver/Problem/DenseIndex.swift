/// The position of one thing in the list of its kind in a `Problem`.
///
/// Inside the solver nothing is looked up by name; an index of prisoners cannot be used where one of sessions is
/// wanted.
public struct DenseIndex<Entity>: Hashable, Comparable, Sendable {
    /// The position, from 0.
    public let number: Int32

    /// The thing at that position. `number` must fit 32 bits and not be negative.
    public init(_ number: Int) {
        precondition(number >= 0, "A position in a list is not negative; found \(number).")
        self.number = Int32(number)
    }

    private init(unchecked number: Int32) {
        self.number = number
    }

    /// Stands for a thing that a document names and does not hold; the reader has reported it.
    static var unknown: Self { Self(unchecked: -1) }

    /// The position as an array subscript.
    @inlinable
    public var position: Int { Int(number) }

    /// Orders by position.
    public static func < (a: Self, b: Self) -> Bool { a.number < b.number }
}

/// A prison's position in `Problem.prisons`.
public typealias PrisonIndex = DenseIndex<Problem.Prison>
/// A session's position in `Problem.sessions`.
public typealias SessionIndex = DenseIndex<Problem.Session>
/// A prisoner's position in `Problem.prisoners`.
public typealias PrisonerIndex = DenseIndex<Problem.Prisoner>
/// A request's position in `Problem.requests`.
public typealias RequestIndex = DenseIndex<Problem.Request>
/// A household's number; the solver knows nothing else of it.
public typealias FamilyIndex = DenseIndex<Problem.Family>
/// A charity home's (or other place's, from which escorts go) position in `Problem.escortHomes`.
public typealias EscortHomeIndex = DenseIndex<Problem.EscortHome>
