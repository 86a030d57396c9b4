import VisitModel

extension StoreError {
    /// What could not be done and why: paths, identifiers and numbers, no names.
    public var sentence: BilingualText {
        switch self {
        case .missing, .isAFolder, .notAStore, .newerSchema, .olderSchema, .needsRecovery, .damaged:
            aboutTheFile
        case .notReadable, .notWritable, .folderMissing, .cannotCreate, .diskFull, .inputOutput, .completionUnknown,
            .failed:
            aboutTheSystem
        case .busy, .planningElsewhere, .changedMeanwhile: aboutOthers
        case .damagedRow, .refused, .noSuch: aboutTheContent
        case .transitionNotAllowed, .stillAhead, .alreadyOver, .notMovable, .notAgreed, .otherPrison, .sessionFull,
            .seatsTaken, .doesNotHold, .nothingToWaive, .nothingToTell:
            aboutVisits
        }
    }

    private var aboutTheFile: BilingualText {
        switch self {
        case .missing(let path): .init(en: "There is no store at \(path).", zh: "\(path) 处没有数据库。")
        case .isAFolder(let path):
            .init(en: "\(path) is a folder; a store is a file.", zh: "\(path) 是文件夹，而数据库应是一个文件。")
        case .notAStore(let path): .init(en: "\(path) is not a store of visitd.", zh: "\(path) 不是 visitd 的数据库。")
        case .newerSchema(let path, let found, let known):
            .init(
                en: "The store \(path) has schema version \(found); this program knows versions up to \(known).",
                zh: "数据库 \(path) 的结构版本为 \(found)，本程序最高只支持版本 \(known)。")
        case .olderSchema(let path, let found, let known):
            .init(
                en: "The store \(path) has schema version \(found) and must be brought to version \(known) first.",
                zh: "数据库 \(path) 的结构版本为 \(found)，须先升级到版本 \(known)。")
        case .needsRecovery(let path):
            .init(
                en: "The store \(path) was not closed properly and must be recovered; this user may not write to it.",
                zh: "数据库 \(path) 未正常关闭，须先恢复；而当前用户无权写入。")
        case .damaged(let path): .init(en: "The store \(path) is damaged.", zh: "数据库 \(path) 已损坏。")
        default: preconditionFailure("Only failures about the file are worded here; found \(code).")
        }
    }

    private var aboutTheSystem: BilingualText {
        switch self {
        case .notReadable(let path):
            .init(en: "This user may not read the store \(path).", zh: "当前用户无权读取数据库 \(path)。")
        case .notWritable(let path):
            .init(
                en: "The store \(path) cannot be written: the file or its folder is read-only for this user.",
                zh: "无法写入数据库 \(path)：该文件或其所在文件夹对当前用户是只读的。")
        case .folderMissing(let path):
            .init(en: "The folder \(path) does not exist.", zh: "文件夹 \(path) 不存在。")
        case .cannotCreate(let path):
            .init(en: "A store cannot be created at \(path).", zh: "无法在 \(path) 处创建数据库。")
        case .diskFull(let path):
            .init(
                en: "There is no space left for the store \(path); what was to be written was not.",
                zh: "磁盘空间不足，无法写入数据库 \(path)；本次写入未生效。")
        case .inputOutput(let path, let code):
            .init(
                en: "Reading or writing the store \(path) failed (SQLite code \(code)).",
                zh: "读写数据库 \(path) 失败（SQLite 代码 \(code)）。")
        case .completionUnknown(let path, let code):
            .init(
                en:
                    "Writing the store \(path) failed at the last step (SQLite code \(code)); whether the change is "
                    + "there is not known.",
                zh: "写入数据库 \(path) 时最后一步失败（SQLite 代码 \(code)）；无法确定改动是否已写入。")
        case .failed(let path, let code):
            .init(
                en: "The store \(path) refused a request of the program (SQLite code \(code)).",
                zh: "数据库 \(path) 拒绝了程序的请求（SQLite 代码 \(code)）。")
        default: preconditionFailure("Only failures of the system are worded here; found \(code).")
        }
    }

    private var aboutOthers: BilingualText {
        switch self {
        case .busy(let path):
            .init(
                en: "Another process is writing to the store \(path).", zh: "另一个进程正在写入数据库 \(path)。")
        case .planningElsewhere(let path, let process):
            .init(
                en: "Another planning run\(process.map { " (process \($0))" } ?? "") holds the lock \(path).",
                zh: "另一个排期任务\(process.map { "（进程 \($0)）" } ?? "")占用着锁 \(path)。")
        case .changedMeanwhile(let madeFrom, let found):
            .init(
                en:
                    "The data changed meanwhile (from revision \(madeFrom) to \(found)); what was made "
                    + "from them was not written.",
                zh: "其间数据发生了变化（修订号由 \(madeFrom) 变为 \(found)），据此得出的结果未写入。")
        default: preconditionFailure("Only failures caused by others are worded here; found \(code).")
        }
    }

    private var aboutTheContent: BilingualText {
        switch self {
        case .damagedRow(let table, let key, let column):
            .init(
                en: "The row \(key) of table \(table) holds an impossible value in column \(column).",
                zh: "表 \(table) 中记录 \(key) 的 \(column) 列含有无效的值。")
        case .refused(let table, let key, let rule):
            .init(
                en: "The row \(key) of \(table) breaks the rule \(rule) of the store; it was not written.",
                zh: "\(table) 中的记录 \(key) 违反数据库规则 \(rule)；该记录未写入。")
        case .noSuch(let entity, let asked?, _):
            .init(en: "There is no \(entity.name.english) \(asked).", zh: "没有编号为 \(asked) 的\(entity.name.chinese)。")
        case .noSuch(let entity, nil, _):
            .init(
                en: "There is no \(entity.name.english) of that name or identifier.",
                zh: "没有该姓名或编号的\(entity.name.chinese)。")
        default: preconditionFailure("Only failures about the content are worded here; found \(code).")
        }
    }

    private var aboutVisits: BilingualText {
        switch self {
        case .transitionNotAllowed(let visit, let from, let to):
            .init(
                en: "The visit \(visit) is \(from.name.english) and cannot become \(to.name.english).",
                zh: "会见 \(visit) 的状态为“\(from.name.chinese)”，不能改为“\(to.name.chinese)”。")
        case .stillAhead(let visit, let date):
            .init(
                en: "The visit \(visit) is on \(date), which is still to come; it cannot have been held or missed.",
                zh: "会见 \(visit) 定于 \(date)，尚未到期，不能登记为已会见或未成行。")
        case .alreadyOver(let visit, let date):
            .init(
                en: "The visit \(visit) was on \(date); expected what became of it: held, missed or cancelled.",
                zh: "会见 \(visit) 定于 \(date)，日期已过；应登记结果：已会见、未成行或取消。")
        case .notMovable(let visit, let status):
            .init(
                en: "The visit \(visit) is \(status.name.english) and cannot be moved.",
                zh: "会见 \(visit) 的状态为“\(status.name.chinese)”，不能改期。")
        case .notAgreed(let visit, let status):
            .init(
                en: "The visit \(visit) is \(status.name.english); expected one that is requested or confirmed.",
                zh: "会见 \(visit) 的状态为“\(status.name.chinese)”；只有已申请或已确认的会见才能更换陪同人。")
        case .otherPrison(let visit, let prison, let session):
            .init(
                en: "The session \(session) is not one of the prison \(prison), where the visit \(visit) is.",
                zh: "场次 \(session) 不属于会见 \(visit) 所在的监狱 \(prison)。")
        case .sessionFull(let session, let tables, let taken):
            .init(
                en: "The session \(session) has \(tables) tables, of which \(taken) are taken: too few are left.",
                zh: "场次 \(session) 共 \(tables) 张桌，已占 \(taken) 张，余下不足。")
        case .seatsTaken(let session, let seats, let taken):
            .init(
                en: "The session \(session) has room for \(seats) persons, of whom \(taken) come already: too few "
                    + "places are left.",
                zh: "场次 \(session) 最多容纳 \(seats) 人，已有 \(taken) 人，余下名额不足。")
        case .doesNotHold(let visit, let flags):
            .init(
                en: "The visit \(visit) does not hold. "
                    + flags.map { "\($0.sentence.english) \($0.code.inBrackets)" }.joined(separator: " "),
                zh: "会见 \(visit) 不成立。"
                    + flags.map { "\($0.sentence.chinese) \($0.code.inBrackets)" }.joined(separator: " "))
        case .nothingToWaive(let visit, let code, let current):
            .init(
                en: "The visit \(visit) has not exactly one such flag \(code.rawValue); it has: "
                    + (current.isEmpty ? "none" : current.joined(separator: ", ")) + ".",
                zh: "会见 \(visit) 的 \(code.rawValue) 不是恰好一项；现有："
                    + (current.isEmpty ? "无" : current.joined(separator: "、")) + "。")
        case .nothingToTell(let visit):
            .init(
                en: "The visit \(visit) is not one that the program called off after people had asked for it.",
                zh: "会见 \(visit) 不是申请或确认之后被系统取消的会见。")
        default: preconditionFailure("Only failures about visits are worded here; found \(code).")
        }
    }

    /// What to do about it, where there is something.
    public var advice: BilingualText? {
        switch self {
        case .missing:
            .init(
                en: "Perhaps create it with visitctl init, or name another one with --store.",
                zh: "或许可用 visitctl init 创建，或用 --store 指定其他数据库。")
        case .newerSchema:
            .init(en: "Perhaps a newer visitd is installed elsewhere; use that.", zh: "或许应改用较新版本的 visitd。")
        case .olderSchema:
            .init(
                en: "Perhaps run visitctl upgrade, as the user or in the group that owns the store.",
                zh: "或许应先以数据库所属的用户或用户组身份运行 visitctl upgrade 升级数据库。")
        case .notReadable, .needsRecovery, .notWritable:
            .init(
                en: "Perhaps run it as the user or in the group that owns the store.",
                zh: "或许应以数据库所属的用户或用户组身份运行。")
        case .folderMissing: .init(en: "Perhaps create the folder first.", zh: "或许应先创建该文件夹。")
        case .diskFull: .init(en: "Perhaps free some space and try again.", zh: "或许可先清理磁盘空间再试。")
        case .busy, .planningElsewhere:
            .init(en: "Perhaps try again when it has ended.", zh: "或许可待其结束后再试。")
        case .changedMeanwhile: .init(en: "Perhaps try again.", zh: "或许可再试一次。")
        case .completionUnknown:
            .init(en: "Perhaps look whether it is there before doing it again.", zh: "或许应先查看改动是否已写入，再决定是否重做。")
        case .inputOutput:
            .init(
                en: "Perhaps the disk is failing: look with visitctl doctor, then try again.",
                zh: "或许磁盘有故障：请先用 visitctl doctor 检查，再重试。")
        case .damaged, .damagedRow: .init(en: "Perhaps restore a backup.", zh: "或许可从备份恢复。")
        case .sessionFull, .seatsTaken: .init(en: "Perhaps another session of that prison.", zh: "或许可选该监狱的其他场次。")
        case .nothingToWaive(_, _, let current) where !current.isEmpty:
            .init(en: "Perhaps name one of them with --check and --about.", zh: "或许应用 --check 和 --about 指明其中一项。")
        case .doesNotHold:
            .init(
                en: "Perhaps correct what it says, or let it pass with visitctl visit waive and a reason.",
                zh: "或许应先解决上述问题，或用 visitctl visit waive 说明理由后放行。")
        case .noSuch(_, _, let nearest) where !nearest.isEmpty:
            .init(
                en: "Perhaps one of these is meant: \(nearest.joined(separator: ", ")).",
                zh: "或许是指：\(nearest.joined(separator: "、"))。")
        default: nil
        }
    }
}
