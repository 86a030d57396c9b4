import VisitModel

/// Reads the events of an iCalendar file, and the busy periods of one that tells only of these (VFREEBUSY). What is not
/// understood is a finding with its line; tasks, alarms, zones and whatever else is in the file are passed over.
struct CalendarReading {
    /// The events that are valid, in the order of the file; of several versions of one event the newest.
    private(set) var events: [CalendarEvent] = []
    var faults: FaultLog
    /// The zone of the whole calendar, where it names one that the system has; many programs write `X-WR-TIMEZONE`.
    private(set) var local: Zone?
    /// The e-mail address by which the calendar calls itself, in small letters; a calendar of Google's has its owner's.
    private(set) var address: String?
    private var open: [(name: String, line: Int)] = []
    /// The properties of the event that is open.
    var properties: [ContentLine] = []
    /// Zones by their names; nil for one that the system does not have.
    var zones: [String: Zone?] = [:]
    /// Whether the calendar calls off all that it holds (RFC 5546, section 3.2.5).
    private var callsOff = false
    private var strangeNames: Set<String> = []
    /// Whether so much is wrong, or so much in the file, that the rest is not read.
    private var hasStopped = false

    /// More than any calendar of a school, a prison or a person holds.
    static let mostEvents = 100_000
    /// More than any event of such a calendar leaves out or adds.
    static let mostMoments = 10_000
    private static let mostNesting = 32
    private static let mostProperties = 1000
    private static let mostStrangeNames = 20

    /// The properties that are read, here or in a calendar as a whole.
    static let namesThatAreRead: Set<String> = [
        "BEGIN", "END", "DTSTART", "DTEND", "DURATION", "DTSTAMP", "UID", "SEQUENCE", "SUMMARY", "CATEGORIES", "STATUS",
        "TRANSP", "ATTENDEE", "RRULE", "RDATE", "EXDATE", "EXRULE", "RECURRENCE-ID", "METHOD", "FREEBUSY",
        "X-WR-TIMEZONE", "X-WR-CALNAME", "X-APPLE-SPECIAL-DAY",
    ]

    /// Reads `bytes`, the contents of `file` in UTF-8 without a byte order mark.
    init(_ bytes: ArraySlice<UInt8>, file: String) {
        faults = FaultLog(file: file)
        var isFirst = true
        for (number, bytes) in ContentLines(bytes) {
            let outcome = ContentLine.read(bytes, line: number)
            if isFirst {
                guard case .line(let first) = outcome, first.name == "BEGIN",
                    first.value.trimmed.uppercased() == "VCALENDAR"
                else { break }
                isFirst = false
            }
            switch outcome {
            case .line(let content): read(content)
            case .strange(let name): noteStrange(name, number)
            case .nonsense:
                fault(
                    .badCalendar, number,
                    BilingualText(en: "This is no line of a calendar; expected NAME:VALUE.", zh: "该行不是日历内容；应为“名称:值”。"))
            }
            if faults.isFull { faults.giveUp() }
            if hasStopped || faults.isFull { return }
        }
        guard !isFirst else {
            fault(
                .badCalendar, 1,
                BilingualText(
                    en: "The file does not begin with BEGIN:VCALENDAR.", zh: "文件没有以 BEGIN:VCALENDAR 开头。"))
            return
        }
        if let unclosed = open.last {
            fault(
                .badCalendar, unclosed.line,
                BilingualText(
                    en: "What begins here (\(unclosed.name)) has no end; expected END:\(unclosed.name).",
                    zh: "此处开始的 \(unclosed.name) 没有结束；应有 END:\(unclosed.name)。"))
        }
        if callsOff { for index in events.indices { events[index].isCancelled = true } }
        events = EventVersions.valid(among: events, &faults)
    }

    private mutating func read(_ content: ContentLine) {
        guard Self.namesThatAreRead.contains(content.name) else { return }
        switch content.name {
        case "BEGIN": begin(content)
        case "X-WR-TIMEZONE" where open.count == 1: local = zone(named: content.value.trimmed, content.line)
        case "X-WR-CALNAME" where open.count == 1:
            let name = content.text.trimmed.lowercased()
            if name.contains("@") { address = name }
        case "METHOD" where open.count == 1: callsOff = content.value.trimmed.uppercased() == "CANCEL"
        case "FREEBUSY" where open.count == 2 && open.last?.name == "VFREEBUSY": readPeriods(content)
        case "END":
            guard open.last?.name == content.value.trimmed.uppercased() else {
                return fault(
                    .badCalendar, content.line,
                    BilingualText(
                        en: "\(Quoted.en(content.value)) ends here, but it is not what is open.",
                        zh: "此处结束的是\(Quoted.zh(content.value))，但它并未开始。"))
            }
            if isInEvent, let line = open.last?.line, let event = readEvent(line) { add(event, content.line) }
            open.removeLast()
        default: if isInEvent { keep(content) }
        }
    }

    private mutating func begin(_ content: ContentLine) {
        open.append((content.value.trimmed.uppercased(), content.line))
        if isInEvent { properties = [] }
        guard open.count > Self.mostNesting else { return }
        stop(
            content.line,
            BilingualText(
                en: "More than \(Self.mostNesting) things lie in one another here; expected events in a calendar.",
                zh: "此处嵌套超过 \(Self.mostNesting) 层；应为日历中的事件。"))
    }

    private mutating func keep(_ content: ContentLine) {
        properties.append(content)
        guard properties.count > Self.mostProperties else { return }
        stop(
            content.line,
            BilingualText(
                en: "The event has more than \(Self.mostProperties) lines that tell of it; expected fewer.",
                zh: "该事件的内容超过 \(Self.mostProperties) 行；应少于此数。"))
    }

    private var isInEvent: Bool { open.count == 2 && open.last?.name == "VEVENT" }

    private mutating func add(_ event: CalendarEvent, _ line: Int) {
        events.append(event)
        guard events.count > Self.mostEvents else { return }
        stop(
            line,
            BilingualText(
                en: "The calendar has more than \(Self.mostEvents) events; expected at most that many.",
                zh: "日历中的事件超过 \(Self.mostEvents) 个；最多 \(Self.mostEvents) 个。"))
    }

    // MARK: - Periods

    /// Takes busy periods for events (RFC 5545, section 3.8.2.6): `20261201T010000Z/PT2H,…`.
    private mutating func readPeriods(_ content: ContentLine) {
        for part in content.value.split(separator: ",") {
            guard !hasStopped else { return }
            guard let period = Period(String(part)) else {
                noMoment(content, String(part))
                continue
            }
            var event = CalendarEvent(line: content.line, start: period.start)
            event.minutes = period.minutes
            let kind = content.parameter("FBTYPE")?.uppercased()
            event.isFree = kind == "FREE"
            event.isTentative = kind == "BUSY-TENTATIVE"
            add(event, content.line)
        }
    }

    // MARK: - Faults

    /// Notes a name that is no name of a property, once each: the line is passed over like every other unknown one.
    private mutating func noteStrange(_ name: String?, _ line: Int) {
        guard strangeNames.count < Self.mostStrangeNames, strangeNames.insert(name ?? "").inserted else { return }
        let found = name.map { (en: Quoted.en($0), zh: Quoted.zh($0)) } ?? (en: "What the line begins with", zh: "此行开头")
        faults.add(
            .note, .notUnderstood, line: line,
            BilingualText(
                en: "\(found.en) is no name of a property in RFC 5545; lines that begin so are passed over.",
                zh: "\(found.zh)不是 RFC 5545 的属性名；以此开头的行未读取。"),
            advice: BilingualText(
                en: "Perhaps nothing is to be done: some programs write properties of their own.",
                zh: "也许无须处理：有些程序会写入自有属性。"))
    }

    mutating func noMoment(_ content: ContentLine, _ value: String? = nil) {
        let value = value ?? content.value
        fault(
            .invalidDate, content.line,
            BilingualText(
                en: "\(content.name) is \(Quoted.en(value)); expected a date such as 20261001 or 20261001T090000.",
                zh: "\(content.name) 为\(Quoted.zh(value))；应为日期，如 20261001 或 20261001T090000。"))
    }

    mutating func notUnderstood(_ content: ContentLine, _ expected: BilingualText, part: String? = nil) {
        let found = part ?? content.value
        fault(
            .notUnderstood, content.line,
            BilingualText(
                en: "\(content.name) says \(Quoted.en(found)); expected \(expected.english).",
                zh: "\(content.name) 中有\(Quoted.zh(found))；应为：\(expected.chinese)。"))
    }

    mutating func fault(_ code: FaultCode, _ line: Int, _ sentence: BilingualText) {
        faults.add(
            .error, code, line: line, sentence,
            advice: BilingualText(
                en: "Perhaps export the calendar anew, or write the days as a table.", zh: "也许可重新导出日历，或改用表格填写。"))
    }

    /// Notes that the file holds too much, and reads nothing more of it.
    private mutating func stop(_ line: Int, _ sentence: BilingualText) {
        hasStopped = true
        fault(.outOfRange, line, sentence)
    }
}
