import VisitModel

extension StoreView {
    /// What visits that somebody only supposes would rest on, and which visits they would stand beside.
    ///
    /// A judgement that knew only what the asker sees would be wrong, so it holds others too: it is for deciding, not for telling.
    public func surroundings(of hypothetical: [Visit]) throws(StoreError) -> Reviewer.Material {
        try connection.read { db in try VisitReview.material(around: hypothetical, db) }
    }
}
