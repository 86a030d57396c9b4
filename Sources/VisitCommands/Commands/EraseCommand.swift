import ArgumentParser
import VisitApplication
import VisitFormats
import VisitModel
import VisitPlanning
import VisitReports
import VisitStore

struct EraseCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase", abstract: "Erases a child from the store, for good.",
        discussion: """
            Name, birth date, needs, bonds, papers and reasons go; visits ahead are cancelled, or go on without the child. A
            household in which no other child lives is made nameless with its adults, and its calendars end. That visits
            took place stays as a number about nobody, and so does the audit log, which has no names. What the night has
            published is written anew without the child. Take the child out of
            the files as well, or the next import brings it back; backups keep what they have until they are removed.
            """)

    @Option(help: ArgumentHelp("The child.", valueName: "id"))
    var child: String

    @Option(
        help: ArgumentHelp(
            "The folder that the night publishes into, where it is not the setting output of visitd.yaml.",
            valueName: "folder"))
    var output: String?

    @Flag(help: "Really do it. Without it, nothing is changed.")
    var yes = false

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if !yes { throw ValidationError("Erasing cannot be undone; say --yes to erase \(child).") }
    }

    func perform(at desk: Desk, console: Console) throws {
        let erasure = try desk.erase(Identifier(child), output: output ?? common.output, today: common.day)
        let document = ErasureDocument(
            child: child, visitsAhead: erasure.visitsAhead, visitsKept: erasure.visitsKept,
            includesHousehold: erasure.includesHousehold)
        console.answer(text: ErasureText(document, language: console.language).text, json: document.json)
    }
}

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
