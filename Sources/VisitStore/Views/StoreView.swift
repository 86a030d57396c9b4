import GRDB
import VisitModel

/// What somebody sees of the people in a store. Everything about people is asked of it, so that no question can be put
/// without saying how far the asker sees:
///
///     let view = store.view(for: .organisation("ORG1"))
///     let outlooks = try view.outlooks(OutlookSelection(children: ["C17"]), today: today)
///
/// What lies outside the reach does not exist for it: it is not listed, not counted, and not told apart from what nobody has.
/// What the store holds besides people (prisons, sessions, places, timetables, parameters) is asked of the store itself.
public struct StoreView: Sendable {
    /// The store that is looked into.
    public let store: VisitStore
    /// How far.
    public let reach: Reach

    var connection: Connection { store.connection }
    var path: String { store.path }

    /// Notes a writing act within its transaction, where the store has an author.
    func note(_ act: String, _ subject: String, _ facts: [String], _ db: Database) throws {
        try store.note(act, subject, facts, db)
    }
}

extension VisitStore {
    /// What somebody with that reach sees of the people in this store.
    public func view(for reach: Reach) -> StoreView { StoreView(store: self, reach: reach) }
}
