import ArgumentParser
import VisitModel

/// Of whom a calendar is.
struct SubjectOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("One household: its visits, the ways to them, what must be done before.", valueName: "id"))
    var household: String?

    @Option(help: ArgumentHelp("One child: the visits that the child goes on.", valueName: "id"))
    var child: String?

    @Option(help: ArgumentHelp("One escort: the visits that the escort goes along to.", valueName: "id"))
    var escort: String?

    @Option(help: ArgumentHelp("One prison: who comes to whom.", valueName: "id"))
    var prison: String?

    @Option(
        help: ArgumentHelp("One home: its children's visits, and those that its escorts go to.", valueName: "id"))
    var home: String?

    @Option(help: ArgumentHelp("One prisoner: who comes, and when.", valueName: "id"))
    var prisoner: String?

    /// The subjects that were named.
    var scopes: [Feed.Scope] {
        let named: [(Feed.Scope.Kind, String?)] = [
            (.household, household), (.child, child), (.escort, escort), (.prison, prison), (.home, home),
            (.prisoner, prisoner),
        ]
        return named.compactMap { kind, id in id.map { Feed.Scope(kind, $0) } }
    }

    /// The options in a sentence.
    static let list = "--household, --child, --escort, --prison, --home or --prisoner, with the ID"
}
