import VisitModel

/// What must be so, besides the scope, for a rule to apply.
public enum Condition: Hashable, Sendable {
    /// Something happened to the prisoner.
    case event(Occurrence)
    /// Whether it is the first visit on record.
    case firstVisit(Bool)
    /// Whether the operator protects children's contact.
    case protectChildContact(Bool)
    /// The child's other parent is so, where a span is given for at least that long.
    case otherParent([ContactCase.OtherParent.State], atLeast: Span?)
    /// The prison is farther from the child's home than the parameter says, in kilometres; never where that is 0.
    case distanceAbove(parameter: String)
    /// The child is in the foster care of that State; nil for where nobody has recorded the State.
    case careState(Jurisdiction?)
    /// The sentence is at least so long, unless it is known to be shorter.
    case term(leastMonths: Int)
    /// The operator has set the yes/no parameter so.
    case parameter(name: String, isYes: Bool)

    /// How an event of the past must lie to the date of the visit.
    public enum State: String, Sendable, CaseIterable {
        /// It has begun and not ended.
        case during
        /// It has begun.
        case ever
        /// It began at least so long ago and has not ended.
        case lasting
        /// It began within a trailing window.
        case within
        /// It ended within a trailing window.
        case ended
        /// As many as the rule asks for began within one window, whenever that was. What they led to stays until it is
        /// restored.
        case accumulated
    }

    /// Events that must have happened.
    public struct Occurrence: Hashable, Sendable {
        /// Any of these.
        public var kinds: [PrisonerEvent.Kind]
        /// What misconduct must have been about; empty for any.
        public var misconduct: [PrisonerEvent.Misconduct]
        /// How they must lie to the date of the visit.
        public var state: State
        /// The window of `within` and `ended`, the span of `lasting`.
        public var window: Span?
        /// How many of them at least.
        public var least: Int
        /// Whether the rule applies where it has *not* happened.
        public var isNegated: Bool
    }
}
