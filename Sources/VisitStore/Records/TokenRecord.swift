import GRDB
import VisitModel

/// Rights to use the HTTP interface, in the table `token`. The digest of the secret is written and looked up, never read.
enum TokenRecord: StoreRecord {
    static let table = TableShape(
        "token", heading: "tokens",
        columns: ["id", "role", "organisation", "prison", "label", "created", "expires", "revoked"])

    static func cells(of token: AccessToken) -> [DatabaseValue] {
        var organisation: Identifier<Organisation>?
        var prison: Identifier<Prison>?
        switch token.role {
        case .caseworker(let id): organisation = id
        case .prison(let id): prison = id
        case .administrator, .researcher: break
        }
        return [
            token.id.cell, token.role.word.cell, organisation.cell, prison.cell, token.label.cell, token.created.cell,
            token.expires.cell, token.revoked.cell,
        ]
    }

    static func value(from cells: inout CellReader) throws(StoreError) -> AccessToken {
        try AccessToken(
            id: cells.id(), role: role(from: &cells), label: cells.text(), created: cells.instant(),
            expires: cells.instant(), revoked: cells.optionalInstant())
    }

    private static func role(from cells: inout CellReader) throws(StoreError) -> Role {
        let word = try cells.text()
        let organisation: Identifier<Organisation>? = cells.optionalID()
        let prison: Identifier<Prison>? = cells.optionalID()
        switch (word, organisation, prison) {
        case ("administrator", nil, nil): return .administrator
        case ("researcher", nil, nil): return .researcher
        case ("caseworker", let organisation?, nil): return .caseworker(organisation)
        case ("prison", nil, let prison?): return .prison(prison)
        default: throw cells.refuse()
        }
    }
}
