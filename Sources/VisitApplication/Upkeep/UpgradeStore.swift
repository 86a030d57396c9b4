import VisitModel
import VisitReports
import VisitStore

extension Desk {
    /// Brings a store that an earlier program has left to this program's schema, with a copy of it as it was. A store of this
    /// schema, and one that is not there, stay as they are.
    ///
    /// - Parameter beginning: told before it begins; a large store takes minutes.
    /// - Throws: `StoreError` where the store cannot be written; it is as it was then.
    public func upgradeStore(beginning: () -> Void = {}) throws -> UpgradeDocument {
        guard try isStoreOlder() else { return UpgradeDocument(store: store, step: nil) }
        beginning()
        let opened = try VisitStore(openingAt: store, readOnly: false)
        try opened.close()
        return UpgradeDocument(store: store, step: opened.upgrade.map(UpgradeDocument.Step.init))
    }

    private func isStoreOlder() throws(StoreError) -> Bool {
        do throws(StoreError) {
            try VisitStore(openingAt: store, readOnly: true).close()
            return false
        } catch {
            guard case .olderSchema = error else { throw error }
            return true
        }
    }
}

extension UpgradeDocument.Step {
    init(_ upgrade: StoreUpgrade) {
        self.init(from: upgrade.from, to: upgrade.to, copy: upgrade.copy)
    }
}
