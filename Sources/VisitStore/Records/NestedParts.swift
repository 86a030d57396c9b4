import VisitModel

/// The same words in both languages, nested in a row.
struct NestedWords: Codable {
    var en: String
    var zh: String

    init(_ text: BilingualText) {
        en = text.english
        zh = text.chinese
    }

    var value: BilingualText { BilingualText(en: en, zh: zh) }
}

/// A fact behind a refusal, nested in its row.
struct NestedFact: Codable {
    var name: String
    var value: String
}

/// A stretch of a school calendar, nested in its row. Days are day numbers.
struct NestedStretch: Codable {
    var kind: String
    var first: Int
    var last: Int
    var note: String

    init(_ stretch: SchoolCalendar.Stretch) {
        kind = stretch.kind.rawValue
        first = stretch.days.first.number
        last = stretch.days.last.number
        note = stretch.note
    }

    var value: SchoolCalendar.Stretch? {
        guard let kind = SchoolCalendar.Kind(rawValue: kind), first <= last else { return nil }
        return SchoolCalendar.Stretch(kind, DayRange(Day(number: first), Day(number: last)), note: note)
    }
}

/// The journey around a visit, nested in its row. Times are minutes on the wall clock since 1970-01-01.
struct NestedTrip: Codable {
    struct Journey: Codable {
        var legs: [Leg]
        var cents: Int
        var estimated: Bool
    }

    struct Leg: Codable {
        var mode: String
        var from: String
        var to: String
        var depart: Int
        var arrive: Int
        var metres: Int?
        var route: String?
        var trip: String?
    }

    var outbound: Journey
    var homeward: Journey
    var nights: Int
    var cents: Int

    init(_ trip: Trip) {
        outbound = Journey(trip.outbound)
        homeward = Journey(trip.homeward)
        nights = trip.nights
        cents = trip.cents.count
    }

    var value: Trip? {
        guard let outbound = outbound.value, let homeward = homeward.value else { return nil }
        return Trip(outbound: outbound, homeward: homeward, nights: nights, cents: Cents(cents))
    }
}

extension NestedTrip.Journey {
    init(_ journey: VisitModel.Journey) {
        legs = journey.legs.map { NestedTrip.Leg($0) }
        cents = journey.cents.count
        estimated = journey.isEstimated
    }

    var value: VisitModel.Journey? {
        let legs = legs.compactMap(\.value)
        guard !legs.isEmpty, legs.count == self.legs.count else { return nil }
        return VisitModel.Journey(legs: legs, cents: Cents(cents), isEstimated: estimated)
    }
}

extension NestedTrip.Leg {
    init(_ leg: VisitModel.Journey.Leg) {
        mode = leg.mode.rawValue
        from = leg.from.text
        to = leg.to.text
        depart = leg.depart.minuteNumber
        arrive = leg.arrive.minuteNumber
        metres = leg.metres?.count
        route = leg.route
        trip = leg.trip
    }

    var value: VisitModel.Journey.Leg? {
        VisitModel.Journey.Leg.Mode(rawValue: mode).map { mode in
            VisitModel.Journey.Leg(
                mode: mode, from: Identifier(from), to: Identifier(to), depart: CivilTime(minuteNumber: depart),
                arrive: CivilTime(minuteNumber: arrive), metres: metres.map { Metres($0) }, route: route, trip: trip)
        }
    }
}
