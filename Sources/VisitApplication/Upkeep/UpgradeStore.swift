import VisitModel
import VisitStore

extension Desk {
    /// Brings a store that an earlier program has left to this program's schema, with a copy of it as it was; nil where that
    /// has been done, or where there is no store.
    ///
    /// - Parameter beginning: told before it begins; a large store takes minutes.
    /// - Throws: `StoreError` where the store cannot be written; it is as it was then.
    public func upgradeStore(beginning: () -> Void = {}) throws -> StoreUpgrade? {
        do {
            try VisitStore(openingAt: store, readOnly: true).close()
            return nil
        } catch StoreError.olderSchema {
            beginning()
            let opened = try VisitStore(openingAt: store, readOnly: false)
            try opened.close()
            return opened.upgrade
        } catch StoreError.missing {
            return nil
        }
    }
}
