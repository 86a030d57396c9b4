/// An operation that could not be done. Every room has one enum of them; the faces turn the kind into an exit code or
/// an HTTP status, each by one table.
public protocol Failure: Error, CustomStringConvertible {
    /// What sort of failure it is.
    var kind: FailureKind { get }
    /// A stable word for it, in kebab case: `store-is-newer`.
    var code: String { get }
    /// What could not be done and why, by identifier and never by name.
    var sentence: BilingualText { get }
    /// What to do about it, if there is something: begins with "Perhaps".
    var advice: BilingualText? { get }
    /// The faults behind it, where there are several.
    var findings: [Finding] { get }
    /// What became of the act that ended with it.
    var outcome: FailureOutcome { get }
    /// Whether the store or the machine failed. The client did nothing wrong and can repeat the request when that is
    /// repaired.
    var isOfMachine: Bool { get }
}

extension Failure {
    /// No advice.
    public var advice: BilingualText? { nil }
    /// It is not.
    public var isOfMachine: Bool { false }
    /// No findings.
    public var findings: [Finding] { [] }
    /// Nothing was done.
    public var outcome: FailureOutcome { .notDone }
    /// The English sentence, for logs.
    public var description: String { sentence.english }
}

/// What became of an act that ended with a failure.
public enum FailureOutcome: String, Sendable, CaseIterable {
    /// Nothing of it was done.
    case notDone = "not-done"
    /// It was done; what failed came after it.
    case followUpFailed = "done-but"
    /// Whether it was done could not be found out.
    case unknown
}

/// The sorts of failure that callers tell apart.
public enum FailureKind: Sendable, CaseIterable {
    /// The request makes no sense as written.
    case usage
    /// The data given is faulty.
    case badData
    /// What was asked for does not exist.
    case noInput
    /// A service that is needed does not answer.
    case unavailable
    /// The program itself is at fault.
    case bug
    /// Something cannot be created where it should be.
    case cannotCreate
    /// Reading or writing failed.
    case inputOutput
    /// It makes sense, but not now: a step that the visit or the rules do not allow.
    case conflict
    /// It would work later.
    case tryAgain
    /// Somebody else was faster, or is at it; it would work later.
    case overtaken
    /// The caller may not do this.
    case notAllowed
    /// The configuration is faulty.
    case badConfiguration

    /// The exit status of a process that ends with it (sysexits.h). Part of what the program promises.
    public var exitStatus: Int32 {
        switch self {
        case .usage: 64
        case .badData: 65
        case .noInput: 66
        case .unavailable: 69
        case .bug: 70
        case .cannotCreate: 73
        case .inputOutput: 74
        case .tryAgain, .overtaken: 75
        case .conflict: 76
        case .notAllowed: 77
        case .badConfiguration: 78
        }
    }
}
