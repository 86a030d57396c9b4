import ArgumentParser
import VisitApplication
import VisitFormats
import VisitModel
import VisitPlanning
import VisitReports

struct ExplainCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Why a child may visit as it may, rule by rule, and why on that date.")

    @Option(help: ArgumentHelp("A visit, by its number (V-0123) or identifier.", valueName: "id"))
    var visit: String?

    @Option(help: ArgumentHelp("A child; with --prisoner.", valueName: "id"))
    var child: String?

    @Option(help: ArgumentHelp("A prisoner; with --child.", valueName: "id"))
    var prisoner: String?

    @Option(help: ArgumentHelp("The day to ask the rules about. Otherwise that of the visit.", valueName: "YYYY-MM-DD"))
    var date: CivilDay?

    @OptionGroup var common: CommonOptions

    private var subject: Desk.ExplanationSubject? {
        switch (visit, child, prisoner) {
        case (let visit?, nil, nil): .visit(Identifier(visit))
        case (nil, let child?, let prisoner?): .bond(Identifier(child), Identifier(prisoner))
        default: nil
        }
    }

    func validate() throws {
        if subject == nil {
            throw ValidationError("Say what to explain: --visit ID, or --child ID with --prisoner ID.")
        }
    }

    func perform(at desk: Desk, console: Console) throws {
        guard let subject else { return }
        let explanations = try desk.explain(subject, on: date?.day, today: common.day)
        let currency = try desk.currency()
        console.answer(
            text: explanations.map { ExplainText($0, currency: currency, language: console.language).text }
                .joined(separator: "\n"),
            json: explanations.count == 1
                ? ExplainDocument(explanations[0], language: console.language).json
                : .array(explanations.map { ExplainDocument($0, language: console.language).json }))
    }
}
