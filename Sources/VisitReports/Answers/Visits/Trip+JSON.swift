import VisitFormats
import VisitModel

extension Trip {
    /// The journey of a visit, with the clock of its prison, by which its times are.
    struct Told {
        let trip: Trip
        let visit: Visit
        let zone: Zone?

        /// The journey of a visit; nil where nobody travels, or nothing is known of it.
        init?(_ detail: VisitDetail) {
            guard let trip = detail.visit.trip else { return nil }
            self.trip = trip
            visit = detail.visit
            zone = Zone.cached(named: detail.prison.zone)
        }

        /// By what the visits of one journey are known: it is the same for all of them, and another for every other journey.
        var key: String {
            guard let meetings = trip.shared?.meetings else { return visit.id.text }
            var fingerprint = Fingerprint(of: "\(trip.leavesHome) \(trip.isHome)".utf8)
            for meeting in meetings {
                fingerprint.add("|\(meeting.session) \(meeting.prisoner)".utf8)
                for child in meeting.children { fingerprint.add(" \(child)".utf8) }
            }
            return "journey-" + String(fingerprint.value, radix: 16)
        }

        fileprivate func moment(_ time: CivilTime?) -> JSON? {
            zone.flatMap { zone in time.map { .string(zone.text(of: $0)) } }
        }
    }

    /// The journey there and back: the legs of both in the order in which they are travelled.
    static let answer = AnswerObject<Told> { told in
        told.has("legs", listOf: Journey.Leg.answer) { told in
            told.trip.outbound.legs.map { ($0, "outbound") } + told.trip.homeward.legs.map { ($0, "homeward") }
        }
        told.has("nights", .whole) { .int($0.trip.nights) }
        told.has("cents", .whole) { .int($0.trip.cents.count) }
        told.has("minutes", .whole) { .int($0.trip.travelMinutes.count) }
        told.mayHave("key", .text) { .string($0.key) }
        told.mayHave("leaves", .text) { $0.moment($0.trip.leavesHome) }
        told.mayHave("arrives", .text) { $0.moment($0.trip.arrives) }
        told.mayHave("released", .text) { $0.moment($0.visit.ends) }
        told.mayHave("home", .text) { $0.moment($0.trip.isHome) }
        told.mayHave("estimated", .flag) { .bool($0.trip.isEstimated) }
        told.mayHave("tickets", ticketsAnswer.schema) { $0.trip.tickets.map { ticketsAnswer.json($0) } }
        told.mayHave("shared", listOf: meetingAnswer) { $0.trip.shared?.meetings }
    }

    private static let ticketsAnswer = AnswerObject<Tickets> { tickets in
        tickets.mayHave("full", .whole) { .int($0.full) }
        tickets.mayHave("half", .whole) { .int($0.half) }
        tickets.mayHave("free", .whole) { .int($0.free) }
    }

    /// One of the meetings of a journey that leads to several; the journey's cents are paid once for all of them.
    private static let meetingAnswer = AnswerObject<SharedTrip.Meeting> { meeting in
        meeting.mayHave("session", .text) { JSON($0.session) }
        meeting.mayHave("prison", .text) { JSON($0.prison) }
        meeting.mayHave("prisoner", .text) { JSON($0.prisoner) }
        meeting.mayHave("children", .list(.text)) { .strings($0.children.map(\.text)) }
        meeting.mayHave("date", .day) { JSON($0.begins.day) }
        meeting.mayHave("start", .text) { JSON($0.begins.clock) }
    }
}
