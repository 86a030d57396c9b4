/// What to do when a vehicle of a journey is missed: the next way on from where it would have been boarded.
public struct MissedConnection: Hashable, Sendable {
    /// The vehicle, as passengers know it.
    public var route: String
    /// The stop where it would have been boarded.
    public var stop: String
    /// The way on that arrives first; nil where there is none on that day.
    public var next: Journey?

    /// A vehicle missed, and the way on.
    public init(route: String, stop: String, next: Journey?) {
        self.route = route
        self.stop = stop
        self.next = next
    }
}
