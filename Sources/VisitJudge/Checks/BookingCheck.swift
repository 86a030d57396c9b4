import VisitModel

extension Check {
    /// The prison can still be asked for a visit that is only proposed.
    static let booking = Check(.bookingClosed) { visit, world in
        guard visit.visit.status == .proposed, visit.isMeeting else { return [] }
        let days = visit.visit.date - world.today
        guard days < visit.daysOfNotice else { return [] }
        return [visit.flag(.bookingClosed, "", ["days": "\(days)", "needed": "\(visit.daysOfNotice)"])]
    }
}

extension JudgedVisit {
    /// How many days before the visit the prison wants to have request and papers.
    var daysOfNotice: Int {
        let rules = answers.compactMap(\.noticeDays).max()
        return prison?.daysOfNotice(rules: rules) ?? rules ?? 0
    }
}
