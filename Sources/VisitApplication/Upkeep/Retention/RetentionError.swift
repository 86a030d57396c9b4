import VisitModel

/// Why closed cases are not erased.
enum RetentionError: Failure, Hashable {
    /// The operator has not said how long they are kept.
    case notSet
    /// The parameter that says it has a value that cannot be used.
    case faultyParameters([Finding])
    /// The day is so long after the last write to the store that a clock or a digit is more likely wrong.
    case dayFarAhead(today: Day, lastWrite: Instant)

    /// What sort of failure it is.
    var kind: FailureKind {
        switch self {
        case .notSet, .faultyParameters: .badData
        case .dayFarAhead: .tryAgain
        }
    }

    /// A stable word for it.
    var code: String {
        switch self {
        case .notSet: "retention-not-set"
        case .faultyParameters: "faulty-parameters"
        case .dayFarAhead: "day-far-ahead"
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
        case .dayFarAhead(let today, let lastWrite):
            BilingualText(
                en: """
                    Today would be \(today), more than 35 days after the store was last written (\(lastWrite)); nobody was \
                    erased.
                    """,
                zh: "当天日期为 \(today)，比数据库最后写入时间（\(lastWrite)）晚 35 天以上；未删除任何人。")
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
        case .dayFarAhead:
            BilingualText(
                en: "Perhaps the clock or --today is wrong; set it right, or run visitctl night first.",
                zh: "可能时钟或 --today 有误；请校正，或先运行 visitctl night。")
        }
    }

    /// The faults behind it.
    var findings: [Finding] {
        if case .faultyParameters(let findings) = self { findings } else { [] }
    }
}
