import VisitModel
import VisitStore

/// What is wrong with the audit log, where somebody asked for it.
enum AuditError: Failure, Hashable {
    /// The log has another line there, or none.
    case endMissing(StoreCopy.ChainEnd)

    /// What sort of failure it is.
    var kind: FailureKind { .badData }
    /// A stable word for it.
    var code: String { "audit-end-missing" }

    /// What was found, and what was expected.
    var sentence: BilingualText {
        switch self {
        case .endMissing(let end):
            BilingualText(
                en:
                    "The audit log has no line \(end.position) with the digest \(end.digest): its end was cut "
                    + "off, or it was written anew, or a backup was restored (visitctl audit shows store.restore then).",
                zh: "审计日志中没有摘要为 \(end.digest) 的第 \(end.position) 行：日志末尾被截断、日志被重写，或曾从备份恢复"
                    + "（若是恢复，visitctl audit 中有 store.restore 一行）。")
        }
    }
}
