import VisitModel

/// The own calendar of an escort or a guardian: when that person is busy, and nothing of what with.
extension CalendarLoader {
    /// Notes the days and hours that the events take from the person.
    ///
    /// - Parameter local: the zone in which times are read that name none.
    mutating func loadAbsences(_ events: [CalendarEvent], local: Zone?, into draft: inout Draft) {
        guard let person = owner(draft) else { return }
        let calendar = ImportBatch.AbsenceCalendar(person, source: Absence.calendarSource)
        if !draft.absenceCalendars.contains(calendar) { draft.absenceCalendars.append(calendar) }
        var known = Set(draft.register.absences.map(\.id))
        for event in events where !event.isCancelled && !event.isFree {
            rows += 1
            for days in days(of: event, among: events, local: local) {
                for part in event.parts(of: days, local: local) {
                    let id = Absence.calendarIdentifier(of: person, part.days, part.hours)
                    guard known.insert(id).inserted else { continue }
                    draft.register.absences.append(
                        Absence(
                            id: id, person: person, days: part.days, hours: part.hours,
                            source: Absence.calendarSource))
                }
            }
        }
    }

    /// The adult whom the file's name tells of; nil, with a finding, where it tells of nobody or of two.
    private mutating func owner(_ draft: Draft) -> Absence.Person? {
        let adults = draft.adults(named: subject)
        if adults.count > 1 {
            faults.add(
                .error, .contradiction,
                BilingualText(
                    en:
                        "The file's name tells of \(Quoted.en(subject)), which is a guardian and an escort; expected \(Advice.oneAdult.english).",
                    zh: "文件名中的\(Quoted.zh(subject))既是监护人又是陪同人员；应为\(Advice.oneAdult.chinese)。"),
                advice: Advice.renameAdult)
            return nil
        }
        if adults.isEmpty, !draft.mayHoldAdult(subject) {
            addUnknown(
                BilingualText(en: "escort or guardian", zh: "陪同人员或监护人"),
                BilingualText(en: "Perhaps name it busy-ID.ics.", zh: "也许应命名为“忙碌-编号.ics”。"))
        }
        return adults.first.map { adult in
            switch adult {
            case .guardian(let id): .guardian(id)
            case .escort(let id): .escort(id)
            }
        }
    }
}

extension CalendarEvent {
    /// Days, and the hours that are taken of each of them.
    fileprivate struct Part {
        var days: DayRange
        /// Nil for all of them.
        var hours: Range<ClockTime>?
    }

    /// What one occurrence takes: whole days, or the hours from its beginning to its end. An event with a time that does not
    /// say how long it takes takes the day.
    fileprivate func parts(of days: DayRange, local: Zone?) -> [Part] {
        guard let begin = start.local(in: zone ?? local).clock, minutes > 0 else { return [Part(days: days)] }
        let begins = CivilTime(days.first, begin)
        let ends = begins + Minutes(minutes)
        var parts: [Part] = []
        for day in days {
            let (first, last) = (max(begins, CivilTime(day, .midnight)), min(ends, CivilTime(day, .endOfDay)))
            guard first < last else { continue }
            let isWhole = last - first == Minutes(1440)
            let end = ClockTime(minutes: last.minuteNumber - day.number * 1440) ?? .endOfDay
            parts.append(Part(days: DayRange(day, day), hours: isWhole ? nil : first.clock..<end))
        }
        return parts
    }
}
