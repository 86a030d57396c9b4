import GRDB
import VisitModel

extension VisitStore {
    /// Keeps a right to use the HTTP interface. Of its secret only the SHA-256 digest is stored.
    ///
    /// - Throws: `noSuch` for an unknown prison or organisation; `refused` where identifier or secret are in use.
    public func createToken(_ token: AccessToken, secret: String) throws(StoreError) {
        try connection.write { db in
            switch token.role {
            case .prison(let id): try Existence.require(id, .prison, db)
            case .caseworker(let id): try Existence.require(id, .organisation, db)
            case .administrator, .researcher: break
            }
            let names = TokenRecord.table.columns.map(\.name) + ["tokenDigest"]
            let marks = names.map { _ in "?" }.joined(separator: ", ")
            do {
                try db.execute(
                    sql: "INSERT INTO token (\(names.joined(separator: ", "))) VALUES (\(marks))",
                    arguments: StatementArguments(TokenRecord.cells(of: token) + [Self.digest(of: secret)]))
            } catch let error as DatabaseError {
                throw StoreError(writing: token.id.text, of: TokenRecord.table, error, path: path)
            }
            try note("token.create", "token \(token.id)", ["role=\(token.role.word)"], db)
            try StoreState.count(dataChanged: false, db)
        }
    }

    /// The right with that secret, ended or not; nil where there is none.
    public func token(secret: String) throws(StoreError) -> AccessToken? {
        try connection.read { db in
            let statement = try db.cachedStatement(
                sql: TokenRecord.table.select(where: "tokenDigest = ?", orderBy: "id"))
            try statement.setArguments([Self.digest(of: secret)])
            return try TokenRecord.read(statement).first
        }
    }

    /// All rights, by identifier.
    public func tokens() throws(StoreError) -> [AccessToken] {
        try connection.read { try TokenRecord.all($0) }
    }

    /// Ends a right. One that was revoked before keeps its first moment.
    ///
    /// - Throws: `noSuch` for an unknown one.
    public func revokeToken(_ id: Identifier<AccessToken>, at: Instant) throws(StoreError) {
        try connection.write { db in
            try Existence.require(id, .token, db)
            try db.execute(
                sql: "UPDATE token SET revoked = ? WHERE id = ? AND revoked IS NULL", arguments: [at.seconds, id.text])
            guard db.changesCount > 0 else { return }
            try note("token.revoke", "token \(id)", [], db)
            try StoreState.count(dataChanged: false, db)
        }
    }
}
