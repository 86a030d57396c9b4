import ArgumentParser
import VisitApplication
import VisitFormats
import VisitModel
import VisitPlanning
import VisitReports

struct TokenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: "Who may use the HTTP interface, and as what.",
        discussion: """
            Whoever may write to the daemon's own socket needs no token: its group is the local administration. All others
            send Authorization: Bearer TOKEN.
            """,
        subcommands: [Create.self, List.self, Revoke.self])

    struct Create: DeskCommand {
        static let configuration = CommandConfiguration(
            abstract: "Creates a token and prints it, once.",
            discussion: """
                administrator: everything. caseworker: the households of one organisation (households.csv, organisation).
                prison: one prison's sessions, visits and lists. researcher: the public statistics.
                The store keeps only a digest of the token.
                """)

        @Option(help: ArgumentHelp("\(Role.words.joined(separator: ", ")).", valueName: "role"))
        var role: String

        @Option(help: ArgumentHelp("The organisation of a caseworker.", valueName: "id"))
        var organisation: String?

        @Option(help: ArgumentHelp("The prison of a visits office.", valueName: "id"))
        var prison: String?

        @Option(help: "What you call it, for the list. Not a person's name.")
        var label: String = ""

        @Option(help: "After how many days it ends by itself, 1 to 3650.")
        var days: Int = 365

        @OptionGroup var common: CommonOptions

        func validate() throws {
            guard Role.words.contains(role) else {
                throw ValidationError(
                    "--role is '\(role)'; expected one of: \(Role.words.joined(separator: ", ")).")
            }
            if parsedRole == nil {
                throw ValidationError(
                    "A caseworker needs --organisation ID, a prison --prison ID, the others neither.")
            }
            if !(1...3650).contains(days) { throw ValidationError("--days is \(days); expected 1 to 3650.") }
        }

        private var parsedRole: Role? {
            switch (role, organisation, prison) {
            case ("administrator", nil, nil): .administrator
            case ("researcher", nil, nil): .researcher
            case ("caseworker", let organisation?, nil) where !organisation.isEmpty:
                .caseworker(Identifier(organisation))
            case ("prison", nil, let prison?): .prison(Identifier(prison))
            default: nil
            }
        }

        func perform(at desk: Desk, console: Console) throws {
            guard let parsedRole else { return }
            let (token, secret) = try desk.createToken(role: parsedRole, label: label, days: days)
            let document = TokenDocument(token, secret: secret)
            console.answer(text: TokenText(document, language: console.language).text, json: document.json)
            console.remark(
                BilingualText(
                    en:
                        "This token is shown once and ends on \(token.expires); revoke it with: visitctl token revoke \(token.id)",
                    zh: "此令牌只显示一次，有效期至 \(token.expires)；撤销：visitctl token revoke \(token.id)")[console.language])
        }
    }

    struct List: DeskCommand {
        static let configuration = CommandConfiguration(abstract: "Lists the tokens, without their secrets.")

        @OptionGroup var common: CommonOptions

        func perform(at desk: Desk, console: Console) throws {
            let tokens = try desk.tokens()
            console.answer(
                text: TokensText(tokens, language: console.language).text, json: TokensDocument(tokens).json)
        }
    }

    struct Revoke: DeskCommand {
        static let configuration = CommandConfiguration(abstract: "Ends a token.")

        @Argument(help: "The token's identifier, as token list shows it.")
        var id: String

        @OptionGroup var common: CommonOptions

        func perform(at desk: Desk, console: Console) throws {
            try desk.revokeToken(Identifier(id))
            let document = TokenDocument(revoked: id)
            console.answer(text: TokenText(document, language: console.language).text, json: document.json)
        }
    }
}
