import VisitModel

extension FeedDraft {
    private static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

    /// `calendar.txt`: the weekdays on which services run, and from when to when.
    mutating func readCalendar(_ table: inout FeedTable) {
        let id = table.required("service_id")
        let (first, last) = (table.required("start_date"), table.required("end_date"))
        let names = Self.weekdays.map { table.required($0) }
        while table.advance() {
            guard let key = table.requiredText(id) else { continue }
            guard patterns[key] == nil else {
                table.fault(
                    id, .repeatedID, BilingualText(en: "“\(key)” stands here twice.", zh: "“\(key)”重复出现。"))
                continue
            }
            var pattern = ServicePattern()
            pattern.line = table.line
            pattern.weekdays = names.map { table.whole($0, in: 0...1) == 1 }
            if let start = table.day(first), let end = table.day(last) {
                if start <= end {
                    pattern.range = DayRange(start, end)
                } else {
                    table.fault(
                        last, .wrongOrder, BilingualText(en: "is before start_date.", zh: "早于 start_date。"))
                }
            }
            patterns[key] = pattern
        }
    }

    /// `calendar_dates.txt`: single days on which services run besides, or do not.
    mutating func readCalendarDates(_ table: inout FeedTable) {
        let (id, date, kind) = (
            table.required("service_id"), table.required("date"), table.required("exception_type")
        )
        while table.advance() {
            guard let key = table.requiredText(id), let day = table.day(date) else { continue }
            var fresh = ServicePattern()
            (fresh.line, fresh.file) = (table.line, .calendarDates)
            switch table.whole(kind, in: 1...2) {
            case 1: patterns[key, default: fresh].added.append(day)
            case 2: patterns[key, default: fresh].removed.append(day)
            default: break
            }
        }
    }

    /// Turns the patterns into bits, and reports services that run on no day.
    mutating func settleServices(_ faults: inout [Finding], source: FeedSource) {
        for (key, pattern) in patterns.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            let ends = [pattern.range?.first, pattern.range?.last, pattern.added.min(), pattern.added.max()]
                .compactMap { $0 }
            var days: ServiceDays?
            if let low = ends.min(), let high = ends.max(), high - low < 4000 {
                var bits = ServiceDays(within: DayRange(low, high))
                for day in pattern.range.map(Array.init) ?? []
                where pattern.weekdays[day.weekday.rawValue - 1] { bits[day] = true }
                for day in pattern.added { bits[day] = true }
                for day in pattern.removed { bits[day] = false }
                days = bits.isEmpty ? nil : bits
            }
            guard let days else {
                faults.append(
                    .feed(
                        .noDays, at: SourceLocation(file: source.location(of: pattern.file), line: pattern.line),
                        BilingualText(
                            en: "Service “\(key)” runs on no day, or over more than ten years.",
                            zh: "服务“\(key)”没有任何运行日，或跨度超过十年。")))
                continue
            }
            servicePositions[key] = services.count
            services.append(days)
        }
    }

    /// The days that the feed covers: as it says itself, else the days on which anything runs.
    var validity: DayRange? {
        let spans = services.compactMap(\.span)
        guard let first = feedDays.first ?? spans.map(\.first).min(),
            let last = feedDays.last ?? spans.map(\.last).max(), first <= last
        else { return nil }
        return DayRange(first, last)
    }
}
