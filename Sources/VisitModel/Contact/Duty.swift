/// Something that a caseworker or a prison must do or watch, because a rule says so.
public struct Duty: Hashable, Sendable {
    /// What is to be done. The raw values are those of the rule packs and of `visitd-tasks/1`.
    public enum Task: String, Sendable, CaseIterable {
        /// The family is told of the admission.
        case notifyFamily = "notify-family"
        /// Relatives are told who may visit, when, and with which papers.
        case explainVisiting = "explain-visiting"
        /// The prisoner can reach the family, and the children are cared for.
        case firstContact = "first-contact"
        /// The family is told of a transfer, and agreed visits are checked again.
        case notifyTransfer = "notify-transfer"
        /// The prisoner's time outside for a nursing child ends; visits begin.
        case nursingEnds = "nursing-ends"
        /// The child leaves the prison nursery; visits begin.
        case nurseryEnds = "nursery-ends"
        /// Visits come first for a while after the child left the prison.
        case separationPriority = "separation-priority"
        /// The State must ask a court to end parental rights.
        case fosterCareClock = "foster-care-clock"
        /// Whether the child counts as without care in fact.
        case unattendedChild = "unattended-child"
        /// The case is checked again because guardianship was revoked.
        case guardianshipReview = "guardianship-review"
        /// There was no contact for too long.
        case noContact = "no-contact"
        /// A note on the prisoner's care for the children goes into the parole file.
        case paroleNote = "parole-note"
        /// A restriction of contact needs an end on record.
        case endOfRestriction = "end-of-restriction"
        /// The operator must set a figure.
        case setParameter = "set-parameter"
        /// Papers are missing.
        case papers
        /// A visit must be requested.
        case requestVisit = "request-visit"
    }

    /// What is to be done.
    public var task: Task
    /// The rule.
    public var rule: String
    /// The instrument and its clause.
    public var citation: BilingualText
    /// How binding the rule is.
    public var force: TraceStep.Force
    /// How sure we are of it.
    public var confidence: TraceStep.Confidence
    /// When it began: the day of the event, or of the last contact.
    public var since: Day?
    /// By when; nil where it is to be watched only.
    public var due: Day?
    /// How much has been counted so far: months in care, days without contact.
    public var count: Int?
    /// What is to be done and why, in plain words.
    public var sentence: BilingualText

    /// A duty.
    public init(
        task: Task, rule: String, citation: BilingualText, force: TraceStep.Force, confidence: TraceStep.Confidence,
        since: Day? = nil, due: Day? = nil, count: Int? = nil, sentence: BilingualText
    ) {
        self.task = task
        self.rule = rule
        self.citation = citation
        self.force = force
        self.confidence = confidence
        self.since = since
        self.due = due
        self.count = count
        self.sentence = sentence
    }
}
