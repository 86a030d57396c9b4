import VisitModel

extension CalendarReading {
    /// The event of the properties that were read, which begins on `line`; nil, with a finding, where it has no beginning.
    mutating func readEvent(_ line: Int) -> CalendarEvent? {
        guard let begin = property("DTSTART") else {
            fault(.missingValue, line, BilingualText(en: "The event has no DTSTART.", zh: "该事件没有 DTSTART。"))
            return nil
        }
        guard let start = moment(begin) else { return nil }
        var event = CalendarEvent(line: line, start: start)
        event.identifier = property("UID")?.value.trimmed ?? ""
        event.sequence = property("SEQUENCE").flatMap { Int($0.value.trimmed) }
        event.stamp = property("DTSTAMP")?.value.trimmed ?? ""
        event.summary = summary(line)
        event.categories = properties.filter { $0.name == "CATEGORIES" }.flatMap { $0.texts.map(\.trimmed) }
        event.specialDay = property("X-APPLE-SPECIAL-DAY")?.value.trimmed.uppercased() ?? ""
        event.zone = zone(of: begin)
        let status = property("STATUS")?.value.trimmed.uppercased()
        event.isCancelled = status == "CANCELLED"
        event.isTentative = status == "TENTATIVE"
        event.isFree = property("TRANSP")?.value.trimmed.uppercased() == "TRANSPARENT"
        event.attendees = properties.filter { $0.name == "ATTENDEE" }.compactMap(Self.attendee)
        readLength(into: &event)
        if let replaced = property("RECURRENCE-ID") {
            event.replaced = moment(replaced)
            event.isForLaterOnes = replaced.parameter("RANGE")?.uppercased() == "THISANDFUTURE"
        }
        readRepetition(into: &event)
        return event
    }

    private func property(_ name: String) -> ContentLine? { properties.first { $0.name == name } }

    /// The first characters of the summary, which is all that a list shows.
    private mutating func summary(_ line: Int) -> String {
        let longest = 1000
        guard let content = property("SUMMARY") else { return "" }
        let text = content.text.trimmed
        guard text.utf8.count > longest else { return text }
        faults.add(
            .warning, .outOfRange, line: content.line,
            BilingualText(
                en: "SUMMARY is longer than \(longest) bytes; its beginning is kept.",
                zh: "SUMMARY 超过 \(longest) 字节；仅保留开头。"),
            advice: BilingualText(en: "Perhaps it belongs into DESCRIPTION.", zh: "也许应写在 DESCRIPTION 中。"))
        return String(text.prefix(longest / 4))
    }

    /// What one who was asked has answered; nil where nothing hangs on it.
    private static func attendee(_ content: ContentLine) -> CalendarEvent.Attendee? {
        guard let answer = content.parameter("PARTSTAT")?.uppercased(), answer == "DECLINED" || answer == "TENTATIVE"
        else { return nil }
        let address = (content.parameter("EMAIL") ?? content.value).trimmed.lowercased()
        return CalendarEvent.Attendee(
            address: address.hasPrefix("mailto:") ? String(address.dropFirst(7)) : address, answer: answer)
    }

    // MARK: - Zones

    /// The zone that a property names, by its name in the system's database.
    private mutating func zone(of content: ContentLine) -> Zone? {
        content.parameter("TZID").flatMap { zone(named: $0, content.line) }
    }

    /// The zone of that name. One that the system does not have is said once.
    mutating func zone(named name: String, _ line: Int) -> Zone? {
        if let known = zones[name] { return known }
        // Some programs put a prefix before the name: /freeassociation.sourceforge.net/Asia/Shanghai.
        let tail = name.split(separator: "/").suffix(2).joined(separator: "/")
        let found = (try? Zone(named: name)) ?? (try? Zone(named: tail))
        zones[name] = .some(found)
        if found == nil {
            faults.add(
                .warning, .invalidZone, line: line,
                BilingualText(
                    en: "\(Quoted.en(name)) is no time zone that the system has; times in it are read as local ones.",
                    zh: "系统没有时区\(Quoted.zh(name))；其时间按当地时间读取。"),
                advice: BilingualText(
                    en: "Perhaps it is a name such as Asia/Shanghai in another program's words.",
                    zh: "也许是其他程序对 Asia/Shanghai 一类时区的叫法。"))
        }
        return found
    }

    // MARK: - Moments

    /// The moment that a property names, as its VALUE says: a date, or a date with a time.
    private mutating func moment(_ content: ContentLine, _ text: String? = nil) -> Moment? {
        let text = text ?? content.value.trimmed
        let kind = content.parameter("VALUE")?.uppercased()
        guard var moment = Moment(text), kind != "DATE-TIME" || moment.clock != nil,
            kind == nil || kind == "DATE" || kind == "DATE-TIME"
        else {
            noMoment(content, text)
            return nil
        }
        if kind == "DATE", moment.clock != nil {
            faults.add(
                .warning, .contradiction, line: content.line,
                BilingualText(
                    en: "\(content.name) says VALUE=DATE and has a time; it is read as the date alone.",
                    zh: "\(content.name) 标明 VALUE=DATE 却带有时刻；按日期读取。"),
                advice: BilingualText(
                    en: "Perhaps the program that wrote the calendar is at fault.", zh: "也许是导出日历的程序有误。"))
            moment = Moment(date: moment.day)
        }
        return moment
    }

    private mutating func moments(_ content: ContentLine) -> [Moment] {
        parts(content).compactMap { moment(content, String($0)) }
    }

    /// The parts of a value that lists moments.
    private mutating func parts(_ content: ContentLine) -> [String] {
        let parts = content.value.split(separator: ",", maxSplits: Self.mostMoments)
        guard parts.count > Self.mostMoments else { return parts.map { String($0).trimmed } }
        fault(
            .outOfRange, content.line,
            BilingualText(
                en: "\(content.name) lists more than \(Self.mostMoments) dates; expected at most that many.",
                zh: "\(content.name) 列出的日期超过 \(Self.mostMoments) 个；最多 \(Self.mostMoments) 个。"))
        return []
    }

    // MARK: - Length and repetition

    private mutating func readLength(into event: inout CalendarEvent) {
        if let end = property("DTEND") {
            guard let moment = moment(end) else { return }
            let own = moment.local(in: event.zone)
            let begin = event.start.local(in: moment.isUniversal ? event.zone : nil)
            let minutes = (own.day - begin.day) * 1440 + (own.clock?.minutes ?? 0) - (begin.clock?.minutes ?? 0)
            guard minutes >= 0, (moment.clock == nil) == (event.start.clock == nil) else {
                return fault(
                    .wrongOrder, end.line,
                    BilingualText(
                        en: "The event ends at \(Quoted.en(end.value)), which does not fit its beginning.",
                        zh: "该事件的结束\(Quoted.zh(end.value))与开始不符。"))
            }
            event.minutes = minutes
        } else if let duration = property("DURATION") {
            guard let minutes = Period.minutes(duration.value.trimmed), minutes >= 0 else {
                return fault(
                    .invalidNumber, duration.line,
                    BilingualText(
                        en: "\(Quoted.en(duration.value)) is no duration; expected one such as P3D or PT2H.",
                        zh: "\(Quoted.zh(duration.value))不是时长；应如 P3D 或 PT2H。"))
            }
            event.minutes = minutes
        }
        checkLength(event)
    }

    private mutating func checkLength(_ event: CalendarEvent) {
        guard event.minutes > Period.mostDays * 1440 else { return }
        fault(
            .outOfRange, event.line,
            BilingualText(
                en: "The event takes \(event.minutes / 1440) days; expected at most \(Period.mostDays).",
                zh: "该事件长达 \(event.minutes / 1440) 天；最多 \(Period.mostDays) 天。"))
    }

    private mutating func readRepetition(into event: inout CalendarEvent) {
        for content in properties {
            switch content.name {
            case "RRULE" where event.replaced != nil: noteOwnRule(content)
            case "RRULE":
                if event.rule != nil {
                    notUnderstood(content, BilingualText(en: "one RRULE", zh: "只有一条 RRULE"))
                }
                do {
                    event.rule = try RecurrenceRule(content.value.trimmed)
                } catch {
                    notUnderstood(content, error.expected, part: error.part)
                }
            case "RDATE" where event.replaced == nil: event.added += additions(content)
            case "EXDATE" where event.replaced == nil: event.removed += moments(content)
            case "EXRULE": notUnderstood(content, BilingualText(en: "EXDATE instead", zh: "改用 EXDATE"))
            default: break
            }
        }
    }

    /// One occurrence is one occurrence, whatever rule a program writes beside it.
    private mutating func noteOwnRule(_ content: ContentLine) {
        faults.add(
            .note, .notUnderstood, line: content.line,
            BilingualText(
                en:
                    "The event stands for one occurrence (RECURRENCE-ID) and has a rule of its own, which is passed over.",
                zh: "该事件代表某一次（RECURRENCE-ID），其自带的重复规则未采用。"),
            advice: BilingualText(
                en: "Perhaps nothing is to be done: some programs copy the rule of the series.",
                zh: "也许无须处理：有些程序会复制系列的规则。"))
    }

    private mutating func additions(_ content: ContentLine) -> [CalendarEvent.Addition] {
        guard content.parameter("VALUE")?.uppercased() == "PERIOD" else {
            return moments(content).map { CalendarEvent.Addition(moment: $0) }
        }
        return parts(content).compactMap { part in
            guard let period = Period(part) else {
                noMoment(content, part)
                return nil
            }
            return CalendarEvent.Addition(moment: period.start, minutes: period.minutes)
        }
    }
}
