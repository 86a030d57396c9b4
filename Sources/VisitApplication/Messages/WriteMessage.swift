import VisitCalendar
import VisitModel
import VisitStore

extension Desk {
    /// What would be written to somebody about a visit as it is now, in the forms of each channel.
    ///
    /// - Parameter names: whether the children are named.
    public func messageText(about id: Identifier<Visit>, language: Language?, showsNames: Bool) throws -> MessageText {
        let detail = try reading().visitDetail(id)
        let visit = detail.visit
        let isAgreed = visit.status.isAgreed
        let kind: Message.Kind = visit.status.isOpen ? .proposed : isAgreed ? .confirmed : .cancelled
        return MessageText(
            detail, Message.Content(kind, isAgreed: isAgreed, date: visit.date, start: visit.start),
            language: language ?? detail.household.language, showsNames: showsNames)
    }
}
