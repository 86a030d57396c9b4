import VisitFormats
import VisitModel

/// Words in both languages: `["in English","中文"]`.
extension BilingualText {
    var nested: JSON { .array([.string(english), .string(chinese)]) }

    init(nested reader: inout NestedReader) throws(NestedReader.Malformed) {
        self = try reader.row { (row) throws(NestedReader.Malformed) in
            try BilingualText(en: row.text(), zh: row.text())
        }
    }
}

/// A fact behind a refusal: `["sessions","12"]`.
extension Refusal.Fact {
    var nested: JSON { .array([.string(name), .string(value)]) }

    init(nested reader: inout NestedReader) throws(NestedReader.Malformed) {
        self = try reader.row { (row) throws(NestedReader.Malformed) in
            try Refusal.Fact(row.text(), row.text())
        }
    }
}

/// A stretch of a school calendar, its days as numbers: `["holiday",20670,20677,"National Day"]`.
extension SchoolCalendar.Stretch {
    var nested: JSON {
        .array([.string(kind.rawValue), .int(days.first.number), .int(days.last.number), .string(note)])
    }

    init(nested reader: inout NestedReader) throws(NestedReader.Malformed) {
        self = try reader.row { (row) throws(NestedReader.Malformed) in
            let kind = SchoolCalendar.Kind(rawValue: try row.text())
            let (first, last, note) = (try row.number(), try row.number(), try row.text())
            guard let kind, first <= last else { throw NestedReader.Malformed() }
            return SchoolCalendar.Stretch(kind, DayRange(Day(number: first), Day(number: last)), note: note)
        }
    }
}

/// The journey around a visit: `[nights,cents,outbound,homeward]`, then where they are known the tickets and, where it
/// leads to several, its meetings: `,[full,half,free],meetings`.
extension Trip {
    var nested: JSON {
        let always: [JSON] = [.int(nights), .int(cents.count), outbound.nested, homeward.nested]
        guard tickets != nil || shared != nil else { return .array(always) }
        let paid = tickets.map { [$0.full, $0.half, $0.free] } ?? []
        return .array(
            always + [.array(paid.map { .int($0) }), .array((shared?.meetings ?? []).map(\.nested))])
    }

    init(nested reader: inout NestedReader) throws(NestedReader.Malformed) {
        self = try reader.row { (row) throws(NestedReader.Malformed) in
            let (nights, cents) = (try row.number(), try row.number())
            var trip = try Trip(
                outbound: Journey(nested: &row), homeward: Journey(nested: &row), nights: nights, cents: Cents(cents))
            guard row.hasMore else { return trip }
            let paid = try row.list { (item) throws(NestedReader.Malformed) in try item.number() }
            guard paid.isEmpty || paid.count == 3 else { throw NestedReader.Malformed() }
            trip.tickets = paid.isEmpty ? nil : Tickets(full: paid[0], half: paid[1], free: paid[2])
            let meetings = try row.list { (item) throws(NestedReader.Malformed) in
                try SharedTrip.Meeting(nested: &item)
            }
            trip.shared = meetings.isEmpty ? nil : SharedTrip(meetings: meetings)
            return trip
        }
    }
}

/// A meeting on a shared journey: `[session,prison,prisoner,children,begins,ends]`.
extension SharedTrip.Meeting {
    fileprivate var nested: JSON {
        .array([
            .string(session.text), .string(prison.text), .string(prisoner.text),
            .array(children.map { .string($0.text) }), .int(begins.minuteNumber), .int(ends.minuteNumber),
        ])
    }

    fileprivate init(nested reader: inout NestedReader) throws(NestedReader.Malformed) {
        self = try reader.row { (row) throws(NestedReader.Malformed) in
            try SharedTrip.Meeting(
                session: Identifier(row.text()), prison: Identifier(row.text()), prisoner: Identifier(row.text()),
                children: row.list { (child) throws(NestedReader.Malformed) in Identifier(try child.text()) },
                begins: CivilTime(minuteNumber: row.number()), ends: CivilTime(minuteNumber: row.number()))
        }
    }
}

/// One way: `[cents,estimated,legs]`, where estimated is 0 or 1.
extension Journey {
    fileprivate var nested: JSON { .array([.int(cents.count), .int(isEstimated ? 1 : 0), .array(legs.map(\.nested))]) }

    fileprivate init(nested reader: inout NestedReader) throws(NestedReader.Malformed) {
        self = try reader.row { (row) throws(NestedReader.Malformed) in
            let (cents, estimated) = (try row.number(), try row.number())
            let legs = try row.list { (leg) throws(NestedReader.Malformed) in try Journey.Leg(nested: &leg) }
            guard !legs.isEmpty else { throw NestedReader.Malformed() }
            return Journey(legs: legs, cents: Cents(cents), isEstimated: estimated != 0)
        }
    }
}

/// A leg: `[mode,from,to,depart,arrive,metres,route,trip]`; times are minutes on the wall clock since 1970-01-01, the
/// last three may be null. A leg by timetable goes on `,fromName,toName,estimated`.
extension Journey.Leg {
    fileprivate var nested: JSON {
        let always: [JSON] = [
            .string(mode.rawValue), .string(from.text), .string(to.text), .int(depart.minuteNumber),
            .int(arrive.minuteNumber), metres.map { .int($0.count) } ?? .null, route.map { .string($0) } ?? .null,
            trip.map { .string($0) } ?? .null,
        ]
        guard fromName != nil || toName != nil || isEstimated else { return .array(always) }
        return .array(
            always + [
                fromName.map { .string($0) } ?? .null, toName.map { .string($0) } ?? .null, .int(isEstimated ? 1 : 0),
            ])
    }

    fileprivate init(nested reader: inout NestedReader) throws(NestedReader.Malformed) {
        self = try reader.row { (row) throws(NestedReader.Malformed) in
            guard let mode = Mode(rawValue: try row.text()) else { throw NestedReader.Malformed() }
            var leg = try Journey.Leg(
                mode: mode, from: Identifier(row.text()), to: Identifier(row.text()),
                depart: CivilTime(minuteNumber: row.number()), arrive: CivilTime(minuteNumber: row.number()),
                metres: row.optionalNumber().map { Metres($0) }, route: row.optionalText(), trip: row.optionalText())
            guard row.hasMore else { return leg }
            (leg.fromName, leg.toName) = (try row.optionalText(), try row.optionalText())
            leg.isEstimated = try row.number() != 0
            return leg
        }
    }
}
