import Foundation
import GRDB
import VisitFormats
import VisitModel

extension VisitStore {
    /// The identifier that this store gives to what `name` describes, for the identifiers of new visits: the same name
    /// always gives the same identifier, which nobody can guess without the store's secret (HMAC-SHA256). It looks like
    /// a UUID, as calendars use them (RFC 7986, section 5.3).
    public func identifierDerivation() throws(StoreError) -> @Sendable (_ name: String) -> String {
        let secret = try connection.read { db in
            guard let secret = try Data.fetchOne(db, sql: "SELECT secret FROM storeState") else {
                throw StoreError.damagedRow(table: "storeState", key: "1", column: "secret")
            }
            return [UInt8](secret)
        }
        return { name in
            let bytes = SHA256Digest.authenticated(name.utf8, by: secret)
            return [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { SHA256Digest.text(of: bytes[$0]) }
                .joined(separator: "-")
        }
    }
}
