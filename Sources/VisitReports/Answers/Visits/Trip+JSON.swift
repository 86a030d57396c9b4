import VisitFormats
import VisitModel

extension Trip {
    /// The journey there and back: the legs of both in the order in which they are travelled.
    static let answer = AnswerObject<Trip> { trip in
        trip.has("legs", listOf: Journey.Leg.answer) { trip in
            trip.outbound.legs.map { ($0, "outbound") } + trip.homeward.legs.map { ($0, "homeward") }
        }
        trip.has("nights", .whole) { .int($0.nights) }
        trip.has("cents", .whole) { .int($0.cents.count) }
        trip.has("minutes", .whole) { .int($0.travelMinutes.count) }
        trip.mayHave("estimated", .flag) { .bool($0.isEstimated) }
        trip.mayHave("tickets", ticketsAnswer.schema) { $0.tickets.map { ticketsAnswer.json($0) } }
        trip.mayHave("shared", listOf: meetingAnswer) { $0.shared?.meetings }
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
