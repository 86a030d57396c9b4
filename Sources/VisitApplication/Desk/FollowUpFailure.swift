import VisitModel

/// An act that was done, and a failure of what came after it: the answer could not be read, a file not be written.
public struct FollowUpFailure: Failure {
    /// What was done.
    public let done: BilingualText
    /// What failed afterwards.
    public let cause: any Failure

    /// What sort of failure came afterwards. Nothing says that the act should be tried again.
    public var kind: FailureKind {
        switch cause.kind {
        case .tryAgain, .overtaken: .inputOutput
        default: cause.kind
        }
    }

    /// The word of what failed.
    public var code: String { cause.code }
    /// Whether it is the machine that failed.
    public var isOfMachine: Bool { cause.isOfMachine }
    /// The faults behind it.
    public var findings: [Finding] { cause.findings }
    /// It was done.
    public var outcome: FailureOutcome { .followUpFailed }

    /// What was done, and what failed after it.
    public var sentence: BilingualText {
        BilingualText(
            en: "\(done.english) What came after it failed: \(cause.sentence.english)",
            zh: "\(done.chinese)但后续步骤失败：\(cause.sentence.chinese)")
    }

    /// What to do about it.
    public var advice: BilingualText? {
        BilingualText(
            en: "Perhaps look at what is there before anything is done again.", zh: "请先查看现有结果，再决定是否重做。")
    }
}

extension Desk {
    /// Does what comes after an act that is done. A failure of it says that the act is.
    ///
    /// - Parameter done: what was done; nil where nothing was.
    public static func afterwards<Result>(_ done: BilingualText?, _ work: () throws -> Result) throws -> Result {
        do {
            return try work()
        } catch let failure as FollowUpFailure {
            throw failure
        } catch let failure as any Failure {
            throw done.map { FollowUpFailure(done: $0, cause: failure) } ?? failure
        }
    }

    /// Said of steps that are written down.
    public static let stepDone = BilingualText(en: "The step is written down.", zh: "该操作已登记。")
}
