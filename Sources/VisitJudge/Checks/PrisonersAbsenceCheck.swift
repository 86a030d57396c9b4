import VisitModel

extension Check {
    /// The prisoner is not out of prison on that day: nursing an infant, in hospital, on leave, or away as somebody
    /// wrote down. Who is out for the sake of one child is out for all of them.
    static let prisonersAbsence = Check(.prisonerAway) { visit, world in
        guard let prisoner = visit.prisoner else { return [] }
        let subject = "prisoner \(prisoner.id)"
        var flags: [VisitFlag] = []
        if let absent = visit.absent {
            let days = [("from", absent.since), ("until", absent.until)]
            flags.append(
                visit.flag(
                    .prisonerAway, subject, days.compactMap { name, day in day.map { Refusal.Fact(name, "\($0)") } }))
        }
        for absence in world.absences[.prisoner(prisoner.id), default: []]
        where absence.covers(visit.meeting, on: [visit.visit.date], visit.zone, world.clocks) {
            flags.append(visit.flag(.prisonerAway, subject, absence.flagFacts))
        }
        return flags
    }
}
