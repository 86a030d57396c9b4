import VisitModel

/// What else the rules ask for: settings, tasks, clocks, records. These steps end the trace and decide nothing; those of
/// tasks, clocks and records are left out where nobody wants duties.
extension EntitlementEvaluation {
    mutating func noteDuties() {
        for item in active(.require, .placement, .data, .publish, .homeLeave, .flag, .clock) {
            switch effect(of: item) {
            case .setting: record(item)
            case .homeLeave(let least, _): record(item, value: least)
            case .placement, .data, .publish: if notesDuties { record(item) }
            case .flag(let flag): if notesDuties { note(flag, of: item) }
            case .clock(let clock): if notesDuties { note(clock, of: item) }
            default: break
            }
        }
    }

    private mutating func note(_ flag: Effect.Flag, of item: Active) {
        let number = flag.parameter.flatMap { values.number($0) }
        if let parameter = flag.parameter { noteParameter(parameter, number, in: item) }
        record(item, value: number, until: item.trigger?.last)
        guard let task = flag.task else { return }
        switch task {
        case .noContact: noteMissingContact(after: number, of: item)
        case .separationPriority:
            let end = item.trigger.flatMap { trigger in number.map { trigger.first.adding(months: $0) - 1 } }
            note(task, of: item, since: item.trigger?.first, due: end)
        case .guardianshipReview: note(task, of: item, since: item.trigger?.first)
        default: note(task, of: item, since: item.trigger?.first, due: item.trigger?.first)
        }
    }

    /// Somebody asks why where the last contact, or the admission before any, is too long ago.
    private mutating func noteMissingContact(after days: Int?, of item: Active) {
        let last = contact.history.last { $0.date <= contact.date }?.date ?? contact.admitted
        guard let days, let last, contact.date - last > days else { return }
        note(.noContact, of: item, since: last, due: last + days, count: contact.date - last)
    }

    private mutating func note(_ clock: Effect.Clock, of item: Active) {
        let counted = countedDays(of: clock)
        guard counted > 0 else { return }
        let months = counted * CountingPeriod.partsPerDay / CountingPeriod.calendarMonth.parts
        if let warn = clock.warnFromMonths {
            if let name = warn.parameter { noteParameter(name, values.number(name), in: item) }
            guard let from = values.number(warn), months >= from else { return }
        }
        let end = item.trigger.flatMap { values.lastDay(of: clock.threshold, from: $0.first + 1) }
        record(item, value: months, until: end)
        guard let task = clock.task else { return }
        // Support can be asked for from then on, on any day.
        if task == .unattendedChild { return note(task, of: item, since: end.map { $0 + 1 }, count: months) }
        let isCounting = clock.warnFromMonths != nil
        note(
            task, of: item, since: item.trigger?.first, due: isCounting ? day(onWhichReached: clock) : end,
            count: isCounting ? months : nil)
    }

    /// The day on which the clock reaches its threshold if things go on as they are; nil where it stands still.
    private func day(onWhichReached clock: Effect.Clock) -> Day? {
        guard let threshold = values.number(clock.threshold.amount) else { return nil }
        let wanted: Int
        switch clock.threshold {
        case .days, .workingDays: wanted = threshold
        case .months:
            let parts = threshold * CountingPeriod.calendarMonth.parts
            wanted = (parts + CountingPeriod.partsPerDay - 1) / CountingPeriod.partsPerDay
        }
        let window = clock.windowMonths.flatMap { values.number($0) }
        let reached = countedDays(of: clock, until: contact.date + Self.farthest).first(reaching: wanted) { day in
            window.map { day.adding(months: -$0) + 1 }
        }
        return reached.map { max($0, contact.date) }
    }

    /// As far ahead as a clock is followed, in days.
    private static let farthest = 1500

    private func countedDays(of clock: Effect.Clock) -> Int {
        let window = clock.windowMonths.flatMap { values.number($0) }
        return countedDays(of: clock, until: contact.date)
            .count(from: window.map { contact.date.adding(months: -$0) + 1 }, to: contact.date)
    }

    /// The days of the clock's events up to `day`, outside its pauses. What has no end goes on.
    private func countedDays(of clock: Effect.Clock, until day: Day) -> CountedDays {
        func days(of kinds: [PrisonerEvent.Kind]) -> CountedDays {
            CountedDays(
                timeline.past.filter { kinds.contains($0.kind) && $0.first <= min($0.last ?? day, day) }
                    .map { DayRange($0.first, min($0.last ?? day, day)) })
        }
        return days(of: clock.counts).subtracting(days(of: clock.pausedBy))
    }

    /// Notes that somebody must do `task`, with the sentence that the rule's step has.
    mutating func note(_ task: Duty.Task, of item: Active, since: Day? = nil, due: Day? = nil, count: Int? = nil) {
        guard notesDuties else { return }
        let rule = rules[item.rule]
        let sentence = result.trace.last { $0.rule == rule.id }?.sentence ?? rule.title
        result.duties.append(
            Duty(
                task: task, rule: rule.id, citation: rule.citation, force: rule.force, confidence: rule.confidence,
                since: since, due: due, count: count, sentence: sentence))
    }
}
