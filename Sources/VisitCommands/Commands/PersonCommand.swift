import ArgumentParser
import VisitApplication
import VisitFormats
import VisitModel
import VisitPlanning
import VisitReports

struct PersonCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "person", abstract: "All that is held on a child, as a document for the child or its guardian.",
        discussion: "visitd-person/1, with names, and with who has seen the record through the service.")

    @Option(help: ArgumentHelp("The child, by identifier or name.", valueName: "id|name"))
    var child: String

    @Option(name: .customShort("o"), help: ArgumentHelp("The file to write to.", valueName: "file"))
    var output: String?

    @OptionGroup var common: CommonOptions

    func perform(at desk: Desk, console: Console) throws {
        let document = PersonDocument(try desk.record(ofChildCalled: child), language: console.language)
        let text = document.json.text() + "\n"
        guard let output else { return console.answer(raw: text) }
        try desk.write(text, to: output)
        console.remark(BilingualText(en: "The document is in \(output).", zh: "文件已写入 \(output)。")[console.language])
    }
}
