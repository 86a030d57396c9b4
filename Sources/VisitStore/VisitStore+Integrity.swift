import GRDB
import VisitModel

extension VisitStore {
    /// Reads the whole store and reports what is damaged: pages, indexes, rows that break a rule, references that lead
    /// nowhere, visits without a child. Empty for a sound store. Takes seconds on a large one.
    public func integrityCheck() throws(StoreError) -> [Finding] {
        try connection.read { db in
            try Self.brokenPages(db) + Self.changedSchema(db) + Self.strayReferences(db) + Self.emptyVisits(db)
        }
    }

    /// What may harm the store from outside: a file open to everybody, a disk that is nearly full.
    public func surroundings() -> [Finding] {
        let file = StoreFile(path)
        var findings: [Finding] = []
        if file.isOpenToOthers {
            findings.append(
                Finding(
                    .error, code: "store-open-to-others", subject: "store",
                    sentence: BilingualText(
                        en: "Everybody on this machine may read or write the store, which holds children's names.",
                        zh: "本机所有用户都可读取或写入数据库，而其中含有儿童的姓名。"),
                    advice: BilingualText(
                        en: "Perhaps take that away: chmod o= \(path)", zh: "可收回该权限：chmod o= \(path)")))
        }
        if let room = file.room, room.free < max(2 * room.size, Self.leastRoom) {
            let free = room.free / 1_000_000
            findings.append(
                Finding(
                    .warning, code: "disk-nearly-full", subject: "store",
                    sentence: BilingualText(
                        en:
                            "The disk has \(free) MB left; a nightly run and a backup need twice the store, at least 100 MB.",
                        zh: "磁盘仅剩 \(free) MB；夜间排期和备份需要数据库两倍的空间，至少 100 MB。"),
                    advice: BilingualText(en: "Perhaps free some space.", zh: "可清理磁盘空间。")))
        }
        return findings
    }

    /// The least room, in bytes, with which a disk counts as having enough.
    private static let leastRoom = 100_000_000

    private static func brokenPages(_ db: Database) throws -> [Finding] {
        try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }.map { fault in
            Finding(
                .error, code: "store-damaged", subject: "store",
                sentence: BilingualText(en: "SQLite reports: \(fault).", zh: "SQLite 报告：\(fault)。"),
                advice: BilingualText(en: "Perhaps restore a backup.", zh: "或许可从备份恢复。"))
        }
    }

    /// What of the schema is otherwise than this program makes it: a trigger that was dropped lets lines be changed
    /// unnoticed.
    private static func changedSchema(_ db: Database) throws -> [Finding] {
        let fresh = try DatabaseQueue()
        let expected = try fresh.write { db in
            try Schema(of: db).migrate(db)
            return try objects(db)
        }
        let found = try objects(db)
        let names = Set(expected.keys).union(found.keys).filter { expected[$0] != found[$0] }.sorted()
        return names.map { name in
            let (english, chinese) =
                found[name] == nil
                ? ("is missing", "缺失")
                : expected[name] == nil ? ("is not the program's", "不属于本程序") : ("was changed", "被改动")
            return Finding(
                .error, code: "schema-changed", subject: "store",
                sentence: BilingualText(
                    en: "The \(name) of the store \(english); expected the schema that this program makes.",
                    zh: "数据库中的 \(name) \(chinese)；应与本程序创建的结构一致。"),
                advice: BilingualText(
                    en:
                        "Perhaps somebody changed the file by another program; compare it with a backup, and "
                        + "restore one.",
                    zh: "可能有人用其他程序改动了数据库文件；请与备份对照，必要时恢复。"))
        }
    }

    /// The text of each table, index and trigger, by kind and name.
    private static func objects(_ db: Database) throws -> [String: String] {
        let rows = try Row.fetchAll(db, sql: "SELECT type || ' ' || name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
        return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
    }

    private static func strayReferences(_ db: Database) throws -> [Finding] {
        let rows = try Row.fetchAll(
            db, sql: "SELECT \"table\", \"parent\", count(*) FROM pragma_foreign_key_check GROUP BY 1, 2 ORDER BY 1, 2")
        return rows.map { row in
            let (table, parent, count): (String, String, Int) = (row[0], row[1], row[2])
            return Finding(
                .error, code: "stray-reference", subject: "table \(table)",
                sentence: BilingualText(
                    en: "\(count) rows of table \(table) refer to rows of \(parent) that do not exist.",
                    zh: "表 \(table) 中有 \(count) 条记录引用了表 \(parent) 中不存在的记录。"),
                advice: BilingualText(en: "Perhaps restore a backup.", zh: "或许可从备份恢复。"))
        }
    }

    private static func emptyVisits(_ db: Database) throws -> [Finding] {
        let ids = try String.fetchAll(
            db, sql: "SELECT id FROM visit WHERE id NOT IN (SELECT visit FROM visitChild) ORDER BY id")
        return ids.map { id in
            Finding(
                .error, code: "visit-without-child", subject: "visit \(id)",
                sentence: BilingualText(en: "The visit \(id) has no child.", zh: "会见 \(id) 没有儿童参加。"))
        }
    }
}
