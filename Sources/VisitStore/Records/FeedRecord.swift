import GRDB
import VisitModel

/// Calendar subscriptions, in the table `feed`. The digest of the secret is written and looked up, never read.
enum FeedRecord: StoreRecord {
    static let table = TableShape(
        "feed", heading: "feeds",
        columns: ["id", "household", "prison", "showsNames", "language", "created", "revoked"])

    static func cells(of feed: Feed) -> [DatabaseValue] {
        var household: Identifier<Household>?
        var prison: Identifier<Prison>?
        switch feed.scope {
        case .household(let id): household = id
        case .prison(let id): prison = id
        }
        return [
            feed.id.cell, household.cell, prison.cell, feed.showsNames.cell, feed.language.cell, feed.created.cell,
            feed.revoked.cell,
        ]
    }

    static func value(from cells: inout CellReader) throws(StoreError) -> Feed {
        try Feed(
            id: cells.id(), scope: scope(from: &cells), showsNames: cells.flag(), language: cells.word(),
            created: cells.instant(), revoked: cells.optionalInstant())
    }

    private static func scope(from cells: inout CellReader) throws(StoreError) -> Feed.Scope {
        let household: Identifier<Household>? = cells.optionalID()
        let prison: Identifier<Prison>? = cells.optionalID()
        if let household { return .household(household) }
        guard let prison else { throw cells.refuse() }
        return .prison(prison)
    }
}
