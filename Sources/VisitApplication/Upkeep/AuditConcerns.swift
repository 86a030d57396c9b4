import VisitModel
import VisitStore

extension Desk {
    /// So many lines a day are more than people cause who look after children.
    static let mostAuditLines = 20_000
    /// So many bytes of lines are told: they can never be removed.
    static let mostAuditBytes = 500_000_000

    /// What is wrong with the audit log, or will be: lines that were changed, taken out or cut off at its end; steps,
    /// visits and plans that are otherwise than it says; a growth that fills the disk.
    func auditConcerns(_ store: VisitStore) throws -> [Finding] {
        try auditChain(store) + auditEnds(store) + store.differencesFromAudit() + auditGrowth(store)
    }

    private func auditChain(_ store: VisitStore) throws -> [Finding] {
        guard let position = try store.brokenAuditEntry() else { return [] }
        return [
            Finding(
                .error, code: "audit-chain-broken", subject: "audit entry \(position)",
                sentence: BilingualText(
                    en: "The audit log was changed from outside: its line \(position) does not fit the one before it.",
                    zh: "审计日志被外部改动：第 \(position) 行与前一行不衔接。"),
                advice: BilingualText(
                    en: "Perhaps compare it with that of the last backup: visitctl audit --store BACKUP",
                    zh: "可与最近备份中的日志对照：visitctl audit --store 备份文件"))
        ]
    }

    /// Compares the log with its ends of before, which are kept with each backup. What a restore has replaced is not
    /// missed.
    private func auditEnds(_ store: VisitStore) throws -> [Finding] {
        guard let origin = try store.description().origin else { return [] }
        let folders = Set(
            [BackupFolderList.absolute(try backupsPath())] + (BackupFolderList(of: self.store).folders ?? []))
        let restores = try store.restores()
        return try folders.sorted().flatMap { folder -> [Finding] in
            // Whether the record can be read is said where a backup is made.
            let copies = (try? BackupRecord(in: folder))?.copies ?? [:]
            return try copies.sorted { $0.key < $1.key }.compactMap { file, copy in
                guard copy.origin == origin, let end = StoreCopy.ChainEnd(copy.chainEnd), try !store.auditHolds(end)
                else { return nil }
                if restores.contains(where: { copy.made <= $0.moment && $0.position <= end.position }) { return nil }
                return Self.cutEnd(end, of: "\(folder)/\(file)", made: copy.made)
            }
        }
    }

    private static func cutEnd(_ end: StoreCopy.ChainEnd, of file: String, made: Instant) -> Finding {
        Finding(
            .error, code: "audit-end-missing", subject: "audit entry \(end.position)",
            sentence: BilingualText(
                en:
                    "The audit log lacks its line \(end.position) as the backup \(file) of \(made) has it: its end "
                    + "was cut off, or it was written anew.",
                zh: "审计日志中缺少备份 \(file)（\(made)）所记录的第 \(end.position) 行：日志末尾被截断，或整个日志被重写。"),
            advice: BilingualText(
                en: "Perhaps compare the two: visitctl audit --store BACKUP", zh: "可对照两者：visitctl audit --store 备份文件"))
    }

    private func auditGrowth(_ store: VisitStore) throws -> [Finding] {
        let size = try store.auditSize(at: now())
        guard size.linesOfLastDay > Self.mostAuditLines || size.bytes > Self.mostAuditBytes else { return [] }
        let megabytes = size.bytes / 1_000_000
        let busiest = size.busiest ?? "-"
        return [
            Finding(
                .warning, code: "audit-large", subject: "audit",
                sentence: BilingualText(
                    en:
                        "The audit log has \(size.lines) lines (\(megabytes) MB), \(size.linesOfLastDay) of them of "
                        + "the last day, \(size.linesOfBusiest) by \(busiest); expected at most \(Self.mostAuditLines) a day and "
                        + "\(Self.mostAuditBytes / 1_000_000) MB.",
                    zh: "审计日志共 \(size.lines) 行（\(megabytes) MB），最近一天新增 \(size.linesOfLastDay) 行，其中 \(busiest) 占 "
                        + "\(size.linesOfBusiest) 行；每天应不超过 \(Self.mostAuditLines) 行，"
                        + "总量不超过 \(Self.mostAuditBytes / 1_000_000) MB。"
                ),
                advice: BilingualText(
                    en:
                        "Perhaps ask who uses that token why it reads so much, lower requests-per-minute, or "
                        + "end it: visitctl token revoke ID. Lines are never removed; see that the disk has room.",
                    zh: "可询问该令牌的使用者为何频繁读取，调低 requests-per-minute，或吊销：visitctl token revoke 编号。日志不会删除，请确保磁盘空间充足。"))
        ]
    }
}
