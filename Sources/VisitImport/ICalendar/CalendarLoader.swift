import VisitFormats
import VisitModel

/// Puts the events of an iCalendar file into the draft: as the stretches of one school calendar, as closures of one
/// prison, or as absences of one escort or guardian. The file's name says which: `school_calendars-SC1.ics`,
/// `closures-PR1.ics`, `busy-E1.ics`, `校历-SC1.ics`.
struct CalendarLoader {
    private let table: TableName
    /// The identifier in the file's name.
    let subject: String
    /// The days for which what repeats is written out; nil where that it has no end would be a fault.
    private let horizon: DayRange?
    var faults: FaultLog
    /// How many events were taken.
    var rows = 0
    /// How many occurrences the events came to.
    private var written = 0
    /// How many events go on after the days that are written out, and the line of the first.
    private var cut: (count: Int, line: Int) = (0, 0)

    /// More occurrences than four years of any calendar hold.
    static let mostOccurrences = 50_000

    /// - Parameter faults: what is wrong with the file so far.
    init(_ table: TableName, subject: String, horizon: DayRange?, _ faults: FaultLog) {
        self.table = table
        self.subject = subject
        self.horizon = horizon
        self.faults = faults
    }

    /// Loads the events of `reading` into `draft`.
    mutating func load(_ reading: CalendarReading, into draft: inout Draft) {
        faults.add(reading.faults)
        switch table {
        case .schoolCalendars: loadSchool(reading.events, into: &draft)
        case .closures: loadClosures(reading.events, into: &draft)
        case .absences: loadAbsences(reading, into: &draft)
        default:
            preconditionFailure("Only school calendars, closures and absences come as iCalendar files.")
        }
        noteCut()
    }

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
        let series = series(events, local: local)
        var known = Dictionary(draft.register.closures.map { ($0.id, $0.days) }) { first, _ in first }
        for event in events where !event.isCancelled && series.isOnItsOwn(event) {
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
            for occurrence in occurrences(of: event, in: series) {
                let days = occurrence.days
                // Of events that share a UID and a first day, each has its own length.
                var id = Self.identifier(of: occurrence.event, on: days.first, at: prison)
                if let other = known[id], other != days { id = Identifier("\(id)-\(days.count)") }
                guard known.updateValue(days, forKey: id) == nil else { continue }
                draft.register.closures.append(
                    Closure(id: id, prison: prison, days: days, reason: occurrence.event.summary))
            }
        }
    }

    private static func identifier(
        of event: CalendarEvent, on day: Day, at prison: Identifier<Prison>
    ) -> Identifier<Closure> {
        let name = event.identifier.isEmpty ? event.summary : event.identifier
        return Identifier("\(Closure.calendarPrefix(of: prison))\(digest(name))-\(day)")
    }

    /// A short name for an identifier that may be long, or an address.
    private static func digest(_ text: String) -> String { String(Fingerprint.short(text), radix: 16) }

    // MARK: - People

    /// Adds a finding that the file cannot be matched to a person.
    mutating func addUnknown(_ entity: BilingualText, _ advice: BilingualText) {
        faults.add(
            .error, .unknownReference,
            BilingualText(
                en:
                    "The file's name tells of the \(entity.english) \(Quoted.en(subject)), which is in no file and not in the store.",
                zh: "文件名中的\(entity.chinese)\(Quoted.zh(subject))在文件和数据库中都不存在。"),
            advice: advice)
    }

    // MARK: - Days

    /// The occurrences of `events`, with the days that these events are to be looked for in.
    func series(_ events: [CalendarEvent], local: Zone?) -> EventSeries {
        EventSeries(events, window: horizon, local: local)
    }

    /// The occurrences of `event`; none, with a finding, where it repeats without end and nobody says for how long, or where
    /// the file comes to more than any calendar holds.
    mutating func occurrences(of event: CalendarEvent, in series: EventSeries) -> [EventSeries.Occurrence] {
        guard written <= Self.mostOccurrences else { return [] }
        if event.rule?.hasEnd == false, horizon == nil {
            faults.add(
                .error, .notUnderstood, line: event.line,
                BilingualText(en: "The event repeats without end.", zh: "该事件无限重复。"),
                advice: BilingualText(en: "Perhaps give its rule an UNTIL.", zh: "也许应在规则中加上 UNTIL。"))
            return []
        }
        let found = series.occurrences(of: event)
        if series.isCut(event) { cut = (cut.count + 1, cut.count == 0 ? event.line : cut.line) }
        written += found.count
        guard written > Self.mostOccurrences else { return found }
        faults.add(
            .error, .outOfRange, line: event.line,
            BilingualText(
                en:
                    "With this event the calendar comes to more than \(Self.mostOccurrences) days; expected at most that many.",
                zh: "到此事件为止，日历展开后超过 \(Self.mostOccurrences) 次；最多 \(Self.mostOccurrences) 次。"),
            advice: BilingualText(
                en: "Perhaps a rule repeats daily that was meant to repeat weekly, or an event was copied many times.",
                zh: "也许本应每周重复的规则写成了每天，或同一事件被复制了多次。"))
        return []
    }

    private mutating func noteCut() {
        guard cut.count > 0, let last = horizon?.last else { return }
        faults.add(
            .note, .writtenOut, line: cut.line,
            BilingualText(
                en:
                    "Events that repeat beyond \(last): \(cut.count), this one first. They are written out up to that day.",
                zh: "重复到 \(last) 之后的事件：\(cut.count) 个，首个在此。只展开到该日。"),
            advice: BilingualText(
                en: "Perhaps import the calendar once a year.", zh: "也许每年应重新导入一次该日历。"))
    }

    /// Notes that an event is not taken, and why.
    mutating func skip(_ event: CalendarEvent, _ why: BilingualText) {
        faults.add(
            .warning, .notUnderstood, line: event.line,
            BilingualText(
                en: "This event \(why.english); it is left out.",
                zh: "该事件\(why.chinese)；未采用。"),
            advice: BilingualText(en: "Perhaps give it a category.", zh: "也许可为其指定类别。"))
    }
}
