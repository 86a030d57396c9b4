import VisitModel

extension Check {
    /// On every day of the journey the adult is there, is vetted, goes on that weekday, and is not away for any time of
    /// it.
    static let adultsDays = Check(.vettingEnded, .adultNotAvailable, .adultOtherWeekday, .adultAbsent) { visit, world in
        visit.adults.flatMap { adult in
            var flags: [VisitFlag] = []
            func flag(_ code: VisitFlag.Code, where isWrong: (Day) -> Bool, _ facts: [Refusal.Fact] = []) {
                guard let day = visit.days.first(where: isWrong) else { return }
                flags.append(visit.flag(code, adult.subject, [Refusal.Fact("date", "\(day)")] + facts))
            }
            switch adult {
            case .guardian(let guardian):
                flag(.adultOtherWeekday, where: { !guardian.weekdays.contains($0.weekday) })
            case .escort(let escort):
                flag(
                    .adultNotAvailable, where: { !escort.available.contains($0) },
                    [
                        Refusal.Fact("from", "\(escort.available.first)"),
                        Refusal.Fact("until", "\(escort.available.last)"),
                    ])
                if let vetted = escort.vettedUntil {
                    flag(.vettingEnded, where: { $0 > vetted }, [Refusal.Fact("until", "\(vetted)")])
                }
                flag(.adultOtherWeekday, where: { !escort.weekdays.contains($0.weekday) })
            }
            let zone = world.zone(of: adult) ?? visit.zone
            for absence in world.absences[adult.companion.person, default: []]
            where absence.covers(visit.away, on: visit.days, zone, world.clocks) {
                flags.append(visit.flag(.adultAbsent, adult.subject, absence.flagFacts))
            }
            return flags
        }
    }
}

extension JudgedWorld {
    /// The zone in which the adult lives, where the place has one of its own.
    fileprivate func zone(of adult: JudgedVisit.Adult) -> String? {
        let home =
            switch adult {
            case .guardian(let guardian): guardian.household
            case .escort(let escort): escort.home
            }
        return households[home].flatMap { places[$0.place]?.zone }
    }
}
