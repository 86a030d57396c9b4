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

    @Option(
        help: ArgumentHelp(
            "A child, by identifier or full name, also in pinyin; with --prisoner.", valueName: "id|name"))
    var child: String?

    @Option(help: ArgumentHelp("A prisoner; with --child.", valueName: "id"))
    var prisoner: String?

    @Option(help: ArgumentHelp("The day to ask the rules about. Otherwise that of the visit.", valueName: "YYYY-MM-DD"))
    var date: CivilDay?

    @OptionGroup var common: CommonOptions

    func validate() throws {
        let isVisit = visit != nil && child == nil && prisoner == nil
        let isBond = visit == nil && child != nil && prisoner != nil
        if !isVisit, !isBond {
            throw ValidationError("Say what to explain: --visit ID, or --child ID with --prisoner ID.")
        }
    }

    /// What is to be explained; nil where the options name nothing whole, which they cannot.
    private func subject(at desk: Desk) throws -> Desk.ExplanationSubject? {
        if let visit { return .visit(Identifier(visit)) }
        guard let child, let prisoner else { return nil }
        return .bond(try desk.child(called: child), Identifier(prisoner))
    }

    func perform(at desk: Desk, console: Console) throws {
        guard let subject = try subject(at: desk) else { return }
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
