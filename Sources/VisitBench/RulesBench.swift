import ArgumentParser
import VisitApplication
import VisitFormats
import VisitModel
import VisitPlanning
import VisitRules

/// Measures the stage of the nightly run that evaluates the rules for every bond, compared with evaluating them again
/// for every bond and month.
struct RulesBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: "Asks the rules about every bond over a year, as the nightly run does.")

    @Option(help: "How many bonds.")
    var bonds: Int = 1_000_000

    @Option(help: "How many days.")
    var days: Int = 365

    @Option(help: "The seed.")
    var seed: UInt64 = 1

    @Option(help: "How many threads.")
    var threads: Int = 2

    @Option(help: "For how many bonds the rules are asked anew for every month, for comparison.")
    var sample: Int = 20_000

    @Option(help: ArgumentHelp("The configuration folder, for the rules.", valueName: "path"))
    var config: String = "Config"

    func validate() throws {
        guard bonds > 0, days > 0, threads > 0, sample > 0 else {
            throw ValidationError("--bonds, --days, --threads and --sample are numbers above 0.")
        }
    }

    func run() throws {
        let book = try RuleBook.load(folder: ConfigurationFolder(config).rules)
        let today = WorldBench.usualDay
        let register = SyntheticRegister(bonds: bonds, seed: seed, today: today).register
        let horizon = DayRange(from: today, days: days)
        let (seconds, stage) = timed {
            EntitlementStage(register, book: book, horizon: horizon, threads: threads)
        }
        let cases = register.contactCases(sample, book: book, on: today, over: horizon)
        let months = (0..<max(1, days / 30)).map { today + $0 * 30 }
        var answered = 0
        let (naive, _) = timed {
            for var question in cases {
                for month in months {
                    question.date = month
                    if book.entitlement(for: question).visits != nil { answered += 1 }
                }
            }
        }
        let perBond = naive / Double(cases.count)
        let facts: KeyValuePairs<String, JSON?> = [
            "bonds": .int(stage.bonds), "days": .int(days), "seed": .int(Int(seed)), "threads": .int(threads),
            "admitted": .int(stage.admitted), "stretches": .int(stage.stretches), "peer": "every bond and month anew",
            "peerSample": .int(cases.count), "peerAnswered": .int(answered),
            "peerBondsPerSecondAndThread": .double((1 / perBond).rounded()),
            "times": .double((perBond * Double(stage.bonds) / seconds * 10).rounded() / 10),
        ]
        Figure(name: "rules.seconds", value: seconds, unit: "s", facts: facts).write()
        Figure(name: "rules.bonds-per-second", value: Double(stage.bonds) / seconds, unit: "bonds/s", facts: facts)
            .write()
    }
}
