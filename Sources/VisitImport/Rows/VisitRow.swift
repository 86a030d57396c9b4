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
        let minutes = row.whole(.minutes, in: 1...14_400, Units.minutes)
        let status = row.word(.status, in: Words.status)
        let stored = draft.storedVisit(id)
        let mode = row.resolved(.mode, stored?.mode, otherwise: .table) { $0.word(.mode, in: Words.mode) }
        let session = session(on: date, stored, &row, draft)
        let start = start(in: session, stored, &row, draft)
        let adults = adults(&row, draft, stored: stored?.adults ?? [])
        let household = household(of: children, &row, draft)
        if let date { checkBirths(of: children, before: date, &row, draft) }
        if let id { checkForm(of: id, &row, draft) }
        guard let id, let prisoner, let date, let minutes, let status, let household else { return }
        let facts = draft.prisoner(prisoner)
        checkAdults(adults, of: household, count: children.count, on: date, &row, draft)
        checkPrison(facts?.prison, session, status, &row)
        // Where a visit of the past was does not change with a transfer.
        let past = status.isAhead ? nil : stored?.prison
        guard let prison = session?.prison ?? past ?? facts?.prison else { return }
        draft.register.visits.append(
            Visit(
                id: id, status: status, prisoner: prisoner, household: household, children: children.sorted(),
                companion: adults.first, others: Array(adults.dropFirst()), prison: prison,
                session: session.map { Identifier($0.id, on: date) }, date: date, start: start,
                minutes: Minutes(minutes),
                mode: mode))
    }

    /// The template of the session that the visit is in: that of the cell, or of the store where the file has none.
    private static func session(
        on date: Day?, _ stored: KnownVisit?, _ row: inout RowReader<Column>, _ draft: Draft
    ) -> SessionTemplate? {
        guard !row.isFilled(.session), let known = stored?.session,
            let parts = Identifier<Session>.parts(of: known.text)
        else { return writtenSession(on: date, &row, draft) }
        guard let date, String(parts.date) != "\(date)" else {
            if row.has(.session) { row.reportKept(.session, known) }
            return draft.template(Identifier(String(parts.template)))
        }
        row.fault(
            .session, .contradiction,
            BilingualText(
                en:
                    "is not given, and the store has the visit in \(known), on another day; expected the session of \(date)",
                zh: "未填，而数据库中该会见属于 \(known)，日期不同；应填 \(date) 的时段"),
            advice: BilingualText(
                en: "Perhaps move the visit with visitctl move, or write its new session.",
                zh: "也许应用 visitctl move 改期，或填写新的时段。"))
        return nil
    }

    /// When the visit begins: as the cell says, otherwise as the store does, and where neither does when its session begins.
    private static func start(
        in session: SessionTemplate?, _ stored: KnownVisit?, _ row: inout RowReader<Column>, _ draft: Draft
    ) -> ClockTime? {
        let template = stored?.session.flatMap { Identifier<Session>.parts(of: $0.text)?.template }
        let former = template.flatMap { draft.storedTemplate(Identifier(String($0))) }
        // A start that was that of the session follows the session.
        let followed = former != nil && stored?.start == former?.start
        guard row.has(.start) else { return stored == nil || followed ? session?.start : stored?.start }
        return row.resolved(.start, followed ? nil : stored?.start) { $0.clock(.start) } ?? session?.start
    }

    /// The template of the dated session in the cell, `template@date`.
    private static func writtenSession(
        on date: Day?, _ row: inout RowReader<Column>, _ draft: Draft
    ) -> SessionTemplate? {
        guard let text = row.text(.session) else { return nil }
        let expected = BilingualText(
            en: "a session's id, an @ and the date: S1@2026-09-05", zh: "时段编号、@ 和日期，如 S1@2026-09-05")
        let parts = Identifier<Session>.parts(of: PlainText.identifier(text)).map {
            (String($0.template).trimmed, String($0.date).trimmed)
        }
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

    /// The adults in the order of the cells, escorts first: of several the first leads. Those of a column that the file
    /// does not have are those of the store; where no cell names anybody, nobody is sent home, and the same adults as before
    /// keep their order.
    private static func adults(
        _ row: inout RowReader<Column>, _ draft: Draft, stored: [Visit.Companion]
    ) -> [Visit.Companion] {
        let escorts: [Visit.Companion] = row.references(.escort, to: .escorts, of: Escort.self, draft: draft)
            .map { .escort($0) }
        let guardians: [Visit.Companion] = row.references(.guardian, to: .guardians, of: Guardian.self, draft: draft)
            .map { .guardian($0) }
        guard row.isFilled(.escort) || row.isFilled(.guardian) else {
            if let leader = stored.first, row.has(.escort) || row.has(.guardian) {
                let column: Column = if case .escort = leader { .escort } else { .guardian }
                row.reportKept(row.has(column) ? column : column == .escort ? .guardian : .escort, stored)
            }
            return stored
        }
        let kept = stored.filter { adult in
            if case .escort = adult { !row.has(.escort) } else { !row.has(.guardian) }
        }
        let named = escorts + guardians + kept.filter { !(escorts + guardians).contains($0) }
        return named.count == stored.count && named.allSatisfy(stored.contains) ? stored : named
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
