import VisitFormats
import VisitModel

/// Puts the events of an iCalendar file into the draft: as the stretches of one school calendar, as closures of one
/// prison, or as absences of one escort or guardian. The file's name says which: `school_calendars-SC1.ics`,
/// `closures-PR1.ics`, `busy-E1.ics`, `校历-SC1.ics`.
struct CalendarLoader {
    private let table: TableName
    /// The identifier in the file's name.
    let subject: String
    /// The days up to which what has no end is followed; nil where that would be a fault.
    private let horizon: DayRange?
    var faults: FaultLog
    /// How many events were taken.
    var rows = 0

    init(_ table: TableName, subject: String, horizon: DayRange?, file: String) {
        self.table = table
        self.subject = subject
        self.horizon = horizon
        faults = FaultLog(file: file)
    }

    /// The identifier in the name of a calendar file; nil where there is none.
    static func subject(ofFile name: String, of table: TableName) -> String? {
        let stem = name.split(separator: ".").dropLast().joined(separator: ".")
        let named = table.calendarNames.filter { stem.lowercased().hasPrefix($0.lowercased()) }
        guard let prefix = named.max(by: { $0.count < $1.count }) else { return nil }
        let rest = stem.dropFirst(prefix.count).drop { "-_ ".contains($0) }
        return rest.isEmpty ? nil : String(rest)
    }

    /// Loads the events of `reading` into `draft`.
    mutating func load(_ reading: CalendarReading, into draft: inout Draft) {
        for finding in reading.faults.findings { faults.add(finding) }
        switch table {
        case .schoolCalendars: loadSchool(reading.events, into: &draft)
        case .closures: loadClosures(reading.events, into: &draft)
        case .absences: loadAbsences(reading.events, local: reading.local ?? draft.onlyZone, into: &draft)
        default:
            preconditionFailure("Only school calendars, closures and absences come as iCalendar files.")
        }
    }

    // MARK: - Schools

    private mutating func loadSchool(_ events: [CalendarEvent], into draft: inout Draft) {
        let id = Identifier<SchoolCalendar>(subject)
        var stretches: [SchoolCalendar.Stretch] = []
        for event in events where !event.isCancelled {
            guard !event.isTimed else {
                skip(event, BilingualText(en: "has a time of day, and a school's days are whole", zh: "带有时刻，而校历按整天计"))
                continue
            }
            guard let kind = Self.kind(of: event) else {
                skip(
                    event,
                    BilingualText(
                        en:
                            "is not known to be a term, a holiday or a make-up day; expected such a word in CATEGORIES or SUMMARY",
                        zh: "看不出是学期、假期还是补课；CATEGORIES 或 SUMMARY 中应有这类词"))
                continue
            }
            rows += 1
            stretches += days(of: event, among: events, local: nil).map { .init(kind, $0, note: event.summary) }
        }
        if !stretches.contains(where: { $0.kind == .term }) {
            faults.add(
                .error, .missingValue,
                BilingualText(
                    en: "No event is a term: the school would never teach.", zh: "没有任何学期事件：学校将视为从不上课。"),
                advice: BilingualText(
                    en: "Perhaps add an event of whole days with the category TERM.", zh: "也许可添加一个类别为“学期”的全天事件。"))
        }
        _ = draft.references.note(
            subject, in: .schoolCalendars,
            at: References.Origin(file: Int32(draft.files.count - 1), line: 1, index: 0))
        if let index = draft.calendars[id] {
            draft.register.schoolCalendars[index].stretches += stretches
        } else {
            draft.calendars[id] = draft.register.schoolCalendars.count
            draft.register.schoolCalendars.append(SchoolCalendar(id: id, stretches: stretches))
        }
    }

    /// What the days are: by a category, else by a word in the summary.
    private static func kind(of event: CalendarEvent) -> SchoolCalendar.Kind? {
        for category in event.categories { if let kind = Words.calendarKind[category] { return kind } }
        let summary = event.summary.lowercased()
        return words.first { _, words in words.contains { summary.contains($0) } }?.kind
    }

    /// Words that tell in a summary what the days are, the more telling ones first.
    private static let words: [(kind: SchoolCalendar.Kind, words: [String])] = [
        (.makeUp, ["make-up", "makeup", "补课", "调休上课", "补班"]),
        (.holiday, ["holiday", "break", "vacation", "no school", "closed", "half-term", "half term", "假", "休"]),
        (.term, ["term", "semester", "trimester", "quarter", "学期"]),
    ]

    // MARK: - Prisons

    private mutating func loadClosures(_ events: [CalendarEvent], into draft: inout Draft) {
        let prison = Identifier<Prison>(subject)
        guard draft.references.mayHold(subject, in: .prisons) else {
            return addUnknown(
                BilingualText(en: "prison", zh: "监狱"),
                BilingualText(en: "Perhaps name it closures-ID.ics.", zh: "也许应命名为“停止会见-编号.ics”。"))
        }
        if !draft.closureCalendars.contains(prison) { draft.closureCalendars.append(prison) }
        let local = draft.prison(prison).flatMap { try? Zone(named: $0.zone) }
        for event in events where !event.isCancelled {
            rows += 1
            if event.isTimed {
                faults.add(
                    .warning, .unlikely, line: event.line,
                    BilingualText(
                        en: "The event has a time of day; the prison is taken as closed for the whole day.",
                        zh: "该事件带有时刻；按全天停止会见处理。"),
                    advice: BilingualText(
                        en: "Perhaps close single sessions in a table instead.", zh: "也许应改用表格停止个别时段。"))
            }
            for days in days(of: event, among: events, local: local) {
                let id = Identifier<Closure>(
                    "\(Closure.calendarPrefix(of: prison))\(Self.digest(event.identifier))-\(days.first)")
                if draft.register.closures.contains(where: { $0.id == id }) { continue }
                draft.register.closures.append(Closure(id: id, prison: prison, days: days, reason: event.summary))
            }
        }
    }

    /// A short name for an identifier that may be long, or an address.
    private static func digest(_ text: String) -> String { String(Fingerprint.short(text), radix: 16) }

    // MARK: - People

    /// Adds that nobody knows whom the file is about.
    mutating func addUnknown(_ thing: BilingualText, _ advice: BilingualText) {
        faults.add(
            .error, .unknownReference,
            BilingualText(
                en:
                    "The file's name tells of the \(thing.english) \(Quoted.en(subject)), which is in no file and not in the store.",
                zh: "文件名中的\(thing.chinese)\(Quoted.zh(subject))在文件和数据库中都不存在。"),
            advice: advice)
    }

    // MARK: - Days

    /// The days of each occurrence of `event`, without those that other events stand for.
    mutating func days(of event: CalendarEvent, among events: [CalendarEvent], local: Zone?) -> [DayRange] {
        if event.rule?.hasEnd == false, horizon == nil {
            faults.add(
                .error, .notUnderstood, line: event.line,
                BilingualText(en: "The event repeats without end.", zh: "该事件无限重复。"),
                advice: BilingualText(en: "Perhaps give its rule an UNTIL.", zh: "也许应在规则中加上 UNTIL。"))
            return []
        }
        let replaced = Set(
            events.filter { $0.identifier == event.identifier && event.replaced == nil }
                .compactMap { other in other.replaced?.day(in: event.zone ?? local) })
        let isEndless = event.rule?.hasEnd == false
        let further = event.furtherDays(local: local)
        let first = isEndless ? horizon?.first ?? .earliest : .earliest
        return event.occurrences(notAfter: isEndless ? horizon?.last ?? .latest : .latest, local: local)
            .filter { $0 >= first && !replaced.contains($0) }
            .map { DayRange(from: $0, days: further + 1) }
    }

    private mutating func skip(_ event: CalendarEvent, _ why: BilingualText) {
        faults.add(
            .warning, .notUnderstood, line: event.line,
            BilingualText(
                en: "This event \(why.english); it is left out.",
                zh: "该事件\(why.chinese)；未采用。"),
            advice: BilingualText(en: "Perhaps give it a category.", zh: "也许可为其指定类别。"))
    }
}

extension Day {
    /// The first and the last day that a date can name.
    fileprivate static let earliest = Month(year: 1, month: 1).firstDay
    fileprivate static let latest = Month(year: 9999, month: 12).days.last
}
