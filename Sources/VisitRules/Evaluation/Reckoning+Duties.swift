import VisitModel

/// What else the rules ask for: tasks, clocks, records. These steps end the trace and decide nothing.
extension Reckoning {
    mutating func noteDuties() {
        for item in active(.require, .placement, .data, .publish, .homeLeave, .flag, .clock) {
            switch effect(of: item) {
            case .setting, .placement, .data, .publish: record(item)
            case .homeLeave(let least, _): record(item, value: least)
            case .flag(let parameter):
                let number = parameter.flatMap { values.number($0) }
                if let parameter { noteParameter(parameter, number, in: item) }
                record(item, value: number, until: item.trigger?.last)
            case .clock(let clock): note(clock, of: item)
            default: break
            }
        }
    }

    private mutating func note(_ clock: Effect.Clock, of item: Active) {
        let counted = countedDays(of: clock)
        guard counted > 0 else { return }
        let months = Int(Double(counted) / CountingPeriod.calendarMonth.length)
        if let warn = clock.warnFromMonths {
            guard let from = number(warn, in: item), months >= from else { return }
        }
        let end = item.trigger.flatMap { values.lastDay(of: clock.threshold, from: $0.first + 1) }
        record(item, value: months, until: end)
    }

    /// The days of the clock's events up to the date, within its window and outside its pauses; each day once.
    private func countedDays(of clock: Effect.Clock) -> Int {
        let earliest = clock.windowMonths.map { contact.date.adding(months: -$0) + 1 }
        func days(of kinds: [PrisonerEvent.Kind]) -> Set<Day> {
            var days: Set<Day> = []
            for stretch in timeline.past where kinds.contains(stretch.kind) {
                let first = max(stretch.first, earliest ?? stretch.first)
                let last = min(stretch.last ?? contact.date, contact.date)
                if first <= last { days.formUnion(DayRange(first, last)) }
            }
            return days
        }
        return days(of: clock.counts).subtracting(days(of: clock.pausedBy)).count
    }
}
