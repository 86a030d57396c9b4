import ArgumentParser
import VisitApplication
import VisitFormats
import VisitModel
import VisitPlanning
import VisitReports

struct VisitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "visit",
        abstract: "The life of a visit: requested, confirmed, held, missed, cancelled, moved, led by another adult.",
        discussion: """
            Several visits take a step together, or none of them does. What takes a visit away from a child (cancel,
            cut-short, missed, turned-away, move) needs --reason. The reason is kept with the visit and never logged.
            """,
        subcommands: [
            List.self, Show.self, Request.self, Confirm.self, Cancel.self, Held.self, CutShort.self, Missed.self,
            TurnedAway.self, Move.self, Companion.self, Waive.self, Told.self,
        ])

    struct Show: DeskCommand {
        static let configuration = CommandConfiguration(abstract: "Shows a visit and what people did to it.")

        @Argument(help: "The visit, by its number (V-0123) or identifier.")
        var id: String

        @OptionGroup var common: CommonOptions

        func perform(at desk: Desk, console: Console) throws {
            let visit = try desk.visit(Identifier(id))
            try VisitCommand.printOutcome([visit], desk, console, isStep: false)
        }
    }

    struct Request: StepCommand {
        static let configuration = CommandConfiguration(abstract: "Records that the prison has been asked for visits.")
        static let kind = VisitAct.Kind.request
        @Argument(help: "The visits, by their numbers (V-0123) or identifiers.") var ids: [String]
        @OptionGroup var step: StepOptions
        @OptionGroup var common: CommonOptions
    }

    struct Confirm: StepCommand {
        static let configuration = CommandConfiguration(
            abstract: "Records that the prison has agreed. The nightly run leaves such visits where they are.")
        static let kind = VisitAct.Kind.confirm
        @Argument(help: "The visits, by their numbers (V-0123) or identifiers.") var ids: [String]
        @OptionGroup var step: StepOptions
        @OptionGroup var common: CommonOptions
    }

    struct Cancel: StepCommand {
        static let configuration = CommandConfiguration(
            abstract: "It will not take place.",
            discussion: """
                With --by child it is the child's no to the person: nothing is planned for the two until somebody has asked
                the child again, which becomes a task after plan.ask_again_days. With --declines date it is one to that
                date alone, and another is looked for.
                """)
        static let kind = VisitAct.Kind.cancel
        @Argument(help: "The visits, by their numbers (V-0123) or identifiers.") var ids: [String]
        @OptionGroup var step: StepOptions

        @Option(
            help: ArgumentHelp(
                "What the child says no to: \(Desk.Declines.allCases.map(\.rawValue).joined(separator: " or ")).",
                valueName: "what"))
        var declines: Desk.Declines?

        @Option(help: ArgumentHelp("Which child says no; otherwise all of the visit.", valueName: "id"))
        var child: String?

        @OptionGroup var common: CommonOptions

        var taken: Desk.Step {
            var taken = step.step(Self.kind)
            taken.declines = declines
            taken.child = child.map { Identifier($0) }
            return taken
        }
    }

    struct Held: StepCommand {
        static let configuration = CommandConfiguration(abstract: "Records that visits took place.")
        static let kind = VisitAct.Kind.held
        @Argument(help: "The visits, by their numbers (V-0123) or identifiers.") var ids: [String]
        @OptionGroup var step: StepOptions
        @OptionGroup var common: CommonOptions
    }

    struct CutShort: StepCommand {
        static let configuration = CommandConfiguration(
            abstract: "Records that visits took place and ended early.")
        static let kind = VisitAct.Kind.cutShort
        @Argument(help: "The visits, by their numbers (V-0123) or identifiers.") var ids: [String]
        @OptionGroup var step: StepOptions
        @OptionGroup var common: CommonOptions
    }

    struct Missed: StepCommand {
        static let configuration = CommandConfiguration(
            abstract: "Records that visits did not take place.")
        static let kind = VisitAct.Kind.missed
        @Argument(help: "The visits, by their numbers (V-0123) or identifiers.") var ids: [String]
        @OptionGroup var step: StepOptions
        @OptionGroup var common: CommonOptions
    }

    struct TurnedAway: StepCommand {
        static let configuration = CommandConfiguration(
            abstract: "Records that families came and were not let in.",
            discussion: "The journey is still paid for. The visit is not taken from the prisoner's account.")
        static let kind = VisitAct.Kind.turnedAway
        @Argument(help: "The visits, by their numbers (V-0123) or identifiers.") var ids: [String]
        @OptionGroup var step: StepOptions
        @OptionGroup var common: CommonOptions
    }

    struct Move: DeskCommand {
        static let configuration = CommandConfiguration(
            abstract: "Puts it into another session of its prison.",
            discussion: """
                It keeps its identifier and counts as requested afterwards: what the prison has agreed to for one day it has
                not for another. With --by prison a confirmed visit stays confirmed.
                """)

        @Argument(help: "The visit, by its number (V-0123) or identifier.")
        var id: String

        @Option(help: ArgumentHelp("The new day.", valueName: "YYYY-MM-DD"))
        var to: CivilDay

        @Option(help: ArgumentHelp("When the session begins, where the day has several.", valueName: "HH:MM"))
        var start: TimeOfDay?

        @OptionGroup var step: StepOptions
        @OptionGroup var common: CommonOptions

        func perform(at desk: Desk, console: Console) throws {
            let visit = try desk.move(
                Identifier(id), to: to.day, start: start?.clock, step.step(.move), today: common.day)
            try VisitCommand.printOutcome([visit], desk, console)
        }
    }

    /// Says how visits are now.
    ///
    /// - Parameter isStep: whether a step was written down before.
    static func printOutcome(_ visits: [VisitDetail], _ desk: Desk, _ console: Console, isStep: Bool = true) throws {
        let documents = try Desk.afterwards(isStep ? Desk.stepDone : nil) {
            try visits.map {
                VisitDocument(
                    $0, acts: try desk.acts(of: $0.visit.id), told: try desk.told(of: $0.visit.id),
                    language: console.language)
            }
        }
        console.answer(
            text: documents.map { VisitText($0).text }.joined(separator: "\n"),
            json: documents.count == 1
                ? documents[0].json : VisitsDocument(visits, language: console.language).json)
    }
}

/// Whose decision a step is, and why.
struct StepOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Whose decision it is: \(VisitAct.Party.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "party"))
    var by: VisitAct.Party?

    @Option(help: "Why.")
    var reason: String?

    func step(_ kind: VisitAct.Kind) -> Desk.Step { Desk.Step(kind, by: by, reason: reason ?? "") }
}

/// A command that takes one step with visits.
protocol StepCommand: DeskCommand {
    static var kind: VisitAct.Kind { get }
    var ids: [String] { get }
    var step: StepOptions { get }
    /// The step as it is taken.
    var taken: Desk.Step { get }
}

extension StepCommand {
    var taken: Desk.Step { step.step(Self.kind) }

    func perform(at desk: Desk, console: Console) throws {
        let visits = try desk.take(taken, on: ids.map { Identifier($0) }, today: common.day)
        try VisitCommand.printOutcome(visits, desk, console)
    }
}

extension VisitAct.Party: ExpressibleByArgument {}
extension Desk.Declines: ExpressibleByArgument {}
