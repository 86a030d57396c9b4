import VisitModel
import VisitStore

extension Desk {
    /// Creates a right to use the HTTP interface; its secret is not kept in the store, only its digest.
    ///
    /// - Parameters:
    ///   - label: what the operator calls it.
    ///   - days: after how many days it ends by itself.
    public func createToken(
        role: Role, label: String, days: Int
    ) throws -> (token: AccessToken, secret: String) {
        let created = now()
        let token = AccessToken(
            id: Identifier(newIdentifier()), role: role, label: label, created: created,
            expires: created + days * 86_400)
        // Two random identifiers: 244 random bits.
        let secret = (newIdentifier() + newIdentifier()).filter { $0 != "-" }
        try writing().store.createToken(token, secret: secret)
        return (token, secret)
    }

    /// All rights to use the HTTP interface.
    public func tokens() throws -> [AccessToken] {
        try reading().store.tokens()
    }

    /// Ends a right: its secret opens nothing any more.
    ///
    /// - Throws: `StoreError.noSuch`; `BackupError.notNoted` where it has ended and that could not be noted beside the backups.
    public func revokeToken(_ id: Identifier<AccessToken>) throws {
        try writing().store.revokeToken(id, at: now())
        try noteEndings()
    }

    /// The right with that secret, where it opens anything now; nil otherwise.
    public func token(secret: String) throws -> AccessToken? {
        guard let token = try reading().store.token(secret: secret), token.isValid(at: now()) else { return nil }
        return token
    }

    /// Whether a right opens anything now.
    public func isInForce(_ token: AccessToken) -> Bool { token.isValid(at: now()) }
}
