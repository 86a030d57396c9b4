import VisitModel
import VisitReports
import VisitRules
import VisitStore

extension ReportDesk {
    private func prison(_ id: Identifier<Prison>) throws -> Prison {
        guard let prison = try view.store.openings().prisons.first(where: { $0.id == id }) else {
            throw unknown("prison", "监狱", id.text)
        }
        return prison
    }

    /// The gate's list of `prison` on `day`.
    func dailyList(of id: Identifier<Prison>, on day: Day) throws -> PrisonDailyList {
        let prison = try prison(id)
        let visits = try view.visitDetails(.prison(id), from: day, keepCancelledSince: day)
        return list(prison, day, visits, try view.store.openings().calendar)
    }

    private func list(
        _ prison: Prison, _ day: Day, _ visits: [VisitDetail], _ calendar: SessionCalendar
    ) -> PrisonDailyList {
        PrisonDailyList(
            prison: prison, day: day,
            visits: visits.filter { $0.visit.date == day && $0.visit.status.holdsTable },
            sessions: calendar.sessions(of: prison.id, within: DayRange(day, day)), language: language)
    }

    /// A prison's visits for approval, of the week of `day`; otherwise of the first week for which the prison can still be
    /// asked in time.
    func requests(to id: Identifier<Prison>, on day: Day?) throws -> RequestList {
        let prison = try prison(id)
        let visits = try visits(of: id, from: min(today, day?.monday ?? today))
        let first = day ?? Self.askedFirst(prison, visits, today: today)
        let prisoners = Set(visits.map(\.visit.prisoner))
        let outlooks = try outlooks().filter { prisoners.contains($0.prisoner.id) }
        return RequestList(prison: prison, weekOf: first, visits: visits, outlooks: outlooks, language: language)
    }

    /// The visits of a prison from `first` on, otherwise from today on, with what the rules say of when they must be asked for.
    func visits(of id: Identifier<Prison>, from first: Day? = nil) throws -> [VisitDetail] {
        try withNotice(
            try view.visitDetails(.prison(id), from: first ?? today, keepCancelledSince: today), try view.register())
    }

    /// The first Monday from which on the prison can be asked in time for these visits.
    private static func askedFirst(_ prison: Prison, _ visits: [VisitDetail], today: Day) -> Day {
        let notice = visits.map { prison.daysOfNotice(rules: $0.noticeDays) }.max()
        return (today + (notice ?? prison.daysOfNotice(rules: nil)) + 6).monday
    }

    /// The gates' lists of the days ahead on which somebody comes, and for each prison the next list for approval.
    func prisonFiles(
        _ visits: [VisitDetail], _ format: ReportFormat
    ) throws -> [(name: String, bytes: [UInt8])] {
        let calendar = try view.store.openings().calendar
        let days = DayRange(from: today, days: Self.daysAhead)
        let outlooks = Dictionary(grouping: try outlooks(), by: \.prisoner.prison)
        return Dictionary(grouping: visits, by: \.visit.prison).sorted { $0.key < $1.key }.flatMap { id, own in
            let soon = Set(own.map(\.visit.date)).filter(days.contains).sorted()
            let lists = soon.map { file("prison", "\(id)@\($0)", list(own[0].prison, $0, own, calendar), format) }
            let week = RequestList(
                prison: own[0].prison, weekOf: Self.askedFirst(own[0].prison, own, today: today), visits: own,
                outlooks: outlooks[id, default: []], language: language)
            return lists + [file("requests", "\(id)@\(week.monday)", week, format)]
        }
    }

    /// How many days ahead a record of contact mentions duties.
    private static let dutyDays = 3650

    /// The contact of one prisoner with the children.
    func record(of id: Identifier<Prisoner>) throws -> ContactRecord {
        let register = try view.register()
        guard let prisoner = register.prisoners.first(where: { $0.id == id }) else {
            throw unknown("prisoner", "服刑人员", id.text)
        }
        let details = try view.visits(VisitQuery(prisoner: id, page: Page(limit: .max)))
        let lines = try details.map { detail in
            let isOff = !detail.visit.status.holdsTable
            let last = isOff ? try view.acts(of: detail.visit.id).last { $0.kind.status == detail.visit.status } : nil
            return ContactRecord.Line(detail, by: last?.by)
        }
        let clocks: Set<Duty.Task> = [
            .fosterCareClock, .paroleNote, .noContact, .unattendedChild, .separationPriority, .guardianshipReview,
        ]
        var survey = TaskSurvey(
            register, horizon: try view.planHorizon(on: today), book: try rules(), today: today,
            within: Self.dutyDays)
        let duties = survey.list(visits: []) { $0.prisoner == id }.tasks.map(\.duty)
        return ContactRecord(
            prisoner: prisoner, prison: try prison(prisoner.prison),
            outlooks: try view.outlooks(OutlookSelection(prisoner: id), today: today), lines: lines,
            duties: duties.filter { clocks.contains($0.task) }, today: today, language: language)
    }
}
