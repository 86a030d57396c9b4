import VisitModel

/// Something that is otherwise than the audit log says.
enum AuditDifference {
    /// A step that no line tells of.
    case stepWithoutLine(String, Int)
    /// A step that is otherwise than its line says.
    case stepChanged(String, Int, line: Int)
    /// A step that is gone.
    case stepMissing(String, Int, line: Int)
    /// A planned visit that was agreed, or took place, and of which no line tells.
    case visitWithoutLine(String, String)
    /// A visit that is otherwise than its newest line says.
    case visitChanged(String, String, was: String, line: Int)
    /// A visit that is gone.
    case visitMissing(String, line: Int)
    /// A plan that no line tells of.
    case planWithoutLine(Int)
    /// A plan that is otherwise than its line says.
    case planChanged(Int, line: Int)
    /// A plan that is gone.
    case planMissing(Int, line: Int)

    /// What is told of it.
    var finding: Finding {
        Finding(
            .error, code: "audit-differs", subject: subject, sentence: sentence,
            advice: BilingualText(
                en: "Perhaps somebody wrote into the file by another program; compare it with a backup.",
                zh: "可能有人用其他程序改写了数据库文件；请与备份对照。"))
    }

    private var subject: String {
        switch self {
        case .stepWithoutLine(let visit, _), .stepChanged(let visit, _, _), .stepMissing(let visit, _, _),
            .visitWithoutLine(let visit, _), .visitChanged(let visit, _, _, _), .visitMissing(let visit, _):
            "visit \(visit)"
        case .planWithoutLine(let number), .planChanged(let number, _), .planMissing(let number, _): "plan \(number)"
        }
    }

    private var sentence: BilingualText {
        switch self {
        case .stepWithoutLine(let visit, let position):
            BilingualText(
                en: "The step \(position) of the visit \(visit) has no line in the audit log.",
                zh: "会见 \(visit) 的第 \(position) 步操作在审计日志中没有记录。")
        case .stepChanged(let visit, let position, let line):
            BilingualText(
                en: "The step \(position) of the visit \(visit) is not the one of line \(line) of the audit log.",
                zh: "会见 \(visit) 的第 \(position) 步操作与审计日志第 \(line) 行不符。")
        case .stepMissing(let visit, let position, let line):
            BilingualText(
                en: "The step \(position) of the visit \(visit), of line \(line) of the audit log, is gone.",
                zh: "审计日志第 \(line) 行记录的会见 \(visit) 第 \(position) 步操作已不存在。")
        case .visitWithoutLine(let visit, let status):
            BilingualText(
                en: "The visit \(visit) is \(status), and the audit log has no step that made it so.",
                zh: "会见 \(visit) 的状态为 \(status)，但审计日志中没有相应操作。")
        case .visitChanged(let visit, let status, let was, let line):
            BilingualText(
                en:
                    "The visit \(visit) (\(status)) is not as line \(line) of the audit log left it (\(was)): expected "
                    + "the same status, day, session, prison and prisoner.",
                zh: "会见 \(visit)（\(status)）与审计日志第 \(line) 行（\(was)）不符：状态、日期、场次、监狱和服刑人员应当一致。")
        case .visitMissing(let visit, let line):
            BilingualText(
                en: "The visit \(visit), of line \(line) of the audit log, is gone.",
                zh: "审计日志第 \(line) 行记录的会见 \(visit) 已不存在。")
        case .planWithoutLine(let number):
            BilingualText(
                en: "The plan \(number) has no line in the audit log.", zh: "第 \(number) 号计划在审计日志中没有记录。")
        case .planChanged(let number, let line):
            BilingualText(
                en: "The plan \(number) is not the one of line \(line) of the audit log.",
                zh: "第 \(number) 号计划与审计日志第 \(line) 行不符。")
        case .planMissing(let number, let line):
            BilingualText(
                en: "The plan \(number), of line \(line) of the audit log, is gone.",
                zh: "审计日志第 \(line) 行记录的第 \(number) 号计划已不存在。")
        }
    }
}
