import VisitModel

/// `sessions.csv`: when prisons open their visiting rooms, weekly or on single dates.
enum SessionRow: RowLoader {
    enum Column: Int, ColumnSet {
        case id, prison, weekday, date, start, minutes, modes, tables, seats, everyWeeks, anchor, validFrom, validTo
        case site

        static let table = TableName.sessions
    }

    static let key: Column? = .id

    static func load(_ row: inout RowReader<Column>, into draft: inout Draft) {
        let id = row.key(.id, of: SessionTemplate.self, draft: &draft)
        let prison = row.reference(.prison, to: .prisons, of: Prison.self, draft: draft)
        let stored = draft.stored(id, in: .sessions, \.templates)
        let recurrence = recurrence(&row, stored: stored?.recurrence)
        let start = row.clock(.start)
        let minutes = row.whole(.minutes, in: 1...1440, Units.minutes)
        let modes = row.resolved(.modes, stored?.modes, otherwise: [.table]) { $0.words(.modes, in: Words.mode) }
        let tables = row.whole(.tables, in: 1...10_000, Units.tables)
        let seats = row.resolved(.seats, stored?.seats) { $0.whole(.seats, in: 1...100_000, Units.persons) }
        let validFrom = row.resolved(.validFrom, stored?.validFrom) { $0.day(.validFrom) }
        let validTo = row.resolved(.validTo, stored?.validTo) { $0.day(.validTo) }
        let site = row.resolved(.site, stored?.site) {
            $0.reference(.site, to: .places, of: Place.self, draft: draft)
        }
        row.isOrdered(.validFrom, validFrom, .validTo, validTo)
        checkSite(site, modes, &row)
        checkEnd(start, minutes, &row)
        guard let id, let prison, let recurrence, let start, let minutes, let tables else { return }
        let template = SessionTemplate(
            id: id, prison: prison, recurrence: recurrence, start: start, minutes: Minutes(minutes),
            modes: modes, tables: tables, seats: seats, site: site,
            validFrom: validFrom, validTo: validTo)
        if case .once(let date) = recurrence, !template.isHeld(on: date) {
            row.fault(
                .date, .contradiction, found: "\(date)",
                expected: BilingualText(en: "a date between valid_from and valid_to", zh: "有效期内的日期"),
                advice: BilingualText(
                    en: "Perhaps a single date needs no validity.", zh: "也许单次日期不必填写有效期。"))
        }
        draft.register.templates.append(template)
    }

    private static func recurrence(
        _ row: inout RowReader<Column>, stored: SessionTemplate.Recurrence?
    ) -> SessionTemplate.Recurrence? {
        let hasWeekday = row.isFilled(.weekday)
        let hasDate = row.isFilled(.date)
        let weekday = row.word(.weekday, in: Words.weekday)
        let date = row.day(.date)
        let pattern = stored?.pattern
        let every = row.resolved(.everyWeeks, hasDate ? nil : pattern?.every) {
            $0.whole(.everyWeeks, in: 1...53, Units.weeks)
        }
        let anchor = row.resolved(.anchor, hasDate ? nil : pattern?.anchor) { $0.day(.anchor) }
        if !hasWeekday, !hasDate, let stored, stored.isDated != row.has(.date) {
            // The column that would say when is not in the file.
            guard let pattern else { return stored }
            return .weekly(
                pattern.weekday, every: every ?? 1, anchor: anchor ?? SessionTemplate.defaultAnchor)
        }
        guard hasWeekday != hasDate else {
            reportPattern(hasBoth: hasWeekday, &row)
            return nil
        }
        if hasDate, row.isFilled(.everyWeeks) || row.isFilled(.anchor) {
            row.fault(
                row.isFilled(.everyWeeks) ? .everyWeeks : .anchor, .contradiction,
                BilingualText(
                    en: "is filled for a single date; expected it empty, since nothing repeats",
                    zh: "已填，但此行为单次日期；不重复时应留空"),
                advice: BilingualText(
                    en: "Perhaps a weekday was meant instead of a date.", zh: "也许应填星期而非日期。"))
        }
        if let date { return .once(date) }
        guard let weekday else { return nil }
        if let every, every > 1, anchor == nil, !row.isFilled(.anchor) {
            row.fault(
                .everyWeeks, .unlikely, severity: .warning, found: "\(every)",
                expected: BilingualText(
                    en: "an anchor beside it, a day of a week in which the room opens; weeks are counted from "
                        + "\(SessionTemplate.defaultAnchor) now",
                    zh: "同时填写起算日（开放周中的任意一天）；现按 \(SessionTemplate.defaultAnchor) 起算"),
                advice: BilingualText(en: "Perhaps fill in the anchor.", zh: "也许应填写起算日。"))
        }
        return .weekly(weekday, every: every ?? 1, anchor: anchor ?? SessionTemplate.defaultAnchor)
    }

    private static func reportPattern(hasBoth: Bool, _ row: inout RowReader<Column>) {
        guard row.has(.weekday) || row.has(.date) else { return }
        row.fault(
            row.has(.weekday) ? .weekday : .date, hasBoth ? .contradiction : .missingValue,
            hasBoth
                ? BilingualText(en: "and date are both filled; expected exactly one of them", zh: "与日期都已填写；只应填其中之一")
                : BilingualText(en: "and date are both empty; expected exactly one of them", zh: "与日期都为空；应填其中之一"),
            advice: BilingualText(
                en: "Perhaps fill in the weekday for a weekly session, the date for a single one.",
                zh: "也许每周的时段应填星期，单次的应填日期。"))
    }

    /// At a site one meets by video and in no other form.
    private static func checkSite(_ site: Identifier<Place>?, _ modes: [Mode], _ row: inout RowReader<Column>) {
        guard site != nil, modes != [.video] else { return }
        row.fault(
            .site, .contradiction,
            BilingualText(
                en: "is filled, but the session is not one by video alone; expected the mode video, or no site",
                zh: "已填，但该时段并非仅限视频会见；会见方式应为“视频会见”，否则应留空"),
            advice: BilingualText(
                en: "Perhaps make two rows: one at the prison, one by video at the site.",
                zh: "也许应拆成两行：一行在监狱，一行为视频会见点。"))
    }

    private static func checkEnd(_ start: ClockTime?, _ minutes: Int?, _ row: inout RowReader<Column>) {
        guard let start, let minutes, start.minutes + minutes > ClockTime.endOfDay.minutes else { return }
        row.fault(
            .minutes, .outOfRange, found: "\(minutes)",
            expected: BilingualText(
                en: "an end not after midnight, with a start at \(start)", zh: "不晚于午夜结束（开始时间为 \(start)）"),
            advice: BilingualText(en: "Perhaps the start is in the morning.", zh: "也许开始时间应在上午。"))
    }
}

extension SessionTemplate.Recurrence {
    /// Whether it is one date.
    fileprivate var isDated: Bool {
        if case .once = self { true } else { false }
    }

    /// The weekly pattern as a file writes it, an anchor that nobody has named left out; nil for one date.
    fileprivate var pattern: (weekday: Weekday, every: Int?, anchor: Day?)? {
        guard case .weekly(let weekday, let every, let anchor) = self else { return nil }
        return (weekday, every == 1 ? nil : every, anchor == SessionTemplate.defaultAnchor ? nil : anchor)
    }
}
