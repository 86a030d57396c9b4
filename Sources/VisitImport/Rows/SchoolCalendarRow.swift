import VisitModel

/// `school_calendars.csv`: on which days schools teach. All rows of one calendar's identifier are that calendar.
enum SchoolCalendarRow: RowLoader {
    enum Column: Int, ColumnSet {
        case calendar, kind, from, to, note

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
        let note = row.settled(.note, stored?.note, otherwise: "") { $0.text(.note, allowsLines: true) }
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
        let stretch = SchoolCalendar.Stretch(kind, days, note: note)
        if let index = draft.calendars[id] {
            draft.register.schoolCalendars[index].stretches.append(stretch)
        } else {
            draft.calendars[id] = draft.register.schoolCalendars.count
            draft.register.schoolCalendars.append(SchoolCalendar(id: id, stretches: [stretch]))
        }
    }
}
