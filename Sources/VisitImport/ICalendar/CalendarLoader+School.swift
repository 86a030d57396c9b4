import VisitModel

/// The calendar of a school: which days are term, holiday or make-up.
extension CalendarLoader {
    /// A term shorter than a fortnight is hardly one.
    static let shortestTerm = 14

    mutating func loadSchool(_ events: [CalendarEvent], into draft: inout Draft) {
        let id = Identifier<SchoolCalendar>(subject)
        var stretches: [SchoolCalendar.Stretch] = []
        var borders: [TermBorder] = []
        let series = series(events, local: nil)
        for event in events where !event.isCancelled && series.isOnItsOwn(event) {
            let found = occurrences(of: event, in: series)
            guard let first = found.first else { continue }
            let meaning = SchoolWords.meaning(of: event, on: first.days)
            guard isTaken(event, as: meaning) else { continue }
            rows += 1
            for occurrence in found {
                switch SchoolWords.meaning(of: occurrence.event, on: occurrence.days) {
                case .days(let kind):
                    let days = event.isTimed ? DayRange(from: occurrence.days.first, days: 1) : occurrence.days
                    stretches.append(.init(kind, days, note: occurrence.event.summary))
                    if kind == .term { checkTerm(days, event.line) }
                case .border(let kind):
                    borders.append(
                        TermBorder(
                            kind: kind, day: occurrence.days.first, line: event.line,
                            summary: occurrence.event.summary))
                case .both, .unknown: break
                }
            }
        }
        stretches += pair(borders, beside: stretches)
        draft.add(stretches, to: id, from: References.Origin(file: Int32(draft.files.count - 1), line: 1, index: 0))
    }

    /// Whether an event of that meaning says something of whole days; where not, that it is left out is said.
    private mutating func isTaken(_ event: CalendarEvent, as meaning: SchoolWords.Meaning) -> Bool {
        let hasTime = BilingualText(en: "has a time of day, and a school's days are whole", zh: "带有时刻，而校历按整天计")
        switch meaning {
        // Such a day is whole, whatever hours of work a feed gives it.
        case .border, .days(.makeUp): return true
        case .days(.term), .days(.holiday):
            guard event.isTimed else { return true }
            skip(event, hasTime)
        case .both:
            skip(
                event,
                BilingualText(
                    en: "tells of two things at once, such as days off and teaching; expected one of them",
                    zh: "同时说了两件事（如放假和上课）；应只说其一"))
        case .unknown where event.isTimed: skip(event, hasTime)
        case .unknown:
            skip(
                event,
                BilingualText(
                    en:
                        "is not known to be a term, a holiday or a make-up day; expected such a word in CATEGORIES or SUMMARY",
                    zh: "看不出是学期、假期还是补课；CATEGORIES 或 SUMMARY 中应有这类词"))
        }
        return false
    }

    private mutating func checkTerm(_ days: DayRange, _ line: Int) {
        guard days.count < Self.shortestTerm else { return }
        faults.add(
            .warning, .unlikely, line: line,
            BilingualText(
                en: "The term takes \(days.count) days (\(days)); expected a fortnight or more.",
                zh: "该学期只有 \(days.count) 天（\(days)）；应不少于两周。"),
            advice: BilingualText(
                en: "Perhaps the event marks a term's beginning or end; say “first day of term” or “last day of term”.",
                zh: "也许该事件只是学期的开始或结束；可写“学期开始”或“学期结束”。"))
    }

    /// The terms between the borders. A border without its partner is an error: nobody can say when the school teaches.
    private mutating func pair(
        _ borders: [TermBorder], beside stretches: [SchoolCalendar.Stretch]
    ) -> [SchoolCalendar.Stretch] {
        let pairing = TermPairing(borders, beside: stretches)
        for fault in pairing.faults {
            switch fault {
            case .noEnd(let border):
                addUnpaired(
                    border,
                    BilingualText(
                        en: "Teaching begins on \(border.taught) and no event says when it ends",
                        zh: "自 \(border.taught) 起上课，但没有事件说明何时结束"),
                    BilingualText(en: "last day of term", zh: "学期结束"))
            case .noBeginning(let border):
                addUnpaired(
                    border,
                    BilingualText(
                        en: "Teaching ends on \(border.taught) and no event says when it began",
                        zh: "上课到 \(border.taught) 为止，但没有事件说明何时开始"),
                    BilingualText(en: "first day of term", zh: "学期开始"))
            }
        }
        return pairing.terms
    }

    private mutating func addUnpaired(_ border: TermBorder, _ found: BilingualText, _ missing: BilingualText) {
        faults.add(
            .error, .missingValue, line: border.line,
            BilingualText(
                en: "\(found.english); expected an event such as “\(missing.english)”, or the whole term as one event.",
                zh: "\(found.chinese)；应有“\(missing.chinese)”之类的事件，或把整个学期写成一个事件。"),
            advice: BilingualText(
                en: "Perhaps this calendar marks terms by their ends; give the terms as rows of school_calendars.csv.",
                zh: "也许该日历只标出学期的首尾；可在“校历.csv”中按行填写学期。"))
    }
}
