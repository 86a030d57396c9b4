import Foundation
import VisitModel

// The rows of tables about places and prisons: as many cells as the table has columns, in their order.
extension RawTables {
    static func cells(_ place: Place) -> [String] {
        [
            place.id.text, place.name.english, place.name.chinese, degrees(place.coordinate?.latitude),
            degrees(place.coordinate?.longitude), place.precision.rawValue, place.zone ?? "",
        ]
    }

    static func cells(_ distance: Distance) -> [String] {
        [
            distance.from.text, distance.to.text, decimal(distance.metres.count, places: 3),
            text(distance.minutes?.count),
        ]
    }

    static func cells(_ prison: Prison) -> [String] {
        [
            prison.id.text, prison.name.english, prison.name.chinese, prison.jurisdiction.code,
            prison.facility.rawValue, prison.holds.rawValue, prison.place.text, prison.zone, "\(prison.tableSeats)",
            "\(prison.bookingWindow.lowerBound)", "\(prison.bookingWindow.upperBound)", "\(prison.checkIn.count)",
            prison.phone ?? "", text(prison.maxVisitors), text(prison.tablesPerAdult),
            flag(prison.listsCitizenNumbers),
        ]
    }

    static func cells(_ template: SessionTemplate) -> [String] {
        let pattern: [String]
        let rhythm: [String]
        switch template.recurrence {
        case .once(let date): (pattern, rhythm) = (["", "\(date)"], ["", ""])
        case .weekly(let weekday, let every, let anchor):
            (pattern, rhythm) = ([weekday.shortName, ""], ["\(every)", "\(anchor)"])
        }
        return [template.id.text, template.prison.text] + pattern + [
            "\(template.start)", "\(template.minutes.count)", list(template.modes.map(\.rawValue)),
            "\(template.tables)", text(template.seats),
        ] + rhythm + [text(template.validFrom), text(template.validTo), text(template.site)]
    }

    static func cells(_ closure: Closure) -> [String] {
        [
            closure.id.text, closure.prison.text, text(closure.template), "\(closure.days.first)",
            "\(closure.days.last)", closure.reason,
        ]
    }

    static func rows(_ calendar: SchoolCalendar) -> [[String]] {
        calendar.stretches.map { stretch in
            [
                calendar.id.text, stretch.kind.rawValue, "\(stretch.days.first)", "\(stretch.days.last)", stretch.note,
                "",
            ]
        }
    }

    static func cells(_ organisation: Organisation) -> [String] {
        [
            organisation.id.text, organisation.name.english, organisation.name.chinese, organisation.phone ?? "",
            organisation.email ?? "",
        ]
    }

    /// Degrees in the fewest digits that read as the same number, and never with an exponent.
    private static func degrees(_ degrees: Double?) -> String {
        guard let degrees else { return "" }
        let short = "\(degrees)"
        return short.contains("e") ? String(format: "%.12f", degrees) : short
    }
}
