import VisitModel

/// What could not be done about backups.
enum BackupError: Failure, Hashable {
    /// Copies of a folder are to be counted, and nothing is at that path.
    case folderMissing(path: String)
    /// Another process makes a backup in that folder, and did not end in time.
    case madeElsewhere(folder: String)
    /// The program `age` is not there.
    case ageMissing
    /// `age` ended badly; what it said.
    case encryptionFailed(said: String)
    /// `age` could not decrypt the file; what it said.
    case decryptionFailed(path: String, said: String)
    /// A backup is encrypted, and nobody said with which identity it can be read.
    case identityMissing(path: String)
    /// The file of the identity cannot be read.
    case identityNotReadable(path: String)
    /// What was decrypted is not what was encrypted.
    case decryptedDiffers(path: String)
    /// This user may not read the record beside the backups.
    case recordNotReadable(path: String)
    /// Something was ended in the store, which could not be noted beside the backups in those folders.
    case notNoted(folders: [String])

    /// What sort of failure it is.
    var kind: FailureKind {
        switch self {
        case .folderMissing: .cannotCreate
        case .madeElsewhere: .tryAgain
        case .ageMissing, .encryptionFailed: .badConfiguration
        case .decryptionFailed, .decryptedDiffers: .badData
        case .identityMissing: .usage
        case .identityNotReadable: .noInput
        case .recordNotReadable: .notAllowed
        case .notNoted: .inputOutput
        }
    }

    /// What became of the act: what could not be noted was done.
    var outcome: FailureOutcome {
        if case .notNoted = self { .followUpFailed } else { .notDone }
    }

    /// A stable word for it.
    var code: String {
        switch self {
        case .folderMissing: "folder-missing"
        case .madeElsewhere: "backup-elsewhere"
        case .ageMissing: "age-missing"
        case .encryptionFailed: "encryption-failed"
        case .decryptionFailed: "decryption-failed"
        case .identityMissing: "identity-missing"
        case .identityNotReadable: "identity-not-readable"
        case .decryptedDiffers: "decrypted-differs"
        case .recordNotReadable: "record-not-readable"
        case .notNoted: "ending-not-noted"
        }
    }

    /// What could not be done, and why.
    var sentence: BilingualText {
        switch self {
        case .folderMissing(let path):
            BilingualText(
                en: "\(path) does not exist; with --keep, expected a folder that does.",
                zh: "\(path) 不存在；使用 --keep 时应给出已有的目录。")
        case .madeElsewhere(let folder):
            BilingualText(
                en: "Another backup is being made in \(folder); none was made here.",
                zh: "另一个备份正在 \(folder) 中进行；此次未备份。")
        case .ageMissing:
            BilingualText(
                en: "The program age, which encrypts and decrypts backups, is not installed; nothing was done.",
                zh: "未安装用于加密和解密备份的程序 age；未执行任何操作。")
        case .encryptionFailed(let said):
            BilingualText(
                en: "The backup could not be encrypted, and none was made. age says: \(said)",
                zh: "备份无法加密，未生成备份。age 的提示：\(said)")
        case .decryptionFailed(let path, let said):
            BilingualText(
                en: "\(path) could not be decrypted. age says: \(said)", zh: "\(path) 无法解密。age 的提示：\(said)")
        case .identityMissing(let path):
            BilingualText(
                en: "\(path) is encrypted; expected the file of an identity that can read it, with --identity.",
                zh: "\(path) 已加密；应通过 --identity 给出可解密的身份（私钥）文件。")
        case .identityNotReadable(let path):
            BilingualText(
                en: "\(path) cannot be read; expected a file with an age identity.",
                zh: "无法读取 \(path)；应为 age 身份（私钥）文件。")
        case .decryptedDiffers(let path):
            BilingualText(
                en: "\(path) was decrypted to check it, and is not the store that was copied; it was removed.",
                zh: "\(path) 解密核对后与所备份的数据库不一致，已删除。")
        case .recordNotReadable(let path):
            BilingualText(
                en: "This user may not read \(path), which says what was ended in the store; nothing was done.",
                zh: "当前用户无权读取 \(path)（其中记录数据库已终止的事项）；未执行任何操作。")
        case .notNoted(let folders):
            BilingualText(
                en: """
                    It was done in the store, but could not be noted beside the backups in \
                    \(folders.joined(separator: ", ")): if the store is lost before the next backup, an older one brings it \
                    back.
                    """,
                zh: "数据库中已完成，但未能记录到备份目录 \(folders.joined(separator: "、"))：若在下次备份前数据库丢失，从较早的备份恢复时将再度出现。")
        }
    }

    /// What to do about it.
    var advice: BilingualText? {
        switch self {
        case .folderMissing(let path):
            BilingualText(en: "Perhaps make it: mkdir -p \(path)", zh: "可先建立目录：mkdir -p \(path)")
        case .madeElsewhere: BilingualText(en: "Perhaps try again when it has ended.", zh: "可待其结束后再试。")
        case .ageMissing: BilingualText(en: "Perhaps install it: apt install age", zh: "可安装：apt install age")
        case .encryptionFailed:
            BilingualText(
                en: "Perhaps a recipient is miswritten: backup-recipients of visitd.yaml, or --recipient.",
                zh: "可能接收者（公钥）有误：请检查 visitd.yaml 的 backup-recipients 或 --recipient。")
        case .decryptionFailed:
            BilingualText(en: "Perhaps another identity can read it.", zh: "可能需用另一个身份（私钥）文件。")
        case .notNoted:
            BilingualText(
                en: "Perhaps make a backup into each now: visitctl backup FOLDER", zh: "可立即向各目录备份：visitctl backup 目录")
        case .recordNotReadable:
            BilingualText(
                en: "Perhaps run it as the user or in the group that owns the backups.", zh: "可以备份所属的用户或用户组身份运行。")
        case .identityMissing, .identityNotReadable, .decryptedDiffers: nil
        }
    }
}
