import VisitModel

/// What can be said of a school calendar only when all files are read: whether it teaches at all, and enough.
struct SchoolYearCheck {
    private(set) var findings: [Finding] = []
    private let draft: Draft
    private let known: Register

    /// Fewer days of teaching in a year are unlikely; most countries have 170 to 220.
    private static let fewestDays = 150
    /// A calendar that spans fewer days is counted as if it spanned this many.
    private static let shortestSpan = 120

    /// - Parameter faulty: files in which something is wrong already; what their calendars lack may be there.
    init(_ draft: Draft, known: Register, faulty: Set<String>) {
        self.draft = draft
        self.known = known
        for calendar in draft.register.schoolCalendars {
            let location = draft.location(of: calendar.id.text, in: .schoolCalendars)
            if let location, faulty.contains(location.file) { continue }
            checkTerms(of: calendar, at: location)
            checkName(of: calendar.id)
        }
    }

    private mutating func checkTerms(of calendar: SchoolCalendar, at location: SourceLocation?) {
        let terms = calendar.stretches.filter { $0.kind == .term }.map(\.days)
        guard let first = terms.map(\.first).min(), let last = terms.map(\.last).max() else {
            return add(
                .error, .missingValue, calendar.id, location,
                BilingualText(
                    en: "The calendar \(calendar.id) has no term: the school would never teach.",
                    zh: "校历 \(calendar.id) 没有任何学期：学校将视为从不上课。"),
                hasStoredTerms(calendar.id)
                    ? BilingualText(
                        en:
                            "Perhaps import it together with the file that gave the terms: a calendar is replaced as a whole.",
                        zh: "也许应与给出学期的文件一同导入：校历总是整体替换。")
                    : BilingualText(
                        en: "Perhaps add the terms as rows of school_calendars.csv, or as events of the category TERM.",
                        zh: "也许可在“校历.csv”中填写学期，或添加类别为“学期”的全天事件。"))
        }
        let span = DayRange(first, last)
        let taught = Self.taughtDays(of: calendar, within: span)
        let perYear = taught * 365 / max(span.count, Self.shortestSpan)
        guard perYear < Self.fewestDays else { return }
        add(
            .warning, .unlikely, calendar.id, location,
            BilingualText(
                en:
                    "The calendar \(calendar.id) teaches on \(taught) days from \(first) to \(last), \(perYear) a year; expected \(Self.fewestDays) or more.",
                zh:
                    "校历 \(calendar.id) 自 \(first) 至 \(last) 共上课 \(taught) 天，折合每年 \(perYear) 天；应不少于 \(Self.fewestDays) 天。"
            ),
            BilingualText(
                en: "Perhaps a term is missing, or only its first and last day were given.", zh: "也许漏了学期，或只填了学期的首日和末日。")
        )
    }

    private func hasStoredTerms(_ id: Identifier<SchoolCalendar>) -> Bool {
        known.schoolCalendars.contains { $0.id == id && $0.stretches.contains { $0.kind == .term } }
    }

    /// On how many days of `span` it teaches. It counts by borders, so that a calendar of many stretches costs little more.
    private static func taughtDays(of calendar: SchoolCalendar, within span: DayRange) -> Int {
        var changes: [SchoolCalendar.Kind: [Int]] = [:]
        for stretch in calendar.stretches where stretch.days.overlaps(span) {
            let first = max(stretch.days.first, span.first) - span.first
            let last = min(stretch.days.last, span.last) - span.first
            changes[stretch.kind, default: Array(repeating: 0, count: span.count + 1)][first] += 1
            changes[stretch.kind]?[last + 1] -= 1
        }
        let none = Array(repeating: 0, count: span.count + 1)
        let (terms, holidays, makeUps) = (changes[.term] ?? none, changes[.holiday] ?? none, changes[.makeUp] ?? none)
        var (term, holiday, makeUp, taught) = (0, 0, 0, 0)
        for (offset, day) in span.enumerated() {
            term += terms[offset]
            holiday += holidays[offset]
            makeUp += makeUps[offset]
            if makeUp > 0 || term > 0 && holiday == 0 && day.weekday < .saturday { taught += 1 }
        }
        return taught
    }

    /// A calendar that came as a file of its own, that no child's school has, and whose name begins with that of another one
    /// is a copy that somebody renamed.
    private mutating func checkName(of id: Identifier<SchoolCalendar>) {
        let key = CalendarFile.Key(table: .schoolCalendars, subject: id.text)
        guard let file = draft.calendarFiles[key]?.path, !known.schoolCalendars.contains(where: { $0.id == id }) else {
            return
        }
        let children = draft.register.children + known.children
        guard !children.contains(where: { $0.schoolCalendar == id }) else { return }
        let others = (draft.register.schoolCalendars + known.schoolCalendars).map(\.id.text)
        let meant = others.filter { other in
            other != id.text && id.text.hasPrefix(other)
                && id.text.dropFirst(other.count).first.map { !$0.isLetter && !$0.isNumber } == true
        }.max { $0.utf8.count < $1.utf8.count }
        guard let meant else { return }
        add(
            .error, .renamedFile, id, SourceLocation(file: file),
            BilingualText(
                en: "No child goes to a school of the calendar \(id); expected \(meant), or children of that calendar.",
                zh: "没有儿童使用校历 \(id)；应为 \(meant)，或先登记使用该校历的儿童。"),
            BilingualText(
                en: "Perhaps the file's name was changed; name it school_calendars-\(meant).ics.",
                zh: "也许文件名被改动；请改为“校历-\(meant).ics”。"))
    }

    private mutating func add(
        _ severity: Finding.Severity, _ code: FaultCode, _ id: Identifier<SchoolCalendar>, _ location: SourceLocation?,
        _ sentence: BilingualText, _ advice: BilingualText
    ) {
        findings.append(
            Finding(
                severity, code: code.rawValue, subject: "\(TableName.schoolCalendars.rowName) \(id)", at: location,
                sentence: sentence, advice: advice))
    }
}
