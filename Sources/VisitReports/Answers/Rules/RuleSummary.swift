import VisitModel

/// What people are told of a rule: what it says, on whose word, how sure we are.
public struct RuleSummary: Sendable {
    /// The rule.
    public var id: String
    /// What it is called.
    public var title: BilingualText
    /// The instrument and its clause.
    public var citation: BilingualText
    /// How binding it is.
    public var force: TraceStep.Force
    /// How sure we are of it.
    public var confidence: TraceStep.Confidence
    /// The first day on which it applies.
    public var validFrom: Day
    /// The last one; nil where it has no end.
    public var validTo: Day?
    /// What it gives or forbids, a sentence each.
    public var effects: [BilingualText]
    /// What else is to be known about it.
    public var notes: BilingualText?

    /// A rule.
    public init(
        id: String, title: BilingualText, citation: BilingualText, force: TraceStep.Force,
        confidence: TraceStep.Confidence, validFrom: Day, validTo: Day?, effects: [BilingualText],
        notes: BilingualText?
    ) {
        self.id = id
        self.title = title
        self.citation = citation
        self.force = force
        self.confidence = confidence
        self.validFrom = validFrom
        self.validTo = validTo
        self.effects = effects
        self.notes = notes
    }

    /// From when to when it applies: `2016-12-05 …`.
    var validity: String { "\(validFrom) … \(validTo.map { "\($0)" } ?? "")" }
}

/// What people are told of a pack of rules.
public struct PackSummary: Sendable {
    /// The pack.
    public var id: String
    /// What it is called.
    public var title: BilingualText
    /// The instrument that its rules paraphrase.
    public var instrument: BilingualText
    /// The rules, in the order of the file.
    public var rules: [RuleSummary]

    /// A pack.
    public init(id: String, title: BilingualText, instrument: BilingualText, rules: [RuleSummary]) {
        self.id = id
        self.title = title
        self.instrument = instrument
        self.rules = rules
    }
}
