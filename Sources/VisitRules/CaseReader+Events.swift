import VisitModel

/// What happened to the prisoner, as a case document writes it.
extension CaseReader {
    private static let eventFields = ["type", "date", "until", "kind", "grade", "note", "id"]

    mutating func events(of prisoner: CaseFields) -> [PrisonerEvent] {
        var events: [PrisonerEvent] = []
        for (path, value) in list("events", of: prisoner) {
            guard let fields = fields(value, at: path, known: Self.eventFields),
                let event = event(fields, number: events.count + 1)
            else { continue }
            events.append(event)
        }
        return events
    }

    private mutating func event(_ fields: CaseFields, number: Int) -> PrisonerEvent? {
        let isTyped = required("type", of: fields) != nil
        let isDated = required("date", of: fields) != nil
        let kind = word("type", of: fields, as: PrisonerEvent.Kind.self)
        let date = day("date", of: fields)
        let until = day("until", of: fields)
        let misconduct = word("kind", of: fields, as: PrisonerEvent.Misconduct.self)
        let grade = word("grade", of: fields, as: Prisoner.Grade.self)
        let note = text("note", of: fields)
        guard isTyped, isDated, let kind, let date else { return nil }
        if let until, until < date {
            report(
                "unexpected-value", fields.path("until"),
                en: "The event ends on \(until), before it begins on \(date).",
                zh: "事件的结束日 \(until) 早于开始日 \(date)。")
            return nil
        }
        let id = text("id", of: fields) ?? "event-\(number)"
        return PrisonerEvent(
            id: Identifier(id), prisoner: "case", kind: kind, date: date, until: until, misconduct: misconduct,
            note: grade?.rawValue ?? note ?? "")
    }
}
