import GRDB
import VisitModel

/// Weekly and single openings of visiting rooms, in the table `sessionTemplate`.
enum SessionTemplateRecord: StoreRecord {
    static let table = TableShape(
        "sessionTemplate", heading: "sessions",
        columns: [
            "id", "prison", "weekday", .init("everyWeeks", heading: "every_weeks"), "anchor", "date", "start",
            "minutes", "modes", "tables", "seats", .init("validFrom", heading: "valid_from"),
            .init("validTo", heading: "valid_to"), "site",
        ])

    static func cells(of template: SessionTemplate) -> [DatabaseValue] {
        var weekday: Int?
        var every: Int?
        var anchor: Day?
        var date: Day?
        switch template.recurrence {
        case .weekly(let onWeekday, let weeks, let anchorDay):
            (weekday, every, anchor) = (onWeekday.rawValue, weeks, anchorDay)
        case .once(let day): date = day
        }
        return [
            template.id.cell, template.prison.cell, weekday.cell, every.cell, anchor.cell, date.cell,
            template.start.cell, template.minutes.cell, NestedText.cell(ofWords: template.modes.map(\.rawValue)),
            template.tables.cell, template.seats.cell, template.validFrom.cell, template.validTo.cell,
            template.site.cell,
        ]
    }

    static func value(from cells: inout CellReader) throws(StoreError) -> SessionTemplate {
        var template = try SessionTemplate(
            id: cells.id(), prison: cells.id(), recurrence: recurrence(from: &cells), start: cells.clock(),
            minutes: cells.quantity(), modes: cells.listOfWords { Mode(rawValue: $0) }, tables: cells.number(),
            seats: cells.optionalNumber(), validFrom: cells.optionalDay(), validTo: cells.optionalDay())
        template.site = cells.optionalID()
        return template
    }

    private static func recurrence(
        from cells: inout CellReader
    ) throws(StoreError) -> SessionTemplate.Recurrence {
        let weekday = cells.optionalNumber().flatMap(Weekday.init(rawValue:))
        let every = cells.optionalNumber()
        let anchor = cells.optionalDay()
        let date = cells.optionalDay()
        if let date { return .once(date) }
        guard let weekday, let every, let anchor else { throw cells.refuse() }
        return .weekly(weekday, every: every, anchor: anchor)
    }
}
