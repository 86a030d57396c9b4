import Testing
import VisitModel

@testable import VisitService

@Suite("The command line")
struct InvocationTests {
    @Test("options are read with a space or an equals sign")
    func options() {
        #expect(
            Invocation(["serve", "--store", "/a,b.db", "--listen=127.0.0.1:80"])
                == .serve([.store: "/a,b.db", .listen: "127.0.0.1:80"]))
        #expect(Invocation(["serve"]) == .serve([:]))
    }

    @Test("help and version are found wherever they stand")
    func helpAndVersion() {
        #expect(Invocation(["serve", "--store", "x", "--help"]) == .help)
        #expect(Invocation(["--version"]) == .version)
    }

    @Test(
        "what makes no sense is refused by name",
        arguments: [
            ([], ["no-command"]),
            (["--store", "x"], ["unknown-command"]),
            (["plan"], ["unknown-command"]),
            (["serve", "extra"], ["unknown-option"]),
            (["serve", "--store"], ["option-without-value"]),
            (["serve", "--store="], ["option-without-value"]),
            (["serve", "--store", "--socket", "s"], ["option-without-value"]),
            (["serve", "--store", "a", "--store", "b"], ["option-given-twice"]),
            (["serve", "--soket", "a", "--lissten", "b"], ["unknown-option", "unknown-option"]),
        ] as [([String], [String])])
    func faults(arguments: [String], codes: [String]) {
        guard case .faulty(let faults) = Invocation(arguments) else {
            Issue.record("\(arguments) were accepted")
            return
        }
        #expect(faults.map(\.code) == codes)
    }

    @Test("a misspelt option is answered with the one that was meant, in both languages")
    func nearest() {
        guard case .faulty(let faults) = Invocation(["serve", "--soket", "/x"]) else {
            Issue.record("--soket was accepted")
            return
        }
        #expect(faults.first?.advice?.english == "Perhaps --socket was meant.")
        #expect(faults.first?.advice?.chinese.contains("--socket") == true)
    }

    @Test("help names every option", arguments: Setting.allCases)
    func helpIsComplete(setting: Setting) {
        for language in Language.allCases { #expect(Usage.text[language].contains("\(setting.option) ")) }
    }
}
