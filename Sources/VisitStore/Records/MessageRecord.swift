import GRDB
import VisitModel

/// Messages that people must get, in the table `message`. Their texts are not kept.
enum MessageRecord: StoreRecord {
    static let table = TableShape(
        "message", heading: "messages",
        columns: [
            "id", "visit", "guardian", "escort", "household", "number", "kind", "agreed", "date", "start", "created",
            "state", "attempts", "due", "settled", "remark",
        ])

    static func cells(of message: Message) -> [DatabaseValue] {
        var guardian: Identifier<Guardian>?
        var escort: Identifier<Escort>?
        var household: Identifier<Household>?
        switch message.recipient {
        case .guardian(let id): guardian = id
        case .escort(let id): escort = id
        case .household(let id): household = id
        }
        let content = message.content
        return [
            message.id.cell, message.visit.cell, guardian.cell, escort.cell, household.cell, message.number.cell,
            content.kind.cell, content.isAgreed.cell, content.date.cell, content.start.cell, message.created.cell,
            message.state.cell, message.attempts.cell, message.due.cell, message.settled.cell, message.remark.cell,
        ]
    }

    static func value(from cells: inout CellReader) throws(StoreError) -> Message {
        let id: Identifier<Message> = try cells.id()
        let visit: Identifier<Visit> = try cells.id()
        let recipient = try recipient(from: &cells)
        let number = try cells.number()
        let content = try Message.Content(
            cells.word(), isAgreed: cells.flag(), date: cells.day(), start: cells.optionalClock())
        var message = try Message(about: visit, to: recipient, number: number, content, created: cells.instant())
        message.id = id
        message.state = try cells.word()
        message.attempts = try cells.number()
        message.due = try cells.instant()
        message.settled = cells.optionalInstant()
        message.remark = try cells.text()
        return message
    }

    private static func recipient(from cells: inout CellReader) throws(StoreError) -> Message.Recipient {
        let guardian: Identifier<Guardian>? = cells.optionalID()
        let escort: Identifier<Escort>? = cells.optionalID()
        let household: Identifier<Household>? = cells.optionalID()
        if let guardian { return .guardian(guardian) }
        if let escort { return .escort(escort) }
        guard let household else { throw cells.refuse() }
        return .household(household)
    }
}
