import VisitModel

/// `visits.csv`: visits that took place or are agreed, as people wrote them down.
enum VisitRow: RowLoader {
    enum Column: Int, ColumnSet {
        case id, prisoner, children, date, start, minutes, mode, status, session, escort, guardian

        static let table = TableName.visits
    }

    static let key: Column? = .id

    static func load(_ row: inout RowReader<Column>, into draft: inout Draft) {
        let id = row.key(.id, of: Visit.self, draft: &draft)
        let prisoner = row.reference(.prisoner, to: .prisoners, of: Prisoner.self, draft: draft)
        let children = row.references(.children, to: .children, of: Child.self, draft: draft)
        let date = row.day(.date)
        let start = row.clock(.start)
        let minutes = row.whole(.minutes, in: 1...14_400, Units.minutes)
        let mode = row.word(.mode, in: Words.mode)
        let status = row.word(.status, in: Words.status)
        let session = session(on: date, &row, draft)
        let adults = adults(&row, draft)
        let household = household(of: children, &row, draft)
        if let date { checkBirths(of: children, before: date, &row, draft) }
        if let id { checkForm(of: id, &row, draft) }
        guard let id, let prisoner, let date, let minutes, let status, let household else { return }
        let facts = draft.prisoner(prisoner)
        checkAdults(adults, of: household, count: children.count, on: date, &row, draft)
        checkPrison(facts?.prison, session, status, &row)
        guard let prison = session?.prison ?? facts?.prison else { return }
        draft.register.visits.append(
            Visit(
                id: id, status: status, prisoner: prisoner, household: household, children: children.sorted(),
                companion: adults.first, others: Array(adults.dropFirst()), prison: prison,
                session: session.map { Identifier($0.id, on: date) }, date: date, start: start ?? session?.start,
                minutes: Minutes(minutes), mode: mode ?? .table))
    }

    /// The template of the dated session in the cell, `template@date`.
    private static func session(
        on date: Day?, _ row: inout RowReader<Column>, _ draft: Draft
    ) -> SessionTemplate? {
        guard let text = row.text(.session) else { return nil }
        let expected = BilingualText(
            en: "a session's id, an @ and the date: S1@2026-09-05", zh: "时段编号、@ 和日期，如 S1@2026-09-05")
        let parts = Identifier<Session>.parts(of: text).map { (String($0.template).trimmed, String($0.date).trimmed) }
        guard let (template, dated) = parts, !template.isEmpty, case .day(let day) = DateText(dated) else {
            row.fault(
                .session, .invalidID, found: text, expected: expected,
                advice: BilingualText(en: "Perhaps the date is missing after the @.", zh: "也许缺少“@日期”。"))
            return nil
        }
        if let date, date != day {
            row.fault(
                .session, .contradiction, found: text,
                expected: BilingualText(en: "the date of the visit, \(date), after the @", zh: "@ 后为会见日期（\(date)）"),
                advice: BilingualText(en: "Perhaps one of the two dates is wrong.", zh: "也许其中一个日期有误。"))
        }
        let id = Identifier<SessionTemplate>(template)
        guard draft.references.mayHold(id.text, in: .sessions) else {
            row.fault(
                .session, .unknownReference, found: text, expected: expected,
                advice: BilingualText(
                    en: "Perhaps the session is misspelt, or sessions.csv was left out.", zh: "也许时段编号写错，或漏了“会见时段”文件。"))
            return nil
        }
        return draft.template(id)
    }

    /// The adults in the order of the cells, escorts first: of several the first leads.
    private static func adults(_ row: inout RowReader<Column>, _ draft: Draft) -> [Visit.Companion] {
        let escorts = row.references(.escort, to: .escorts, of: Escort.self, draft: draft)
        let guardians = row.references(.guardian, to: .guardians, of: Guardian.self, draft: draft)
        return escorts.map { .escort($0) } + guardians.map { .guardian($0) }
    }

    /// An identifier that looks like the number of a visit would name two visits. One that the store knows already stays.
    private static func checkForm(of id: Identifier<Visit>, _ row: inout RowReader<Column>, _ draft: Draft) {
        guard VisitNumber.read(id.text) != nil, draft.references.find(id.text, in: .visits).known == nil else { return }
        row.fault(
            .id, .reservedID, found: id.text,
            expected: BilingualText(
                en: "an identifier that is no number of a visit: the store itself gives numbers such as V-0123",
                zh: "与会见号不同形的编号：V-0123 这类会见号由系统自动编定"),
            advice: BilingualText(en: "Perhaps leave out the hyphen: V123.", zh: "也许可去掉连字符，如 V123。"))
    }
}
