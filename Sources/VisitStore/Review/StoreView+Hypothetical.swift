import VisitModel

extension StoreView {
    /// The facts that hypothetical visits depend on, and the visits that they could conflict with.
    ///
    /// A judgement that knew only what the asker sees would be wrong, so it holds others too: it is for deciding, not for telling.
    public func surroundings(of hypothetical: [Visit]) throws(StoreError) -> Reviewer.Material {
        try connection.read { db in try VisitReview.material(around: hypothetical, db) }
    }
}
