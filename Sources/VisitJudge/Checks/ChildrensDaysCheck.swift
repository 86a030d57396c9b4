import VisitModel

extension Check {
    /// No child is in hospital, away or otherwise hindered for any time of the journey.
    static let childrensDays = Check(.childAbsent) { visit, world in
        visit.visit.children.flatMap { child in
            world.absences[.child(child), default: []].filter {
                $0.covers(visit.away, on: visit.days, visit.homeZone, world.clocks)
            }.map { visit.flag(.childAbsent, "child \(child)", $0.flagFacts) }
        }
    }
}

extension Absence {
    /// Which it is, and its days, as facts of a flag.
    var flagFacts: [Refusal.Fact] {
        [
            Refusal.Fact("absence", id.text), Refusal.Fact("from", "\(days.first)"),
            Refusal.Fact("until", "\(days.last)"),
        ]
    }

    /// Whether it takes any moment of `span` by the clocks of `zone`; where the times are not known, whether it takes
    /// one of `days` as a whole.
    func covers(_ span: Span?, on days: some Sequence<Day>, _ zone: String, _ clocks: ZoneClocks) -> Bool {
        guard let span else { return hours == nil && days.contains(where: self.days.contains) }
        guard let hours else {
            let begins = clocks.instant(CivilTime(self.days.first, .midnight), in: zone)
            let ends = clocks.instant(CivilTime(self.days.last + 1, .midnight), in: zone)
            return span.overlaps(Span(begins, ends))
        }
        let (first, last) = (clocks.civil(span.begins, in: zone).day, clocks.civil(span.ends, in: zone).day)
        guard first <= self.days.last, self.days.first <= last else { return false }
        return DayRange(max(first, self.days.first), min(last, self.days.last)).contains { day in
            let begins = clocks.instant(CivilTime(day, hours.lowerBound), in: zone)
            let ends = clocks.instant(CivilTime(day, hours.upperBound), in: zone)
            return span.overlaps(Span(begins, ends))
        }
    }
}
