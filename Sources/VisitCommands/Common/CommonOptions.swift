import ArgumentParser
import Foundation
import VisitApplication
import VisitFormats
import VisitModel
import VisitPlanning

/// The options that every command takes.
struct CommonOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The store. Otherwise $VISITD_STORE, otherwise /var/lib/visitd/visits.db.", valueName: "path"))
    var store: String?

    @Option(
        help: ArgumentHelp(
            "The configuration folder. Otherwise $VISITD_CONFIG, otherwise /etc/visitd or /usr/share/visitd.",
            valueName: "path"))
    var config: String?

    @Option(
        help: ArgumentHelp(
            "The day to take for today. A store whose first write had it takes any day.", valueName: "YYYY-MM-DD"))
    var today: CivilDay?

    @Flag(
        help: ArgumentHelp(
            """
            Take the day for today though the store would refuse it: before its last plan, or far from the machine's \
            clock or the last write. It is noted in the audit log.
            """
        ))
    var allowDay = false

    @Option(help: ArgumentHelp("The language of the answer: en or zh. Otherwise by LC_ALL, LC_MESSAGES or LANG."))
    var lang: SpokenLanguage?

    @Flag(help: "Print the JSON document and nothing else on standard output.")
    var json = false

    @Flag(help: "Print no progress and no remarks.")
    var quiet = false

    /// The desk that the command works at.
    var desk: Desk {
        let environment = ProcessInfo.processInfo.environment
        let isDayGiven = today != nil
        var desk = Desk(
            store: store ?? environment["VISITD_STORE"] ?? "/var/lib/visitd/visits.db",
            configuration: config ?? environment["VISITD_CONFIG"], actor: "local:\(getuid())",
            reach: .everything, isDayGiven: { isDayGiven })
        desk.allowsDay = allowDay
        return desk
    }

    /// The folder that the night publishes into, where the environment names it.
    var output: String? { ProcessInfo.processInfo.environment["VISITD_OUTPUT"] }

    /// The day that counts as today.
    var day: Day { today?.day ?? SystemClock.today() }

    /// The language of the answer.
    var language: Language {
        if let lang { return lang.language }
        let environment = ProcessInfo.processInfo.environment
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty }
        return locale?.hasPrefix("zh") == true ? .chinese : .english
    }

    /// Where the command writes.
    var console: Console { Console(language: language, isJSON: json, isQuiet: quiet) }
}

/// A date of the calendar on the command line.
struct CivilDay: ExpressibleByArgument {
    let day: Day

    init?(argument: String) {
        guard let day = Day(argument) else { return nil }
        self.day = day
    }
}

/// A time of day on the command line.
struct TimeOfDay: ExpressibleByArgument {
    let clock: ClockTime

    init?(argument: String) {
        guard let clock = ClockTime(argument) else { return nil }
        self.clock = clock
    }
}

/// A language on the command line.
struct SpokenLanguage: ExpressibleByArgument {
    let language: Language

    init?(argument: String) {
        guard let language = Language(rawValue: argument.lowercased()) else { return nil }
        self.language = language
    }

    static var allValueStrings: [String] { Language.allCases.map(\.rawValue) }
}
