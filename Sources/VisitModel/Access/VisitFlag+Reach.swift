extension VisitFlag {
    /// The flag as somebody sees it who sees a part: what does not hold of their visit, and nobody who is not on it. Why two
    /// visits do not go together may lie in one that is beyond reach.
    public func showing(_ visit: Visit, within reach: Reach) -> VisitFlag {
        guard reach != .everything else { return self }
        var flag = self
        flag.facts.removeAll { Self.naming.contains($0.name) }
        let own =
            visit.children.map { "child \($0)" } + ["prisoner \(visit.prisoner)", "prison \(visit.prison)"]
            + visit.adults.map(\.subject) + [visit.session.map { "session \($0)" }].compactMap { $0 }
        if !own.contains(subject) { flag.subject = "" }
        return flag
    }

    /// The facts that name others.
    private static let naming: Set<String> = ["visit", "meeting", "child", "prisoner", "household", "event", "absence"]
}
