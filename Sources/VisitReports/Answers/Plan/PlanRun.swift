import VisitFormats
import VisitModel

/// A planning run that somebody asked the service for, and how it stands.
public struct PlanRun: Sendable {
    /// How far it is.
    public enum State: Sendable {
        /// It is at that stage; `fraction` of the way, from 0 to 1.
        case running(stage: BilingualText, fraction: Double)
        /// It ended with that plan in force; new or, where nothing had changed, the old one.
        case ended(plan: Int, isNew: Bool)
        /// It could not be done.
        case failed(any Failure)
    }

    /// When it began.
    public var began: Instant
    /// How far it is.
    public var state: State

    /// A run that began then.
    public init(began: Instant, state: State) {
        self.began = began
        self.state = state
    }

    /// What `visitd-plans/1` says about a run.
    static let answer = AnswerObject<(run: PlanRun, language: Language)> { run in
        run.mayHave("state", .words(["running", "ended", "failed"])) { .string($0.run.state.word) }
        run.mayHave("began", .text) { JSON($0.run.began) }
        run.mayHave("stage", .text) { told in
            if case .running(let stage, _) = told.run.state { .string(stage[told.language]) } else { nil }
        }
        run.mayHave("fraction", .number) { told in
            if case .running(_, let fraction) = told.run.state {
                .double((fraction * 100).rounded() / 100)
            } else {
                nil
            }
        }
        run.mayHave("plan", .whole) { told in
            if case .ended(let plan, _) = told.run.state { .int(plan) } else { nil }
        }
        run.mayHave("published", .flag) { told in
            if case .ended(_, let isNew) = told.run.state { .bool(isNew) } else { nil }
        }
        run.mayHave("error", .reference(to: ErrorDocument.schema)) { told in
            if case .failed(let failure) = told.run.state {
                ErrorDocument(failure, language: told.language).json
            } else {
                nil
            }
        }
    }
}

extension PlanRun.State {
    /// The state's name in documents.
    fileprivate var word: String {
        switch self {
        case .running: "running"
        case .ended: "ended"
        case .failed: "failed"
        }
    }
}
