import VisitModel

/// Reads the events of an iCalendar file, and the busy periods of one that tells only of these (VFREEBUSY). What is not
/// understood is a finding with its line; tasks, alarms, zones and whatever else is in the file are passed over.
struct CalendarReading {
    private(set) var events: [CalendarEvent] = []
    private(set) var faults: FaultLog
    /// The zone of the whole calendar, where it names one that the system has; many programs write `X-WR-TIMEZONE`.
    private(set) var local: Zone?
    private var open: [(name: String, line: Int)] = []
    private var properties: [ContentLine] = []
    /// Zones by their names; nil for one that the system does not have.
    private var zones: [String: Zone?] = [:]

    /// Reads `text`, the contents of `file`.
    init(_ text: String, file: String) {
        faults = FaultLog(file: file)
        let lines = ContentLine.lines(of: text)
        if lines.first?.content.map({ $0.name == "BEGIN" && $0.value.uppercased() == "VCALENDAR" }) != true {
            fault(
                .badCalendar, 1,
                BilingualText(
                    en: "The file does not begin with BEGIN:VCALENDAR.", zh: "文件没有以 BEGIN:VCALENDAR 开头。"))
            return
        }
        for (number, content) in lines {
            guard let content else {
                fault(
                    .badCalendar, number,
                    BilingualText(en: "This is no line of a calendar; expected NAME:VALUE.", zh: "该行不是日历内容；应为“名称:值”。"))
                continue
            }
            read(content)
        }
        if let unclosed = open.last {
            fault(
                .badCalendar, unclosed.line,
                BilingualText(
                    en: "What begins here (\(unclosed.name)) has no end; expected END:\(unclosed.name).",
                    zh: "此处开始的 \(unclosed.name) 没有结束；应有 END:\(unclosed.name)。"))
        }
    }

    private mutating func read(_ content: ContentLine) {
        switch content.name {
        case "BEGIN":
            open.append((content.value.uppercased(), content.line))
            if isInEvent { properties = [] }
        case "X-WR-TIMEZONE" where open.count == 1: local = try? Zone(named: content.value)
        case "FREEBUSY" where open.count == 2 && open.last?.name == "VFREEBUSY": readPeriods(content)
        case "END":
            guard open.last?.name == content.value.uppercased() else {
                return fault(
                    .badCalendar, content.line,
                    BilingualText(
                        en: "\(Quoted.en(content.value)) ends here, but it is not what is open.",
                        zh: "此处结束的是\(Quoted.zh(content.value))，但它并未开始。"))
            }
            if isInEvent, let line = open.last?.line { close(line) }
            open.removeLast()
        default: if isInEvent { properties.append(content) }
        }
    }

    private var isInEvent: Bool { open.count == 2 && open.last?.name == "VEVENT" }

    // MARK: - One event

    private mutating func close(_ line: Int) {
        guard let begin = property("DTSTART") else {
            return fault(
                .missingValue, line, BilingualText(en: "The event has no DTSTART.", zh: "该事件没有 DTSTART。"))
        }
        guard let start = Moment(begin.value) else { return noMoment(begin) }
        var event = CalendarEvent(line: line, start: start)
        event.identifier = property("UID")?.value ?? ""
        event.summary = property("SUMMARY")?.text.trimmed ?? ""
        event.categories = properties.filter { $0.name == "CATEGORIES" }
            .flatMap { $0.text.split(separator: ",").map(\.trimmed) }
        event.zone = zone(of: begin)
        event.isCancelled = property("STATUS")?.value.uppercased() == "CANCELLED"
        event.isFree = property("TRANSP")?.value.uppercased() == "TRANSPARENT"
        readLength(into: &event)
        readRepetition(into: &event)
        if let replaced = property("RECURRENCE-ID") {
            event.replaced = Moment(replaced.value)
            if event.replaced == nil { noMoment(replaced) }
        }
        events.append(event)
    }

    private func property(_ name: String) -> ContentLine? { properties.first { $0.name == name } }

    /// The zone that a property names, by its name in the system's database.
    private mutating func zone(of content: ContentLine) -> Zone? {
        guard let name = content.parameters["TZID"] else { return nil }
        if let known = zones[name] { return known }
        // Some programs put a prefix before the name: /freeassociation.sourceforge.net/Asia/Shanghai.
        let tail = name.split(separator: "/").suffix(2).joined(separator: "/")
        let found = (try? Zone(named: name)) ?? (try? Zone(named: tail))
        zones[name] = .some(found)
        return found
    }

    private mutating func readLength(into event: inout CalendarEvent) {
        if let end = property("DTEND") {
            guard let moment = Moment(end.value) else { return noMoment(end) }
            let minutes =
                (moment.day - event.start.day) * 1440 + (moment.clock?.minutes ?? 0) - (event.start.clock?.minutes ?? 0)
            guard minutes >= 0, (moment.clock == nil) == (event.start.clock == nil) else {
                return fault(
                    .wrongOrder, end.line,
                    BilingualText(
                        en: "The event ends at \(Quoted.en(end.value)), which does not fit its beginning.",
                        zh: "该事件的结束\(Quoted.zh(end.value))与开始不符。"))
            }
            event.minutes = minutes
        } else if let duration = property("DURATION") {
            guard let minutes = Self.minutes(duration.value), minutes >= 0 else {
                return fault(
                    .invalidNumber, duration.line,
                    BilingualText(
                        en: "\(Quoted.en(duration.value)) is no duration; expected one such as P3D or PT2H.",
                        zh: "\(Quoted.zh(duration.value))不是时长；应如 P3D 或 PT2H。"))
            }
            event.minutes = minutes
        }
    }

    /// The minutes of a duration (RFC 5545, section 3.3.6): `P1W`, `P3D`, `P1DT2H30M`; nil where it is none.
    private static func minutes(_ text: String) -> Int? {
        guard
            let match = text.uppercased().wholeMatch(
                of: /\+?P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:\d+S)?)?/)
        else { return nil }
        func number(_ digits: Substring?) -> Int { digits.flatMap { Int($0) } ?? 0 }
        return (number(match.1) * 7 + number(match.2)) * 1440 + number(match.3) * 60 + number(match.4)
    }

    private mutating func readRepetition(into event: inout CalendarEvent) {
        for content in properties {
            switch content.name {
            case "RRULE":
                if event.rule != nil {
                    notUnderstood(content, BilingualText(en: "one RRULE", zh: "只有一条 RRULE"))
                }
                do {
                    event.rule = try RecurrenceRule(content.value)
                } catch {
                    notUnderstood(content, error.expected, part: error.part)
                }
            case "RDATE": event.added += moments(content)
            case "EXDATE": event.removed += moments(content)
            case "EXRULE": notUnderstood(content, BilingualText(en: "EXDATE instead", zh: "改用 EXDATE"))
            default: break
            }
        }
    }

    private mutating func moments(_ content: ContentLine) -> [Moment] {
        content.value.split(separator: ",").compactMap { part in
            if let moment = Moment(String(part)) { return moment }
            noMoment(content, String(part))
            return nil
        }
    }

    /// Takes busy periods for events (RFC 5545, section 3.8.2.6): `20261201T010000Z/PT2H,…`.
    private mutating func readPeriods(_ content: ContentLine) {
        for part in content.value.split(separator: ",") {
            let sides = part.split(separator: "/", maxSplits: 1).map(String.init)
            guard sides.count == 2, let start = Moment(sides[0]), let startClock = start.clock else {
                noMoment(content, String(part))
                continue
            }
            var event = CalendarEvent(line: content.line, start: start)
            if let end = Moment(sides[1]), let endClock = end.clock {
                event.minutes = (end.day - start.day) * 1440 + endClock.minutes - startClock.minutes
            } else if let minutes = Self.minutes(sides[1]) {
                event.minutes = minutes
            } else {
                noMoment(content, String(part))
                continue
            }
            event.isFree = content.parameters["FBTYPE"]?.uppercased() == "FREE"
            events.append(event)
        }
    }

    // MARK: - Faults

    private mutating func noMoment(_ content: ContentLine, _ value: String? = nil) {
        let value = value ?? content.value
        fault(
            .invalidDate, content.line,
            BilingualText(
                en: "\(content.name) is \(Quoted.en(value)); expected a date such as 20261001 or 20261001T090000.",
                zh: "\(content.name) 为\(Quoted.zh(value))；应为日期，如 20261001 或 20261001T090000。"))
    }

    private mutating func notUnderstood(_ content: ContentLine, _ expected: BilingualText, part: String? = nil) {
        let found = part ?? content.value
        fault(
            .notUnderstood, content.line,
            BilingualText(
                en: "\(content.name) says \(Quoted.en(found)); expected \(expected.english).",
                zh: "\(content.name) 中有\(Quoted.zh(found))；应为：\(expected.chinese)。"))
    }

    private mutating func fault(_ code: FaultCode, _ line: Int, _ sentence: BilingualText) {
        faults.add(
            .error, code, line: line, sentence,
            advice: BilingualText(
                en: "Perhaps export the calendar anew, or write the days as a table.", zh: "也许可重新导出日历，或改用表格填写。"))
    }
}
