/// One visit of a plan: a request and the session that it is given.
public struct Assignment: Hashable, Comparable, Sendable {
    /// Who comes.
    public var request: RequestIndex
    /// When and where.
    public var session: SessionIndex

    /// A visit.
    public init(request: RequestIndex, session: SessionIndex) {
        self.request = request
        self.session = session
    }

    /// Orders visits by request, then by session.
    public static func < (a: Assignment, b: Assignment) -> Bool {
        (a.request, a.session) < (b.request, b.session)
    }
}
