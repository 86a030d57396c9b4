import ArgumentParser
import Foundation
import VisitApplication
import VisitFormats
import VisitModel
import VisitPlanning
import VisitReports
import VisitRules

struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: "The rule packs: what they say, whether they are sound, what they give.",
        subcommands: [List.self, Show.self, Check.self, Evaluate.self])

    struct List: DeskCommand {
        static let configuration = CommandConfiguration(abstract: "Lists every rule with its force and confidence.")

        @OptionGroup var common: CommonOptions

        func perform(at desk: Desk, console: Console) throws {
            let packs = try desk.rules().packs.map { PackSummary($0) }
            console.answer(
                text: RulesText(packs, language: console.language).text,
                json: RulesDocument(packs, language: console.language).json)
        }
    }

    struct Show: DeskCommand {
        static let configuration = CommandConfiguration(abstract: "Shows one rule.")

        @Argument(help: "The rule, as rules list shows it.")
        var id: String

        @OptionGroup var common: CommonOptions

        func perform(at desk: Desk, console: Console) throws {
            guard let rule = try desk.rules().rule(id) else {
                throw DeskError.unknown(what: BilingualText(en: "rule", zh: "规则"), id: id)
            }
            let summary = RuleSummary(rule)
            console.answer(
                text: RuleText(summary, language: console.language).text,
                json: RuleDocument(summary, language: console.language).json)
        }
    }

    struct Check: DeskCommand {
        static let configuration = CommandConfiguration(abstract: "Checks the packs of a folder, or one pack.")

        @Argument(help: "A folder of packs or one pack. Otherwise the configuration's.", completion: .file())
        var path: String?

        @OptionGroup var common: CommonOptions

        func perform(at desk: Desk, console: Console) throws {
            let folder = if let path { path } else { try ConfigurationFolder(desk.configuration).rules }
            let findings = try RuleBook.check(folder)
            console.answer(
                text: FindingsText(findings, language: console.language).text,
                json: FindingsDocument(findings, language: console.language).json)
            if findings.contains(where: { $0.severity == .error }) { throw ExitCode(FailureKind.badData.exitStatus) }
        }
    }

    struct Evaluate: DeskCommand {
        static let configuration = CommandConfiguration(
            abstract: "Evaluates a case without a store: visitd-case/1 in, visitd-entitlement/1 out.")

        @Argument(help: "The case, a JSON file; - for standard input.", completion: .file(extensions: ["json"]))
        var file: String

        @OptionGroup var common: CommonOptions

        func perform(at desk: Desk, console: Console) throws {
            let document = try CaseDocument.read(InputFile(file).bytes())
            let book = try desk.rules()
            let chosen = if let packs = document.packs { try book.limited(to: packs) } else { book }
            let entitlement = chosen.entitlement(for: document.contactCase)
            console.answer(
                text: EntitlementText(entitlement, language: console.language).text,
                json: EntitlementDocument(entitlement, language: console.language).json)
        }
    }
}
