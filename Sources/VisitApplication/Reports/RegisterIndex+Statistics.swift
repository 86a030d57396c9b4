import VisitModel
import VisitPlanning
import VisitReports

extension RegisterIndex {
    /// What of `bond` goes into public statistics; nil where the prisoner is not in custody on `day`.
    func statistics(of bond: Bond, on day: Day) -> PublicStatistics.Bond? {
        guard let prisoner = prisoners[bond.prisoner], prisoner.release.map({ $0 > day }) ?? true,
            let contact = contactCase(for: bond, on: day)
        else { return nil }
        let held = heldVisits(bond.child, bond.prisoner).filter { $0.date <= day }
        let inYear = held.filter { day - $0.date < 365 }
        return PublicStatistics.Bond(
            age: contact.childAge, relation: bond.relation, distance: contact.distance, visits: inYear.count,
            gap: held.last.map { day - $0.date },
            isAssisted: inYear.contains { $0.adults.contains { if case .escort = $0 { true } else { false } } })
    }
}
