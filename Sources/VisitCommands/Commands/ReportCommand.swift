import ArgumentParser
import VisitApplication
import VisitFormats
import VisitModel
import VisitPlanning
import VisitReports

struct ReportCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Writes one report; without a name, lists the reports.",
        discussion: """
            visitctl report itinerary --household H001 -o card.html
            visitctl report requests --prison CN-BJ-W1 --lang zh -o week.xlsx
            visitctl report coverage --json
            """)

    @Argument(help: "The report: \(ReportName.allCases.map(\.rawValue).joined(separator: ", ")).")
    var name: ReportName?

    @Option(help: ArgumentHelp("The household of an itinerary or a month.", valueName: "id"))
    var household: String?

    @Option(help: ArgumentHelp("The child of a card.", valueName: "id"))
    var child: String?

    @Option(help: ArgumentHelp("The escort of a month.", valueName: "id"))
    var escort: String?

    @Option(help: ArgumentHelp("The prison of a day's list or of requests.", valueName: "id"))
    var prison: String?

    @Option(help: ArgumentHelp("The prisoner of a record.", valueName: "id"))
    var prisoner: String?

    @Option(
        help: ArgumentHelp(
            "The day of a list, or one of the week or month. Otherwise today; of requests, the next week that can be asked for.",
            valueName: "YYYY-MM-DD"))
    var date: CivilDay?

    @Option(help: "text, html, csv, xlsx or json. Otherwise by the ending of the file, otherwise text.")
    var format: ReportFormat?

    @Option(name: .customShort("o"), help: ArgumentHelp("The file to write to.", valueName: "file"))
    var output: String?

    @OptionGroup var common: CommonOptions

    /// The identifiers that were given, by what they are of.
    private var given: [(subject: ReportName.Subject, id: String)] {
        [
            (.household, household), (.child, child), (.escort, escort), (.prison, prison), (.prisoner, prisoner),
        ].compactMap { subject, id in id.map { (subject, $0) } }
    }

    func validate() throws {
        guard let name else { return }
        if name.subject != .everything, !given.contains(where: { $0.subject == name.subject }) {
            throw ValidationError("The report \(name.rawValue) needs --\(name.subject.rawValue) ID.")
        }
        if let other = given.first(where: { $0.subject != name.subject }) {
            throw ValidationError("The report \(name.rawValue) takes no --\(other.subject.rawValue).")
        }
        if output == nil, !chosenFormat.isText {
            throw ValidationError("A workbook is no text for a terminal: name a file with -o.")
        }
    }

    private func subject(_ name: ReportName) -> Desk.ReportSubject {
        let id = given.first?.id ?? ""
        let about: Desk.ReportSubject.About =
            switch name.subject {
            case .household: .household(Identifier(id))
            case .child: .child(Identifier(id))
            case .escort: .escort(Identifier(id))
            case .prison: .prison(Identifier(id))
            case .prisoner: .prisoner(Identifier(id))
            case .everything: .everything
            }
        return Desk.ReportSubject(name, about: about, day: date?.day)
    }

    private var chosenFormat: ReportFormat {
        let ending = output?.split(separator: ".").last.map(String.init)
        if let format { return format }
        if common.json, output == nil { return .json }
        return ReportFormat.allCases.first { $0.fileExtension == ending } ?? .text
    }

    func perform(at desk: Desk, console: Console) throws {
        guard let name else {
            return console.answer(
                text: ReportsText(language: console.language).text,
                json: ReportsDocument(language: console.language).json)
        }
        if name == .bottlenecks, common.json, output == nil {
            let report = try desk.bottlenecks(today: common.day, language: console.language)
            return console.answer(text: report.text, json: report.json)
        }
        if chosenFormat == .html, !desk.templateFindings.isEmpty {
            console.remark(FindingsText(desk.templateFindings, language: console.language).text)
        }
        let report = try desk.report(
            on: subject(name), format: chosenFormat, today: common.day, language: common.lang?.language,
            otherwise: console.language)
        guard let output else { return console.answer(raw: String(decoding: report, as: UTF8.self)) }
        try desk.write(report, to: output)
        console.remark(
            BilingualText(en: "The report is in \(output).", zh: "报告已写入 \(output)。")[console.language])
    }
}

extension ReportName: ExpressibleByArgument {}
extension ReportFormat: ExpressibleByArgument {}
