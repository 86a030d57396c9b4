import VisitModel

/// For how long what happened to a prisoner can bear on an answer, under the rules of one jurisdiction.
///
/// Most of it bears on none, or only for some weeks; once it is forgotten, the prisoner's case is like all others.
struct EventMemory: Sendable {
    /// What the rules look at in events of one kind.
    private struct Attention {
        /// A rule asks whether it has ever happened.
        var isForever = false
        /// A rule asks whether it goes on.
        var isWhileRunning = false
        /// Terms that begin with the event.
        var sinceFirst: Set<Span> = []
        /// Terms that begin when it ends.
        var sinceLast: Set<Span> = []
        /// A rule lets visits wait; the next period makes them up.
        var isDeferral = false
    }

    private var attention: [PrisonerEvent.Kind: Attention] = [:]
    /// The periods in which visits are counted.
    private var periods: Set<CountingPeriod> = []

    /// The memory of the rules at the positions `candidates`.
    init(_ rules: [Rule], candidates: [Int]) {
        // What the register itself says of the prisoner's whereabouts needs no rule.
        for kind in [PrisonerEvent.Kind.released, .outOfPrison, .nurseryStart] {
            attention[kind] = Attention(isWhileRunning: true)
        }
        for index in candidates {
            for provision in rules[index].provisions { notePeriod(of: provision.effect) }
            guard rules[index].provisions.contains(where: { $0.effect.bearsOnAnswer }) else { continue }
            for case .event(let occurrence) in rules[index].conditions {
                for kind in occurrence.kinds { note(rules[index], occurrence, kind) }
            }
        }
    }

    private mutating func notePeriod(of effect: Effect) {
        switch effect {
        case .floor(.visits, _, let per), .cap(.visits, _, let per, _): periods.insert(per)
        default: break
        }
    }

    private mutating func note(_ rule: Rule, _ occurrence: Condition.Occurrence, _ kind: PrisonerEvent.Kind) {
        var known = attention[kind] ?? Attention()
        switch occurrence.state {
        case .ever: known.isForever = true
        case .during: known.isWhileRunning = true
        case .lasting:
            known.isWhileRunning = true
            if let window = occurrence.window { known.sinceFirst.insert(window) }
        case .within: if let window = occurrence.window { known.sinceFirst.insert(window) }
        case .ended: if let window = occurrence.window { known.sinceLast.insert(window) }
        }
        for provision in rule.provisions {
            switch provision.effect {
            case .suspend(let suspension): if let length = suspension.length { known.sinceFirst.insert(length) }
            case .defer(let most):
                known.isDeferral = true
                if let most { known.sinceFirst.insert(.days(most)) }
            default: break
            }
        }
        attention[kind] = known
    }

    /// Whether visits wait while `stretch` lasts.
    func isDeferral(_ stretch: Timeline.Stretch) -> Bool {
        attention[stretch.kind]?.isDeferral ?? false
    }

    /// Whether `stretch` can bear on the answer for `day`.
    func bears(_ stretch: Timeline.Stretch, on day: Day, admitted: Day?, _ values: ParameterValues) -> Bool {
        guard let known = attention[stretch.kind], stretch.first <= day else { return false }
        if known.isForever || known.isWhileRunning && stretch.last.map({ day <= $0 }) ?? true { return true }
        if ends(of: stretch, known, values).contains(where: { day <= $0 }) { return true }
        guard known.isDeferral, let last = stretch.last else { return false }
        return periods.compactMap { $0.period(anchor: admitted) }.contains { day <= $0.lastDayOfNext(after: last) }
    }

    /// The last days of the terms that `stretch` began or that began when it ended.
    private func ends(of stretch: Timeline.Stretch, _ known: Attention, _ values: ParameterValues) -> [Day] {
        known.sinceFirst.compactMap { values.lastDay(of: $0, from: stretch.first) }
            + known.sinceLast.compactMap { values.lastDay(of: $0, from: stretch.last ?? stretch.first) }
    }

    /// Calls `add` with every day on which an answer can change because of `stretch`.
    func addChangeDates(
        of stretch: Timeline.Stretch, admitted: Day?, _ values: ParameterValues, _ add: (Day) -> Void
    ) {
        guard let known = attention[stretch.kind] else { return }
        add(stretch.first)
        for end in ends(of: stretch, known, values) { add(end + 1) }
        guard let last = stretch.last else { return }
        add(last + 1)
        guard known.isDeferral else { return }
        for period in periods.compactMap({ $0.period(anchor: admitted) }) {
            let end = period.lastDayOfNext(after: last)
            var next = period.days(around: stretch.first).last + 1
            while next <= end + 1 {
                add(next)
                next = max(next + 1, period.days(around: next).last + 1)
            }
        }
    }
}

extension Period {
    /// The last day of the period that follows the one in which `day` lies; for trailing periods, the last day on whose
    /// own period one that reaches back to `day` borders.
    fileprivate func lastDayOfNext(after day: Day) -> Day {
        if case .trailing(let count) = self { return day + (2 * count - 1) }
        return days(around: days(around: day).last + 1).last
    }
}

extension Effect {
    /// Whether it can change an answer, and not only add a duty or a remark.
    var bearsOnAnswer: Bool {
        switch word {
        case .flag, .clock, .placement, .data, .publish: false
        default: true
        }
    }
}
