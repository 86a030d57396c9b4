import VisitModel

/// What the desk could not do.
public enum DeskError: Failure, Hashable {
    /// Neither an option nor the environment nor the usual places name a configuration folder.
    case noConfiguration
    /// There is no example world of that name.
    case noExample(String, known: [String])
    /// Files have faults; nothing was stored.
    case faultyFiles([Finding])
    /// Parameters in the store have faults; nothing was planned.
    case faultyParameters([Finding])
    /// Visit accounts could not be computed.
    case faultyLedgers([Finding])
    /// Visits of the prisoner are not counted in that unit, or not at all.
    case notCounted(Identifier<Prisoner>, LedgerEntry.Unit?)
    /// A day that a store of real people does not take for today; whether somebody gave it, or the machine's clock.
    case dayRefused(DayRefusal, isGiven: Bool)
    /// A path that should be a folder is none.
    case notAFolder(String)
    /// A file could not be written.
    case cannotWrite(String)
    /// Files that are not wanted any more could not be removed.
    case cannotRemove([String])
    /// An act that is about everybody, at a desk that sees a part.
    case notForPart
    /// A file stands where one is to be written, and was not meant to be replaced.
    case exists(String)
    /// There is nothing of that identifier.
    case unknown(what: BilingualText, id: String)
    /// More than one child has the name that was asked for; these identifiers have it.
    case severalCalledSo([String])
    /// A step that takes a visit away from a child, without a reason.
    case reasonMissing(VisitAct.Kind)
    /// Something is to be let pass, and nobody said why.
    case waiverReasonMissing
    /// Said of a step which no child's no is: what the child declines.
    case notChildsNo(VisitAct.Kind)
    /// The days asked for end before they begin, or are too many.
    case badRange(String)
    /// Files other than calendars are asked for about something of which there are calendars only.
    case calendarsOnly(Feed.Scope.Kind)
    /// A closure that would take nothing away.
    case idleClosure(ClosureDoubt)
    /// The two records that are to be one are one already: they have the same identifier.
    case mergedWithItself(String)
    /// Two records cannot be made one.
    case cannotMerge([MergeObstacle])

    /// What sort of failure it is.
    public var kind: FailureKind {
        switch self {
        case .noConfiguration: .badConfiguration
        case .noExample, .unknown: .noInput
        case .faultyFiles, .faultyParameters, .faultyLedgers, .notCounted, .idleClosure: .badData
        case .dayRefused(_, let isGiven): isGiven ? .conflict : .tryAgain
        case .notAFolder, .cannotWrite, .exists: .cannotCreate
        case .cannotRemove: .inputOutput
        case .cannotMerge: .conflict
        case .notForPart: .notAllowed
        case .badRange, .severalCalledSo, .reasonMissing, .waiverReasonMissing, .notChildsNo, .calendarsOnly,
            .mergedWithItself:
            .usage
        }
    }

    /// Whether the machine lacks what every answer needs.
    public var isOfMachine: Bool {
        switch self {
        case .noConfiguration: true
        case .dayRefused(_, let isGiven): !isGiven
        default: false
        }
    }

    /// A stable word for it.
    public var code: String {
        switch self {
        case .noConfiguration: "no-configuration"
        case .noExample: "no-example"
        case .faultyFiles: "faulty-files"
        case .faultyParameters: "faulty-parameters"
        case .faultyLedgers: "faulty-ledgers"
        case .notCounted: "not-counted"
        case .dayRefused(let refusal, _): refusal.code
        case .notAFolder: "not-a-folder"
        case .cannotWrite: "cannot-write"
        case .cannotRemove: "cannot-remove"
        case .notForPart: "not-for-part"
        case .exists: "file-exists"
        case .unknown: "unknown-id"
        case .reasonMissing, .waiverReasonMissing: "reason-missing"
        case .notChildsNo: "not-a-childs-no"
        case .severalCalledSo: "several-called-so"
        case .badRange: "bad-range"
        case .calendarsOnly: "calendars-only"
        case .idleClosure: "idle-closure"
        case .mergedWithItself: "merged-with-itself"
        case .cannotMerge: "cannot-merge"
        }
    }

    /// What could not be done, and why.
    public var sentence: BilingualText {
        switch self {
        case .noConfiguration:
            BilingualText(
                en:
                    "No configuration folder was found: there is none in --config, VISITD_CONFIG, /etc/visitd or "
                    + "/usr/share/visitd.",
                zh: "找不到配置目录：--config、VISITD_CONFIG、/etc/visitd 和 /usr/share/visitd 中均没有。")
        case .noExample(let name, let known):
            BilingualText(
                en: "There is no example world “\(name)”; there are: \(known.joined(separator: ", ")).",
                zh: "没有名为“\(name)”的示例；现有：\(known.joined(separator: "、"))。")
        case .faultyFiles(let findings):
            BilingualText(
                en: "The files have \(Self.count(findings)); nothing was stored.",
                zh: "文件中有 \(findings.filter { $0.severity == .error }.count) 处错误；未写入任何内容。")
        case .faultyParameters(let findings):
            BilingualText(
                en: "The operator's parameters have \(Self.count(findings)); nothing was planned.",
                zh: "运营参数有 \(findings.filter { $0.severity == .error }.count) 处错误；未生成计划。")
        case .faultyLedgers(let findings):
            BilingualText(
                en: "Visit accounts that could not be computed: \(findings.count); the others were.",
                zh: "有 \(findings.count) 个会见台账无法推算；其余均已推算。")
        case .notCounted(let prisoner, let unit):
            BilingualText(
                en: "The visits of \(prisoner) are not counted in \(unit?.rawValue ?? "any unit").",
                zh: "服刑人员 \(prisoner) 的会见不按\(unit?.rawValue ?? "任何单位")计。")
        case .dayRefused(let refusal, _): refusal.sentence
        case .notAFolder(let path):
            BilingualText(en: "\(path) is not a folder; one was expected.", zh: "\(path) 不是目录，此处应为目录。")
        case .cannotWrite(let path):
            BilingualText(en: "\(path) could not be written.", zh: "无法写入 \(path)。")
        case .cannotRemove(let paths):
            BilingualText(
                en: "These files should be gone and could not be removed: \(paths.joined(separator: ", ")).",
                zh: "以下文件应删除，但未能删除：\(paths.joined(separator: "、"))。")
        case .notForPart:
            BilingualText(
                en: "This is about all children, and may be done only by somebody who sees all of them.",
                zh: "此操作涉及全部儿童，只有可查看全部数据的人员才能执行。")
        case .exists(let path):
            BilingualText(en: "\(path) exists and was left as it is.", zh: "\(path) 已存在，未作改动。")
        case .unknown(let what, let id):
            BilingualText(en: "There is no \(what.english) “\(id)”.", zh: "没有编号为“\(id)”的\(what.chinese)。")
        case .waiverReasonMissing:
            BilingualText(
                en: "Why the visit takes place all the same must be said: --reason is missing.",
                zh: "须说明放行的理由：缺少 --reason。")
        case .reasonMissing(let kind):
            BilingualText(
                en: "“\(kind.rawValue)” needs a reason: a visit is taken from a child.",
                zh: "“\(kind.rawValue)”须说明原因：这关系到孩子的一次会见。")
        case .notChildsNo(let kind):
            BilingualText(
                en: """
                    What a child declines was said of “\(kind.rawValue)”; expected a visit that is called off by the child.
                    """,
                zh: "“\(kind.rawValue)”注明了孩子拒绝的对象；只有由孩子提出取消会见时才可注明。")
        case .severalCalledSo(let ids):
            BilingualText(
                en:
                    "\(ids.count) children have that name: \(ids.joined(separator: ", ")); expected one of these identifiers.",
                zh: "有\(ids.count)名儿童叫此名：\(ids.joined(separator: "、"))；应填其中一个编号。")
        case .badRange(let text):
            BilingualText(en: "\(text) is not a range of days that can be shown.", zh: "\(text) 不是可显示的日期范围。")
        case .calendarsOnly(let kind):
            BilingualText(
                en: "There are calendars of one \(kind.name.english), and no other files.",
                zh: "单个\(kind.name.chinese)只有日历，没有其他文件。")
        case .idleClosure(let doubt): doubt.sentence
        case .mergedWithItself(let id):
            BilingualText(
                en: "Both records are \(id); expected the identifiers of two records of one person.",
                zh: "两条记录都是 \(id)；应为同一人的两个编号。")
        case .cannotMerge(let obstacles):
            BilingualText(
                en: "The two cannot be merged, and nothing was changed. "
                    + obstacles.map(\.sentence.english).joined(separator: " "),
                zh: "两条记录无法合并，未作任何更改。" + obstacles.map(\.sentence.chinese).joined())
        }
    }

    /// What to do about it, if there is something.
    public var advice: BilingualText? {
        switch self {
        case .noConfiguration:
            BilingualText(
                en: "Perhaps name it with --config: it is the folder that holds rules/ and example/.",
                zh: "可用 --config 指定包含 rules/ 和 example/ 的目录。")
        case .cannotWrite:
            BilingualText(
                en: "Perhaps the folder belongs to somebody else, or the disk is full.", zh: "可能目录属于他人，或磁盘已满。")
        case .cannotRemove:
            BilingualText(
                en: "Perhaps the folder belongs to somebody else; set its rights, and the next night removes them.",
                zh: "可能目录属于他人；请调整权限，下次夜间任务会再次删除。")
        case .exists:
            BilingualText(
                en: "Perhaps name another file; restore replaces a store only when --replace is given.",
                zh: "可指定另一个文件名；restore 只有在给出 --replace 时才会替换现有数据库。")
        case .idleClosure(let doubt): doubt.advice
        case .dayRefused(let refusal, _): refusal.advice
        case .cannotMerge(let obstacles): obstacles.first?.advice
        default: nil
        }
    }

    /// The faults behind it.
    public var findings: [Finding] {
        switch self {
        case .faultyFiles(let findings), .faultyParameters(let findings), .faultyLedgers(let findings): findings
        default: []
        }
    }

    private static func count(_ findings: [Finding]) -> String {
        let count = findings.filter { $0.severity == .error }.count
        return count == 1 ? "1 fault" : "\(count) faults"
    }
}
