/// A session that people gave up for children, by calling off the visit in it or by moving it elsewhere: no run puts
/// these children there again.
///
/// A closure gives no session up. While it stands the session is not there; where it is lifted, the session is as good
/// as any.
public struct GivenUp: Hashable, Sendable {
    /// The session.
    public var session: Identifier<Session>
    /// The prisoner who was to be visited.
    public var prisoner: Identifier<Prisoner>
    /// The children who were to go, sorted.
    public var children: [Identifier<Child>]
    /// The day to which a child said no: then no session of it is one for these children and this prisoner; nil where
    /// somebody else gave the session up, and the others of that day are as good as any.
    public var day: Day?

    /// A session that these children are not put into again.
    public init(
        session: Identifier<Session>, prisoner: Identifier<Prisoner>, children: [Identifier<Child>], day: Day? = nil
    ) {
        self.session = session
        self.prisoner = prisoner
        self.children = children
        self.day = day
    }
}
