import VisitImport
import VisitModel
import VisitReports
import VisitStore

extension Desk {
    /// Which report, about what, and for when.
    public struct ReportSubject: Hashable, Sendable {
        /// What a report is about.
        public enum About: Hashable, Sendable {
            case household(Identifier<Household>)
            case child(Identifier<Child>)
            case escort(Identifier<Escort>)
            case prison(Identifier<Prison>)
            case prisoner(Identifier<Prisoner>)
            /// Everything that whoever asks sees.
            case everything
        }

        /// Which report.
        public var name: ReportName
        /// What it is about, as the report's `subject` asks for.
        public var about: About
        /// The day, or a day of the week or month; what comes next when nil.
        public var day: Day?

        /// A report.
        public init(_ name: ReportName, about: About, day: Day? = nil) {
            self.name = name
            self.about = about
            self.day = day
        }
    }

    /// One report.
    ///
    /// - Parameters:
    ///   - language: nil for the household's own where it is written for one.
    ///   - otherwise: the language of all else where `language` is nil.
    public func report(
        on subject: ReportSubject, format: ReportFormat, today: Day, language: Language?,
        otherwise: Language = .english
    ) throws -> [UInt8] {
        let desk = try reportDesk(reading(), today, language, otherwise: otherwise)
        return desk.bytes(try desk.report(on: subject), format)
    }

    /// The shadow prices of the published plan: what one more table, escort trip or unit of money would add to it.
    public func bottlenecks(today: Day, language: Language?) throws -> BottlenecksReport {
        try reportDesk(reading(), today, language).bottlenecks()
    }

    /// The statistics that may be published about the children within the reach of the person who asks.
    public func statistics(
        today: Day, language: Language?
    ) throws -> PublicStatistics {
        try reportDesk(reading(), today, language).statistics()
    }

    func reportDesk(
        _ view: StoreView, _ today: Day, _ language: Language?, otherwise: Language = .english
    ) throws -> ReportDesk {
        try ReportDesk(
            view, today: today, language: language, otherwise: otherwise, templates: templates, rules: rules)
    }

    /// The templates of pages: the program's own, and in their place those of the configuration folder.
    private var templates: ReportTemplates {
        // Without a configuration folder there is nothing that could override them.
        (try? ConfigurationFolder(configuration)).map { ReportTemplates($0.templates) } ?? .builtIn
    }

    /// What is wrong with the templates of the configuration folder, by file. The program's own serve for those.
    public var templateFindings: [Finding] { templates.findings }
}
