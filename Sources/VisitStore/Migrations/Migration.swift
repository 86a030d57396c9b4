/// One migration of the schema: SQL text that is never edited after it has shipped.
///
/// A migration names tables and columns only. It must go on working when every type of the program has been renamed.
struct Migration: Sendable {
    /// The schema version that it leads to; kept in the file as `PRAGMA user_version`.
    var version: Int
    /// The statements, run in one transaction with those of the other missing migrations.
    var sql: String
    /// What the text of tables must hold afterwards. SQLite does not say when a replacement found nothing to replace.
    var outcome: [Outcome] = []

    /// A part of the text of a table.
    struct Outcome: Sendable {
        var table: String
        var part: String
    }

    /// All migrations, in order.
    static let all = [
        Migration(version: 1, sql: registerTables + visitTables),
        Migration(version: 2, sql: timetables),
        Migration(version: 3, sql: ledgerTables),
        Migration(version: 4, sql: priceTable),
        Migration(version: 5, sql: certificateTables),
        Migration(version: 6, sql: videoSites),
        Migration(version: 7, sql: access),
        Migration(version: 8, sql: givenUp),
        Migration(version: 9, sql: messages),
        Migration(version: 10, sql: lifecycle, outcome: lifecycleOutcome),
        Migration(version: 11, sql: judge, outcome: judgeOutcome),
        Migration(version: 12, sql: planChange),
        Migration(version: 13, sql: companion, outcome: companionOutcome),
        Migration(version: 14, sql: citizenNumbers),
        Migration(version: 15, sql: upkeep, outcome: upkeepOutcome),
        Migration(version: 16, sql: alias, outcome: aliasOutcome),
        Migration(version: 17, sql: ledgerErasure),
        Migration(version: 18, sql: kinship, outcome: kinshipOutcome),
    ]

    /// The schema version that this program writes.
    static var newest: Int { all.last?.version ?? 0 }
}
