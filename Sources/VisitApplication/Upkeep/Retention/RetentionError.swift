import VisitModel

/// Why closed cases are not erased.
enum RetentionError: Failure, Hashable {
    /// The operator has not said how long they are kept.
    case notSet
    /// The parameter that says it has a value that cannot be used.
    case faultyParameters([Finding])

    /// What sort of failure it is.
    var kind: FailureKind {
        switch self {
        case .notSet, .faultyParameters: .badData
        }
    }

    /// A stable word for it.
    var code: String {
        switch self {
        case .notSet: "retention-not-set"
        case .faultyParameters: "faulty-parameters"
        }
    }

    /// What could not be done, and why.
    var sentence: BilingualText {
        switch self {
        case .notSet:
            BilingualText(
                en:
                    "The parameter retention.closed_case_days is not set; closed cases are kept, and nobody was erased.",
                zh: "未设置参数 retention.closed_case_days；已结案的资料予以保留，未删除任何人。")
        case .faultyParameters:
            BilingualText(
                en: "The parameter retention.closed_case_days cannot be used; nobody was erased.",
                zh: "参数 retention.closed_case_days 的值无法使用；未删除任何人。")
        }
    }

    /// What to do about it.
    var advice: BilingualText? {
        switch self {
        case .notSet:
            BilingualText(
                en: "Perhaps import a parameters.csv with the row: retention.closed_case_days,365",
                zh: "可导入 parameters.csv，其中一行为：retention.closed_case_days,365")
        case .faultyParameters: nil
        }
    }

    /// The faults behind it.
    var findings: [Finding] {
        if case .faultyParameters(let findings) = self { findings } else { [] }
    }
}
