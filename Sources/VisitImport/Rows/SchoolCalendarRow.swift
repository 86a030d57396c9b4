import VisitModel

/// `school_calendars.csv`: on which days schools teach. All rows of one calendar's identifier are that calendar.
enum SchoolCalendarRow: RowLoader {
    enum Column: Int, ColumnSet {
        case calendar, kind, from, to, note, country

        static let table = TableName.schoolCalendars

        var definition: ColumnDefinition {
            switch self {
            case .calendar:
                ColumnDefinition(
                    "calendar", .required, zh: ["校历", "校历编号"], also: ["id", "calendar id"],
                    BilingualText(
                        en: "the identifier of the calendar; all its rows together are one calendar",
                        zh: "校历编号；同一编号的各行合为一份校历"),
                    examples: ["SC1", "SC1", "SC1"])
            case .kind:
                ColumnDefinition(
                    "kind", .required, zh: ["类别", "类型"], words: Words.calendarKind.list,
                    BilingualText(
                        en: "what the days are; make-up is teaching also on Saturday or Sunday", zh: "这些日子的性质；补课指周末上课"),
                    examples: ["term", "holiday", "make-up"], zhExamples: ["学期", "假期", "补课"])
            case .from:
                ColumnDefinition(
                    "from", .required, zh: ["开始日期", "开始", "起"],
                    BilingualText(en: "the first day", zh: "首日"),
                    examples: ["2026-09-01", "2026-10-01", "2026-09-20"])
            case .to:
                ColumnDefinition(
                    "to", .optional, zh: ["结束日期", "结束", "止"],
                    BilingualText(en: "the last day (empty: the same)", zh: "末日（空：仅首日）"),
                    examples: ["2027-01-22", "2026-10-07", ""])
            case .note:
                ColumnDefinition(
                    "note", .optional, zh: ["备注", "说明"], empty: .clears,
                    BilingualText(en: "what the days are called", zh: "名称，如“国庆节”"),
                    examples: ["Autumn term", "National Day", ""], zhExamples: ["秋季学期", "国庆节", ""])
            case .country:
                ColumnDefinition(
                    "country", .optional, zh: ["国家", "法定节假日"], empty: .clears,
                    BilingualText(
                        en:
                            "of a term: the country whose published public holidays and make-up days hold in it, such as CN (empty: none)",
                        zh: "学期一行填写：按哪国公布的法定节假日和调休上课，如 CN（空：不套用）"),
                    examples: ["", "", ""])
            }
        }
    }

    static let key: Column? = .calendar

    static func load(_ row: inout RowReader<Column>, into draft: inout Draft) {
        let id = row.identifier(.calendar, of: SchoolCalendar.self)
        let kind = row.word(.kind, in: Words.calendarKind)
        let first = row.day(.from)
        let stored = draft.stored(id, in: .schoolCalendars, \.schoolCalendars)?.stretches.first {
            $0.kind == kind && $0.days.first == first
        }
        let days = row.days(from: first, .from, .to, stored: stored?.days)
        let note = row.resolved(.note, stored?.note, otherwise: "") { $0.freeText(.note) }
        if let id {
            _ = draft.references.note(
                id.text, in: .schoolCalendars, at: row.origin(in: draft))
        }
        guard let id, let kind, let days else { return }
        if days.count > 400 {
            row.fault(
                .to, .unlikely, severity: .warning, found: "\(days.last)",
                expected: BilingualText(en: "at most a school year", zh: "不超过一学年"),
                advice: BilingualText(en: "Perhaps the year is wrong.", zh: "也许年份有误。"))
        }
        var stretches = [SchoolCalendar.Stretch(kind, days, note: note)]
        if kind == .term { checkLength(days, &row) }
        if draft.impliedHolidays[id] != nil { stretches.removeAll { draft.impliedHolidays[id]?.contains($0) == true } }
        stretches += publicHolidays(of: id, in: days, kind, &row, &draft)
        draft.add(stretches, to: id, from: row.origin(in: draft))
    }

    private static func checkLength(_ term: DayRange, _ row: inout RowReader<Column>) {
        guard term.count < CalendarLoader.shortestTerm else { return }
        row.fault(
            row.has(.to) ? .to : .from, .unlikely, severity: .warning, found: "\(term.last)",
            expected: BilingualText(
                en: "a term of a fortnight or more, from \(term.first)", zh: "自 \(term.first) 起不少于两周的学期"),
            advice: BilingualText(
                en: "Perhaps this is only the first or the last day of the term.", zh: "也许只填了学期的首日或末日。"))
    }

    /// What the country that the row names has published for the days of the term.
    private static func publicHolidays(
        of calendar: Identifier<SchoolCalendar>, in term: DayRange, _ kind: SchoolCalendar.Kind,
        _ row: inout RowReader<Column>, _ draft: inout Draft
    ) -> [SchoolCalendar.Stretch] {
        guard row.has(.country) else { return kind == .term ? draft.holidaysAsBefore(of: calendar, in: term) : [] }
        guard let country = row.text(.country)?.uppercased() else { return [] }
        guard kind == .term else {
            row.fault(
                .country, .contradiction,
                BilingualText(
                    en: "is filled for days that are no term; expected it in the term's row", zh: "已填，但此行不是学期；应填在学期一行"),
                advice: BilingualText(en: "Perhaps move it into the row of the term.", zh: "也许应移到学期所在行。"))
            return []
        }
        guard let index = draft.publicHolidays.firstIndex(where: { $0.country == country }) else {
            let known = draft.publicHolidays.map(\.country)
            row.fault(
                .country, .unknownWord, found: country,
                expected: BilingualText(
                    en: "a country whose public holidays the program has: \(known.joined(separator: ", "))",
                    zh: "本程序已收录法定节假日的国家：\(known.joined(separator: "、"))"),
                advice: BilingualText(
                    en:
                        "Perhaps give the holidays as rows, or add a file to the folder “holidays” of the configuration.",
                    zh: "也许应逐行填写假期，或在配置目录的 holidays 中添加文件。"))
            return []
        }
        draft.publicHolidays[index].isNamed = true
        let published = draft.publicHolidays[index]
        let unknown = published.unknownYears(of: term)
        if !unknown.isEmpty {
            let years = unknown.map(String.init)
            row.fault(
                .country, .unknownHolidays, severity: .warning,
                BilingualText(
                    en:
                        "is \(country), whose public holidays of \(years.joined(separator: ", ")) are not known; expected them as rows",
                    zh: "为 \(country)，其 \(years.joined(separator: "、")) 年法定节假日安排尚未收录；应逐行填写"),
                advice: BilingualText(
                    en: "Perhaps they have been published by now.", zh: "也许现已公布。"))
        }
        return published.stretches(within: term)
    }
}

extension Draft {
    /// What a country has published for the days of a term whose file has no column for the country, where the calendar that the
    /// store holds was made with it: its stretches stand there as they were published. Rows that say the same say it once.
    fileprivate mutating func holidaysAsBefore(
        of calendar: Identifier<SchoolCalendar>, in term: DayRange
    ) -> [SchoolCalendar.Stretch] {
        guard let before = stored(calendar, in: .schoolCalendars, \.schoolCalendars) else { return [] }
        let terms = before.stretches.filter { $0.kind == .term }.map(\.days)
        let index = publicHolidays.firstIndex { country in
            terms.contains { term in country.stretches(within: term).contains { before.stretches.contains($0) } }
        }
        guard let index else { return [] }
        publicHolidays[index].isNamed = true
        let given = calendars[calendar].map { Set(register.schoolCalendars[$0].stretches) } ?? []
        let implied = publicHolidays[index].stretches(within: term).filter { !given.contains($0) }
        impliedHolidays[calendar, default: []].formUnion(implied)
        return implied
    }
}
