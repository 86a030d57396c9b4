import VisitModel

extension Check {
    /// The prisoner is still held on that day, and in that prison.
    static let prisonersPlace = Check(.prisonerElsewhere, .released) { visit, world in
        guard let prisoner = visit.prisoner else { return [] }
        let record = Whereabouts(prisoner: prisoner, events: world.events[prisoner.id, default: []], today: world.today)
        let (subject, date) = ("prisoner \(prisoner.id)", visit.visit.date)
        if let released = record.released(by: date) {
            return [visit.flag(.released, subject, ["date": "\(released)"])]
        }
        switch record.prison(on: date, isPrison: { world.prisons[Identifier($0)] != nil }) {
        case .here(visit.visit.prison), .unknown: return []
        case .here(let prison): return [visit.flag(.prisonerElsewhere, subject, ["prison": prison.text])]
        case .elsewhereUntil(let day):
            guard visit.visit.prison == prisoner.prison else { return [] }
            return [visit.flag(.prisonerElsewhere, subject, ["date": "\(day)"])]
        }
    }
}
