import GRDB
import VisitModel

extension VisitStore {
    /// Reads the whole store and reports what is damaged: pages, indexes, rows that break a rule, references that lead
    /// nowhere, visits without a child. Empty for a sound store. Takes seconds on a large one.
    public func integrityCheck() throws(StoreError) -> [Finding] {
        try connection.read { db in
            try Self.brokenPages(db) + Self.strayReferences(db) + Self.emptyVisits(db)
        }
    }

    private static func brokenPages(_ db: Database) throws -> [Finding] {
        try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }.map { fault in
            Finding(
                .error, code: "store-damaged", subject: "store",
                sentence: BilingualText(en: "SQLite reports: \(fault).", zh: "SQLite 报告：\(fault)。"),
                advice: BilingualText(en: "Perhaps restore a backup.", zh: "或许可从备份恢复。"))
        }
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
