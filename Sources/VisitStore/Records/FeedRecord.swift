import GRDB
import VisitModel

/// Calendar subscriptions, in the table `feed`. The digest of the secret is written and looked up, never read.
enum FeedRecord: StoreRecord {
    /// The columns of the subjects, one of which is filled in.
    private static let kinds: [Feed.Scope.Kind] = [.household, .prison, .child, .escort, .home, .prisoner]

    static let table = TableShape(
        "feed", heading: "feeds",
        columns: ["id"] + kinds.map { .init($0.rawValue, heading: $0.rawValue) }
            + ["showsNames", "language", "created", "revoked"])

    static func cells(of feed: Feed) -> [DatabaseValue] {
        [feed.id.cell] + kinds.map { $0 == feed.scope.kind ? feed.scope.subject.cell : .null }
            + [feed.showsNames.cell, feed.language.cell, feed.created.cell, feed.revoked.cell]
    }

    static func value(from cells: inout CellReader) throws(StoreError) -> Feed {
        try Feed(
            id: cells.id(), scope: scope(from: &cells), showsNames: cells.flag(), language: cells.word(),
            created: cells.instant(), revoked: cells.optionalInstant())
    }

    private static func scope(from cells: inout CellReader) throws(StoreError) -> Feed.Scope {
        var scope: Feed.Scope?
        for kind in kinds { if let subject = cells.optionalText() { scope = Feed.Scope(kind, subject) } }
        guard let scope else { throw cells.refuse() }
        return scope
    }
}
