import VisitModel

/// One rule: what it does to a bond, for whom, when, and on whose word.
public struct Rule: Hashable, Sendable {
    /// One effect of a rule, with the sentence that tells a guardian what it did.
    public struct Provision: Hashable, Sendable {
        /// What the rule does.
        public var effect: Effect
        /// The sentence of the trace.
        public var sentence: SentenceTemplate
        /// The sentence where the number is none: that nothing is counted, not "0 more".
        public var sentenceForNone: SentenceTemplate?
    }

    /// Where an instrument binds: a treaty only those who have joined it.
    public struct Binding: Hashable, Sendable {
        /// The jurisdiction, with all of its parts.
        public var jurisdiction: Jurisdiction
        /// The first day on which it binds there.
        public var from: Day
        /// How sure we are of that.
        public var confidence: TraceStep.Confidence
    }

    /// Its identifier, the same in every language and for good: `CN-MOJ118-QUOTA`.
    public var id: String
    /// The pack that it belongs to.
    public var pack: String
    /// What it is called.
    public var title: BilingualText
    /// The instrument and the clause.
    public var citation: BilingualText
    /// How binding it is.
    public var force: TraceStep.Force
    /// How sure we are of what it says.
    public var confidence: TraceStep.Confidence
    /// The first day on which it applies.
    public var validFrom: Day
    /// The last day on which it applies; nil while it is in force.
    public var validTo: Day?
    /// Where the instrument binds, and from which day; empty where its scope says that already.
    public var binds: [Binding] = []
    /// Whom and what it is made for.
    public var scope: Scope
    /// What must have happened; all of them.
    public var conditions: [Condition]
    /// What it does.
    public var provisions: [Provision]
    /// What a lawyer should know about the paraphrase; nil where there is nothing to add.
    public var notes: BilingualText?
    /// Where it is written.
    public var location: SourceLocation

    /// Whether it applies on `day` at all.
    public func isInForce(on day: Day) -> Bool {
        validFrom <= day && validTo.map { day <= $0 } ?? true
    }

    /// Whether it counts periods of days that begin with admission.
    var isCountedFromAdmission: Bool {
        provisions.contains { $0.effect.isCountedFromAdmission }
    }
}
