import VisitModel

/// A day by which a school's calendar marks where teaching begins or ends, as many schools publish them instead of terms.
struct TermBorder {
    enum Kind: Equatable {
        /// The first day of teaching.
        case termBegins
        /// The last day of teaching.
        case termEnds
        /// The first day off.
        case holidaysBegin
        /// The last day off.
        case holidaysEnd
    }

    var kind: Kind
    var day: Day
    /// The line of the event.
    var line: Int
    /// What the event is called.
    var summary: String

    /// Whether teaching begins with it.
    var isBeginning: Bool { kind == .termBegins || kind == .holidaysEnd }

    /// The first or the last day of teaching that it marks.
    var taught: Day {
        switch kind {
        case .termBegins, .termEnds: day
        case .holidaysBegin: day - 1
        case .holidaysEnd: day + 1
        }
    }
}

/// Makes terms of the borders of one calendar: each beginning with the end that follows.
struct TermPairing {
    /// What could not be paired.
    enum Fault {
        /// A term that begins and never ends, or another begins before it has ended.
        case noEnd(TermBorder)
        /// A term that ends and has not begun.
        case noBeginning(TermBorder)
    }

    private(set) var terms: [SchoolCalendar.Stretch] = []
    private(set) var faults: [Fault] = []

    /// - Parameter stretches: what the calendar says otherwise. A border within one of its terms says nothing new, and after
    ///   days off a beginning goes on with the term that is open.
    init(_ borders: [TermBorder], beside stretches: [SchoolCalendar.Stretch]) {
        let terms = stretches.filter { $0.kind == .term }
        let left = borders.filter { border in !terms.contains { $0.days.contains(border.taught) } }
            .sorted { ($0.taught, $0.isBeginning ? 0 : 1) < ($1.taught, $1.isBeginning ? 0 : 1) }
        let holidays = stretches.filter { $0.kind == .holiday }
        var open: TermBorder?
        for border in left {
            switch (open, border.isBeginning) {
            case (nil, true): open = border
            case (nil, false): faults.append(.noBeginning(border))
            case (let begun?, false):
                self.terms.append(
                    SchoolCalendar.Stretch(
                        .term, DayRange(begun.taught, border.taught), note: "\(begun.summary) – \(border.summary)"))
                open = nil
            case (let begun?, true):
                if Self.follows(holidays, border.taught) { continue }
                faults.append(.noEnd(begun))
                open = border
            }
        }
        if let open { faults.append(.noEnd(open)) }
    }

    /// Whether the last weekday before `day` is one of days off.
    private static func follows(_ holidays: [SchoolCalendar.Stretch], _ day: Day) -> Bool {
        let before = (1...3).map { day - $0 }.first { $0.weekday < .saturday } ?? day
        return holidays.contains { $0.days.contains(before) }
    }
}
