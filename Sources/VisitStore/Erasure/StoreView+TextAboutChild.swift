import GRDB
import VisitModel

extension StoreView {
    /// What people wrote of a child, by place and row: what is the child's whatever it says, and what of others names
    /// the child. Who sees a part is told the first alone.
    ///
    /// - Throws: `noSuch` for an unknown child.
    public func texts(about child: Identifier<Child>) throws(StoreError) -> [FoundText] {
        try connection.read { db in
            try Existence.require(child, .child, within: reach.ofRecords, db)
            let texts = try TextAboutChild(child, db)
            let namings = reach == .everything ? try texts.namings(erases: false) : []
            return Set(try texts.own() + namings).sorted { ($0.place, $0.row) < ($1.place, $1.row) }
        }
    }
}
