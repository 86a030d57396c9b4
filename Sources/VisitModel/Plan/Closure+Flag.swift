extension Closure {
    /// The closure as flags name one.
    public var subject: String { "closure \(id)" }

    /// Where, on which days and why, as facts of a flag.
    public var flagFacts: [Refusal.Fact] {
        let told = reason.allSatisfy(\.isWhitespace) ? [] : [Refusal.Fact("reason", reason)]
        return [
            Refusal.Fact("at", prison.text), Refusal.Fact("from", "\(days.first)"),
            Refusal.Fact("until", "\(days.last)"),
        ] + told
    }
}
