import VisitModel

/// Why there is no problem to solve.
public enum ProblemError: Failure {
    /// The parts contradict each other or are out of range; every fault is listed.
    case faulty([Finding])

    /// Faulty data, always.
    public var kind: FailureKind { .badData }
    /// `problem-faulty`.
    public var code: String { "problem-faulty" }
    /// The faults.
    public var findings: [Finding] {
        switch self {
        case .faulty(let findings): findings
        }
    }
    /// How many faults there are.
    public var sentence: BilingualText {
        let count = findings.filter { $0.severity == .error }.count
        return BilingualText(
            en: "The problem cannot be solved as given: \(count) fault\(count == 1 ? "" : "s").",
            zh: "问题数据有误，无法求解：共 \(count) 处错误。")
    }
}
