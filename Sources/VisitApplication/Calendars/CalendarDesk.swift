import VisitCalendar
import VisitFormats
import VisitModel
import VisitRules
import VisitStore

/// Makes calendars from the store: of one household, child, escort, prison, home or prisoner, or of all.
struct CalendarDesk {
    private let view: StoreView
    /// The rules from which deadlines follow; nil where there are none, and calendars are without them.
    private let rules: RuleBook?
    private let today: Day
    private let language: Language
    private let showsNames: Bool

    init(_ view: StoreView, rules: RuleBook?, today: Day, language: Language, showsNames: Bool) {
        self.view = view
        self.rules = rules
        self.today = today
        self.language = language
        self.showsNames = showsNames
    }

    /// The calendar of one subject.
    func calendar(of scope: Feed.Scope) throws -> FeedCalendar {
        let visits = try details(.of(scope))
        let reminders = try reminders(visits, scope)
        let bytes = try calendar(of: visits, at: Array(visits.indices), reminders, scope)
        return FeedCalendar(
            bytes: bytes, entityTag: ContentDigest(of: bytes).text,
            lastModified: visits.map(\.visit.changed).max() ?? Instant(seconds: 0))
    }

    /// Writes the calendars of everybody who has visits, kind by kind, each as a file. One that was made from the same stays
    /// as it is, and where all do the visits are not even read.
    func write(_ kinds: [Feed.Scope.Kind], to publication: inout FolderPublication) throws {
        // Digests come first: what changes meanwhile shows as a change next time.
        let origins = try CalendarOrigins(
            view, rules, today: today, language: language, showsNames: showsNames)
        let marks = try view.visitMarks(
            from: today - Visit.daysShownAfterDate, keepCancelledSince: today - Visit.daysShownAfterCallingOff)
        let index = CalendarIndex(marks)
        var stale: [Draft] = []
        for kind in kinds {
            for (subject, positions) in index.subjects(of: kind) {
                let scope = Feed.Scope(kind, subject)
                let origin = origins.origin(of: positions.lazy.map { marks[$0] })
                let draft = Draft(
                    scope: scope, file: FileName(kind.rawValue, subject, "ics").text, positions: positions,
                    origin: origin)
                if !publication.keeps(draft.file, from: origin) { stale.append(draft) }
            }
        }
        if !stale.isEmpty { try write(stale, marks, to: &publication) }
    }

    /// A calendar that is to be written.
    private struct Draft {
        var scope: Feed.Scope
        var file: String
        /// Its visits, by their places among the marks.
        var positions: [Int]
        var origin: String
    }

    private func write(
        _ drafts: [Draft], _ marks: [VisitMark], to publication: inout FolderPublication
    ) throws {
        let register = try view.register()
        let visits = try details(.all)
        let places = Dictionary(uniqueKeysWithValues: visits.indices.map { (visits[$0].visit.id, $0) })
        let horizon = try view.planHorizon(on: today)
        let survey = rules.map { ReminderSurvey(register, horizon: horizon, book: $0, today: today) }
        let deadlines = ConcurrentMap.map(visits.count, fewest: Self.fewestVisits) { part in
            var survey = survey
            return part.map { survey?.deadlines(of: visits[$0]) ?? [] }
        }.flatMap(\.self)
        let zones = try Set(visits.map(\.prison.zone)).sorted().map { try Zone(named: $0) }
        for first in stride(from: 0, to: drafts.count, by: Self.together) {
            let those = drafts[first..<min(first + Self.together, drafts.count)]
            let files = try ConcurrentMap.map(those.count, fewest: Self.fewestCalendars) { part in
                var survey = survey
                return try part.map { number in
                    let draft = those[first + number]
                    let own = draft.positions.compactMap { places[marks[$0].id] }
                    var reminders: [Reminder] = []
                    if draft.scope.kind.hasReminders {
                        reminders = own.flatMap { deadlines[$0] }
                        reminders += survey?.calls(in: draft.scope) ?? []
                    }
                    let bytes = try calendar(of: visits, at: own, reminders, draft.scope, zones)
                    return FileContent(draft.file, bytes, from: draft.origin)
                }
            }
            for file in files.joined() { try publication.put(file) }
        }
    }

    /// So many calendars are held in memory at a time.
    private static let together = 4096
    /// With fewer visits or calendars a second thread does not pay off, since each thread has a cache of its own.
    private static let fewestVisits = 256
    private static let fewestCalendars = 8

    private func details(_ scope: StoreView.VisitScope) throws -> [VisitDetail] {
        try view.visitDetails(
            scope, from: today - Visit.daysShownAfterDate,
            keepCancelledSince: today - Visit.daysShownAfterCallingOff)
    }

    private func reminders(_ visits: [VisitDetail], _ scope: Feed.Scope) throws -> [Reminder] {
        guard let rules, scope.kind.hasReminders else { return [] }
        let register = try view.register(ofChildren: try view.children(of: scope) + visits.flatMap(\.visit.children))
        var survey = ReminderSurvey(
            register, horizon: try view.planHorizon(on: today), book: rules, today: today)
        let deadlines = visits.flatMap { survey.deadlines(of: $0) }
        return deadlines + survey.calls(in: scope)
    }

    /// The visits of one calendar with as much of their journeys as its readers may know: people who travel along but
    /// are not in this list are left out.
    private static func withoutOthers(
        _ visits: [VisitDetail], at positions: [Int]
    ) -> (visits: [VisitDetail], positions: [Int]) {
        guard positions.contains(where: { visits[$0].visit.trip?.shared != nil }) else { return (visits, positions) }
        let children = Set(positions.flatMap { visits[$0].visit.children })
        let own = positions.map { position in
            var detail = visits[position]
            detail.visit.showJourney { $0.children.allSatisfy(children.contains) }
            return detail
        }
        return (own, Array(own.indices))
    }

    private func calendar(
        of visits: [VisitDetail], at positions: [Int], _ reminders: [Reminder], _ scope: Feed.Scope,
        _ zones: [Zone] = []
    ) throws -> [UInt8] {
        let (visits, positions) = Self.withoutOthers(visits, at: positions)
        var name = BilingualText(en: "Visits", zh: "会见")
        if scope.kind != .household {
            let prison = scope.kind == .prison ? positions.first.map { visits[$0].prison.name } : nil
            let subject = prison ?? BilingualText(scope.subject)
            name = BilingualText(en: "Visits – \(subject[.english])", zh: "会见 – \(subject[.chinese])")
        }
        return try CalendarWriter(
            CalendarOptions(
                name: name, language: language, showsNames: showsNames,
                perspective: CalendarOptions.Perspective(scope.kind), today: today), zones: zones
        ).calendar(of: visits, at: positions, reminders: reminders)
    }
}

extension Feed.Scope.Kind {
    /// Whether its readers are those who have to do something before a visit.
    var hasReminders: Bool {
        switch self {
        case .household, .child, .home: true
        case .escort, .prison, .prisoner: false
        }
    }
}

extension CalendarOptions.Perspective {
    /// How somebody looks at a calendar of that kind.
    init(_ kind: Feed.Scope.Kind) {
        switch kind {
        case .household: self = .household
        case .child: self = .child
        case .escort: self = .escort
        case .prison: self = .prison
        case .home: self = .home
        case .prisoner: self = .prisoner
        }
    }
}
