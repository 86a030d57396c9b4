import VisitModel

extension Check {
    /// The prisoner is still held on that day, and in that prison. A transfer without a known destination is flagged
    /// until the destination is recorded or a visit has taken place there.
    static let prisonersPlace = Check(.prisonerElsewhere, .whereaboutsUnknown, .released) { visit, world in
        guard let prisoner = visit.prisoner else { return [] }
        let record = Whereabouts(prisoner: prisoner, events: world.events[prisoner.id, default: []], today: world.today)
        let (subject, date) = ("prisoner \(prisoner.id)", visit.visit.date)
        let here = Refusal.Fact("at", visit.visit.prison.text)
        if let released = record.released(by: date) {
            return [visit.flag(.released, subject, ["date": "\(released)"])]
        }
        let meetings = visit.visit.children.flatMap { world.met[ChildAndPrisoner($0, prisoner.id), default: []] }
        let place = record.prison(on: date, isPrison: { world.prisons[Identifier($0)] != nil }) { day in
            meetings.contains { $0.prison == prisoner.prison && $0.date >= day }
        }
        switch place {
        case .here(visit.visit.prison, _): return []
        case .here(let prison, let since):
            let from = since.map { [Refusal.Fact("from", "\($0)")] } ?? []
            return [visit.flag(.prisonerElsewhere, subject, [Refusal.Fact("prison", prison.text), here] + from)]
        case .elsewhereUntil(let day):
            guard visit.visit.prison == prisoner.prison else { return [] }
            return [visit.flag(.prisonerElsewhere, subject, [here, Refusal.Fact("date", "\(day)")])]
        case .unknown(let since) where since <= world.today && visit.visit.prison != prisoner.prison:
            // Wherever the transfer led, the register names another prison than the visit does.
            return [
                visit.flag(
                    .prisonerElsewhere, subject,
                    [Refusal.Fact("prison", prisoner.prison.text), here, Refusal.Fact("from", "\(since)")])
            ]
        case .unknown(let since):
            return [visit.flag(.whereaboutsUnknown, subject, [here, Refusal.Fact("date", "\(since)")])]
        }
    }
}
