import VisitModel

/// `absences.csv`: days, or hours of days, on which somebody cannot.
enum AbsenceRow: RowLoader {
    enum Column: Int, ColumnSet {
        case id, kind, person, from, to, start, end, reason

        static let table = TableName.absences

        var definition: ColumnDefinition {
            switch self {
            case .id, .kind, .person, .reason: whoAndWhy
            case .from, .to, .start, .end: time
            }
        }

        private var whoAndWhy: ColumnDefinition {
            switch self {
            case .kind:
                ColumnDefinition(
                    "kind", .required, zh: ["人员类别", "类别"], words: Words.absenceKind.list,
                    BilingualText(en: "what kind of person cannot", zh: "不便人员的类别"),
                    examples: ["escort", "guardian", "child"], zhExamples: ["陪同人员", "监护人", "儿童"])
            case .person:
                ColumnDefinition(
                    "person", .required, zh: ["人员编号", "人员"],
                    BilingualText(en: "the identifier of that person", zh: "该人员的编号"), examples: ["E1", "G1", "C1"])
            case .reason:
                ColumnDefinition(
                    "reason", .optional, zh: ["原因", "事由"], isPersonal: true, empty: .clears,
                    BilingualText(en: "why, in somebody's words", zh: "不便的原因"),
                    examples: ["training", "", "in hospital"],
                    zhExamples: ["培训", "", "住院"])
            default:
                ColumnDefinition(
                    "id", .optional, zh: ["编号"], also: ["absence id"],
                    BilingualText(
                        en: "the identifier of the absence (empty: made from kind, person and first day)",
                        zh: "不便日期的编号（空：由类别、人员和首日生成）"), examples: ["AB1", "", ""])
            }
        }

        private var time: ColumnDefinition {
            switch self {
            case .to:
                ColumnDefinition(
                    "to", .optional, zh: ["结束日期", "结束", "止"],
                    BilingualText(en: "the last day (empty: the same)", zh: "末日（空：仅首日）"),
                    examples: ["2026-11-13", "", "2026-11-30"])
            case .start:
                ColumnDefinition(
                    "start", .optional, zh: ["开始时间"], empty: .staysUntilNone,
                    BilingualText(
                        en: "from which hour on, on each of the days, where the person lives (empty: whole days)",
                        zh: "每天从几点起（当地时间；空：全天）"), examples: ["", "13:00", ""])
            case .end:
                ColumnDefinition(
                    "end", .optional, zh: ["结束时间"], empty: .staysUntilNone,
                    BilingualText(en: "until which hour, given with the start or not at all", zh: "每天到几点止（与开始时间同时填写）"),
                    examples: ["", "18:00", ""])
            default:
                ColumnDefinition(
                    "from", .required, zh: ["开始日期", "开始", "起"],
                    BilingualText(en: "the first day", zh: "首日"), examples: ["2026-11-09", "2026-11-07", "2026-11-20"])
            }
        }
    }

    static let key: Column? = nil

    static func load(_ row: inout RowReader<Column>, into draft: inout Draft) {
        let written = row.identifier(.id, of: Absence.self)
        let kind = row.word(.kind, in: Words.absenceKind)
        let person = person(kind, &row, draft)
        let first = row.day(.from)
        let made = first.flatMap { first in person.map { name(of: $0, from: first) } }
        let stored =
            draft.stored(written, in: .absences, \.absences) ?? (written == nil ? draft.entered(absence: made) : nil)
        let days = row.days(from: first, .from, .to, stored: stored?.days)
        let hours = hours(&row, stored: stored?.hours)
        let reason = row.resolved(.reason, stored?.reason, otherwise: "") { $0.freeText(.reason) }
        guard let person, let days, case .success(let hours) = hours,
            let id = written ?? stored?.id ?? made.map({ Identifier($0) })
        else { return }
        guard row.noteKey(id.text, at: .id, draft: &draft) else { return }
        draft.register.absences.append(
            Absence(id: id, person: person, days: days, hours: hours, reason: reason, source: stored?.source ?? ""))
    }

    /// What names an absence that was given no identifier.
    static func name(of person: Absence.Person, from first: Day) -> String {
        "\(person.kind.rawValue)-\(person.id)-\(first)"
    }

    /// The person of that kind in the cell; nil where nobody is.
    private static func person(
        _ kind: Absence.Kind?, _ row: inout RowReader<Column>, _ draft: Draft
    ) -> Absence.Person? {
        switch kind {
        case .guardian:
            return row.reference(.person, to: .guardians, of: Guardian.self, draft: draft).map { .guardian($0) }
        case .escort: return row.reference(.person, to: .escorts, of: Escort.self, draft: draft).map { .escort($0) }
        case .child: return row.reference(.person, to: .children, of: Child.self, draft: draft).map { .child($0) }
        case .prisoner:
            return row.reference(.person, to: .prisoners, of: Prisoner.self, draft: draft).map { .prisoner($0) }
        case nil:
            // Read all the same, so that an empty cell is told together with the kind.
            _ = row.identifier(.person, of: Absence.Person.self)
            return nil
        }
    }

    /// That the hours of a row cannot be told.
    private struct NoHours: Error {}

    /// The hours in the two cells; nil where both are empty.
    private static func hours(
        _ row: inout RowReader<Column>, stored: Range<ClockTime>?
    ) -> Result<Range<ClockTime>?, NoHours> {
        let start = row.resolved(.start, stored?.lowerBound) { $0.clock(.start) }
        let end = row.resolved(.end, stored?.upperBound) { $0.clock(.end) }
        // A cell that is wrong has been reported and is no missing half.
        let isWrong = (start: start == nil && !row.mayBeNone(.start), end: end == nil && !row.mayBeNone(.end))
        let isGiven = (start: start != nil || isWrong.start, end: end != nil || isWrong.end)
        guard isGiven.start == isGiven.end else {
            let (given, missing): (Column, Column) = isGiven.start ? (.start, .end) : (.end, .start)
            let heading = row.heading(of: given)
            row.fault(
                missing, .missingValue,
                BilingualText(
                    en: "is empty; expected a time, since \(heading) is given", zh: "为空；已填“\(heading)”，此格也应填写时间"),
                advice: BilingualText(
                    en: "Perhaps both are to be empty, for whole days.", zh: "也许两格都应留空（全天）。"))
            return .failure(NoHours())
        }
        guard isGiven.start else { return .success(nil) }
        guard let start, let end else { return .failure(NoHours()) }
        guard start < end else {
            let heading = row.heading(of: .start)
            row.fault(
                .end, .wrongOrder, found: "\(end)",
                expected: BilingualText(
                    en: "a time after \(heading), which is \(start)", zh: "晚于“\(heading)”（\(start)）的时间"),
                advice: BilingualText(
                    en: "Perhaps the two times are exchanged, or the night needs two rows.", zh: "也许两个时间颠倒了；跨夜应分成两行。"))
            return .failure(NoHours())
        }
        return .success(start..<end)
    }
}
