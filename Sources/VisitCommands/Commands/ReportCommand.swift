import ArgumentParser
import VisitModel
import VisitPlanning
import VisitReports

struct ReportCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Writes one report; without a name, lists the reports.")

    @Argument(help: "The report: \(ReportName.allCases.map(\.rawValue).joined(separator: ", ")).")
    var name: ReportName?

    @Option(help: ArgumentHelp("The household of an itinerary.", valueName: "id"))
    var household: String?

    @Option(help: ArgumentHelp("The prison of a day's list.", valueName: "id"))
    var prison: String?

    @Option(help: ArgumentHelp("The day of a list. Otherwise today.", valueName: "YYYY-MM-DD"))
    var date: CivilDay?

    @Option(help: "text, html or csv. Otherwise by the ending of the file, otherwise text.")
    var format: ReportFormat?

    @Option(name: .customShort("o"), help: ArgumentHelp("The file to write to.", valueName: "file"))
    var output: String?

    @OptionGroup var common: CommonOptions

    func validate() throws {
        switch name?.subject {
        case .household where household == nil: throw ValidationError("An itinerary needs --household ID.")
        case .prisonDay where prison == nil: throw ValidationError("A day's list needs --prison ID.")
        case .household, .prisonDay, .everything, nil: break
        }
    }

    private func subject(_ name: ReportName) -> Desk.ReportSubject {
        switch name.subject {
        case .household: .household(Identifier(household ?? ""))
        case .prisonDay: .prison(Identifier(prison ?? ""), date?.day ?? common.day)
        case .everything: .everything(name)
        }
    }

    private var chosenFormat: ReportFormat {
        let ending = output?.split(separator: ".").last.map(String.init)
        return format ?? ReportFormat.allCases.first { $0.fileExtension == ending } ?? .text
    }

    func perform(at desk: Desk, console: Console) throws {
        guard let name else {
            return console.answer(text: list(console.language), json: catalogue(console.language))
        }
        if name == .bottlenecks, common.json, output == nil {
            let report = try desk.bottlenecks(today: common.day, language: common.lang?.language)
            return console.answer(text: report.text, json: report.json)
        }
        let report = try desk.report(
            on: subject(name), format: chosenFormat, today: common.day, language: common.lang?.language)
        guard let output else { return console.answer(raw: report) }
        try desk.write(report, to: output)
        console.remark(
            BilingualText(en: "The report is in \(output).", zh: "报告已写入 \(output)。")[console.language])
    }

    private func list(_ language: Language) -> String {
        TextTable(
            [
                .init(BilingualText(en: "Report", zh: "报告")[language]),
                .init(BilingualText(en: "What it is for", zh: "用途")[language]),
            ],
            rows: ReportName.allCases.map { [$0.rawValue, $0.summary[language]] }
        ).text
    }

    private func catalogue(_ language: Language) -> JSON {
        .members([
            "format": "visitd-reports/1",
            "reports": .array(
                ReportName.allCases.map {
                    .members([
                        "name": .string($0.rawValue), "title": .string($0.title[language]),
                        "summary": .string($0.summary[language]),
                    ])
                }),
        ])
    }
}

extension ReportName: ExpressibleByArgument {}
extension ReportFormat: ExpressibleByArgument {}
