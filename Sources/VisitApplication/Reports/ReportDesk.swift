import VisitModel
import VisitPlanning
import VisitReports
import VisitRules
import VisitStore
import VisitTravel

/// Makes reports from the view.
struct ReportDesk {
    let view: StoreView
    let today: Day
    /// The language that was asked for; nil for each household's own in what is written for it.
    let chosen: Language?
    private let otherwise: Language
    let currency: String
    private let templates: ReportTemplates
    /// The rules, for the reports that need them.
    let rules: () throws -> RuleBook

    /// How many days ahead the gate's lists are made where no day is named.
    static let daysAhead = 14

    /// - Parameters:
    ///   - language: nil for each household's own in what is written for it.
    ///   - otherwise: the language of all else then.
    init(
        _ view: StoreView, today: Day, language: Language?, otherwise: Language, templates: ReportTemplates,
        rules: @escaping () throws -> RuleBook
    ) throws {
        self.view = view
        self.today = today
        chosen = language
        self.otherwise = otherwise
        self.templates = templates
        self.rules = rules
        currency = TravelParameters(try view.store.parameters()).currency
    }

    /// The language of what is not written for one household.
    var language: Language { chosen ?? otherwise }

    /// The report about `subject`.
    func report(on subject: Desk.ReportSubject) throws -> any Report {
        let day = subject.day ?? today
        switch subject.about {
        case .household(let id): return subject.name == .month ? try month(of: id, on: day) : try itinerary(of: id)
        case .child(let id): return try childCard(of: id)
        case .escort(let id): return try escortMonth(of: id, on: day)
        case .prison(let id):
            return subject.name == .requests ? try requests(to: id, on: subject.day) : try dailyList(of: id, on: day)
        case .prisoner(let id): return try record(of: id)
        case .everything: return try overview(subject.name)
        }
    }

    /// A report as a file's bytes.
    func bytes(_ report: any Report, _ format: ReportFormat) -> [UInt8] { report.bytes(format, templates: templates) }

    /// The report about everything that is seen.
    private func overview(_ name: ReportName) throws -> any Report {
        switch name {
        case .bottlenecks: return try bottlenecks()
        case .changes: return try changes()
        case .statistics: return try statistics()
        case .budget: return try budget()
        case .compliance:
            var survey = try ComplianceSurvey(
                try view.snapshot(), outlooks: outlooks(), book: rules(), today: today)
            return survey.report(language)
        case .refusals: return RefusalsReport(try outlooks(), today: today, language: language)
        case .coverage: return try coverage()
        case .itinerary, .child, .month, .escort, .day, .requests, .record:
            preconditionFailure("The report \(name) is about \(name.subject), not about everything.")
        }
    }

    /// The answers for every bond.
    func outlooks() throws -> [Outlook] { try view.outlooks(OutlookSelection(), today: today) }

    /// The visits with what the rules say of when they must be asked for; as they are where there are no rules.
    func withNotice(_ details: [VisitDetail], _ register: Register) throws -> [VisitDetail] {
        guard let book = try? rules() else { return details }
        var preparation = VisitPreparation(
            RegisterIndex(register), book: book, horizon: try view.planHorizon(on: today))
        return details.map { detail in
            var detail = detail
            if detail.visit.status.isOpen { detail.noticeDays = preparation.noticeDays(for: detail.visit) }
            return detail
        }
    }

    /// What keeps an unknown identifier from having a report.
    func unknown(_ english: String, _ chinese: String, _ id: String) -> DeskError {
        DeskError.unknown(what: BilingualText(en: english, zh: chinese), id: id)
    }

    /// Everything that there is, as files: for each household an itinerary, a card for each child and the months of the
    /// plan; the gates' lists and the lists for approval of the days ahead; the escorts' months; the overviews.
    func files(_ format: ReportFormat) throws -> [(name: String, bytes: [UInt8])] {
        let register = try view.register()
        let visits = try withNotice(
            try view.visitDetails(.all, from: today.month.firstDay, keepCancelledSince: today), register)
        var files = try householdFiles(try outlooks(), visits, register, format)
        files += try prisonFiles(visits, format)
        files += escortFiles(register.escorts, visits, format)
        for name in ReportName.allCases where name.subject == .everything {
            files.append(("\(name.rawValue).\(format.fileExtension)", bytes(try overview(name), format)))
        }
        return files
    }

    /// The files about one household or prison.
    ///
    /// - Throws: `DeskError.calendarsOnly` for a subject of which there are calendars only.
    func files(_ scope: Feed.Scope, _ format: ReportFormat) throws -> [(name: String, bytes: [UInt8])] {
        switch scope {
        case .child, .escort, .home, .prisoner: throw DeskError.calendarsOnly(scope.kind)
        case .household(let id):
            let outlooks = try view.outlooks(OutlookSelection(household: id), today: today)
            let register = try view.register()
            let visits = try withNotice(
                try view.visitDetails(.household(id), from: today.month.firstDay, keepCancelledSince: today), register)
            guard !outlooks.isEmpty || !visits.isEmpty else {
                throw unknown("household with children", "有儿童的家庭", id.text)
            }
            return try householdFiles(outlooks, visits, register, format)
        case .prison(let id):
            return try prisonFiles(try visits(of: id), format)
        }
    }

    /// A report as a file about one thing.
    func file(
        _ kind: String, _ id: String, _ report: some Report, _ format: ReportFormat
    ) -> (name: String, bytes: [UInt8]) {
        (FileName(kind, id, format.fileExtension).text, bytes(report, format))
    }
}
