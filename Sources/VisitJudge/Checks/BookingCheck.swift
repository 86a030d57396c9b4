import VisitModel

extension Check {
    /// The prison can still be asked for a visit that is only proposed.
    static let booking = Check(.bookingClosed) { visit, world in
        guard visit.visit.status == .proposed, visit.isMeeting, let prison = visit.prison else { return [] }
        let needed = max(prison.bookingWindow.lowerBound, visit.answers.compactMap(\.noticeDays).max() ?? 0)
        let days = visit.visit.date - world.today
        guard days < needed else { return [] }
        return [visit.flag(.bookingClosed, "", ["days": "\(days)", "needed": "\(needed)"])]
    }
}
