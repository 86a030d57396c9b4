import VisitModel

/// The own calendar of an escort or a guardian: when that person is busy, and nothing of what with.
extension CalendarLoader {
    /// Notes the days and hours that the events take from the person. Times that name no zone are read in that of the calendar,
    /// otherwise in that of the prisons.
    mutating func loadAbsences(_ reading: CalendarReading, into draft: inout Draft) {
        guard let person = owner(draft) else { return }
        let local = reading.local ?? draft.onlyZone
        let calendar = ImportBatch.AbsenceCalendar(person, source: Absence.calendarSource)
        if !draft.absenceCalendars.contains(calendar) { draft.absenceCalendars.append(calendar) }
        var known = Set(draft.register.absences.map(\.id))
        let addresses = Set([reading.address, draft.address(of: person)].compactMap { $0 })
        let series = series(reading.events, local: local)
        for event in reading.events where !event.isCancelled && series.isOnItsOwn(event) {
            var isTaken = false
            for occurrence in occurrences(of: event, in: series) {
                let event = occurrence.event
                guard takesTime(event, of: addresses, tentative: draft.tentativeIsBusy) else { continue }
                isTaken = true
                for part in event.parts(of: occurrence.days, local: local) {
                    let id = Absence.calendarIdentifier(of: person, part.days, part.hours)
                    guard known.insert(id).inserted else { continue }
                    draft.register.absences.append(
                        Absence(
                            id: id, person: person, days: part.days, hours: part.hours,
                            source: Absence.calendarSource))
                }
            }
            if isTaken { rows += 1 }
            if isTaken, addresses.isEmpty, event.attendees.contains(where: { $0.answer == "DECLINED" }) {
                addUnknownAnswer(event.line)
            }
        }
    }

    /// Whether the event keeps the owner of the calendar, who has these addresses, from a journey.
    private func takesTime(_ event: CalendarEvent, of addresses: Set<String>, tentative: Bool) -> Bool {
        guard !event.isFree else { return false }
        let own = event.attendees.first { addresses.contains($0.address) }?.answer
        if own == "DECLINED" { return false }
        return tentative || !(event.isTentative || own == "TENTATIVE")
    }

    /// Adds that somebody declined, and nobody can say whether it was the calendar's owner.
    private mutating func addUnknownAnswer(_ line: Int) {
        faults.add(
            .warning, .unlikely, line: line,
            BilingualText(
                en:
                    "Somebody has declined this invitation, and no e-mail address says whether that is \(Quoted.en(subject)); the time counts as taken.",
                zh: "有人谢绝了此邀请，但没有电子邮箱可判断是否为\(Quoted.zh(subject))本人；该时段按占用处理。"),
            advice: BilingualText(
                en: "Perhaps give the person's e-mail address in the table of escorts or guardians.",
                zh: "也许可在陪同人员或监护人表中填写本人的电子邮箱。"))
    }

    /// The adult whom the file's name identifies; nil, with a finding, where it identifies nobody or two people.
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

    /// What one occurrence takes: whole days, or the hours from its beginning to its end, with the whole days between as one
    /// run. An event with a time that does not say how long it takes takes the day.
    fileprivate func parts(of days: DayRange, local: Zone?) -> [Part] {
        guard let begin = start.local(in: zone ?? local).clock, minutes > 0 else { return [Part(days: days)] }
        let begins = CivilTime(days.first, begin)
        let ends = begins + Minutes(minutes)
        let (firstWhole, lastWhole) = (begin == .midnight ? days.first : days.first + 1, ends.day - 1)
        var parts: [Part] = []
        if begin != .midnight {
            let end = ends.day == days.first ? ends.clock : .endOfDay
            parts.append(Part(days: DayRange(days.first, days.first), hours: begin..<end))
        }
        if firstWhole <= lastWhole { parts.append(Part(days: DayRange(firstWhole, lastWhole))) }
        if ends.day >= firstWhole, ends.clock > .midnight {
            parts.append(Part(days: DayRange(ends.day, ends.day), hours: .midnight..<ends.clock))
        }
        return parts
    }
}
