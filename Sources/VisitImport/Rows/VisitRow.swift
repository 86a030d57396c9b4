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
        let companion = companion(&row, draft)
        let household = household(of: children, &row, draft)
        if let date { checkBirths(of: children, before: date, &row, draft) }
        guard let id, let prisoner, let date, let minutes, let status, let household else { return }
        let facts = draft.prisoner(prisoner)
        checkCompanion(companion, of: household, count: children.count, on: date, &row, draft)
        checkPrison(facts?.prison, session, status, &row)
        guard let prison = session?.prison ?? facts?.prison else { return }
        draft.register.visits.append(
            Visit(
                id: id, status: status, prisoner: prisoner, household: household, children: children.sorted(),
                companion: companion, prison: prison, session: session.map { Identifier($0.id, on: date) },
                date: date, start: start ?? session?.start, minutes: Minutes(minutes), mode: mode ?? .table))
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

    private static func companion(_ row: inout RowReader<Column>, _ draft: Draft) -> Visit.Companion? {
        let escort = row.reference(.escort, to: .escorts, of: Escort.self, draft: draft)
        let guardian = row.reference(.guardian, to: .guardians, of: Guardian.self, draft: draft)
        if let escort, let guardian {
            row.fault(
                .guardian, .contradiction, found: guardian.text,
                expected: BilingualText(
                    en: "either an escort or a guardian; the escort \(escort) is given",
                    zh: "陪同人员与监护人只填其一；已填陪同人员 \(escort)"),
                advice: BilingualText(en: "Perhaps one of the two cells is to be empty.", zh: "也许应清空其中一格。"))
        }
        return escort.map { .escort($0) } ?? guardian.map { .guardian($0) }
    }
}
