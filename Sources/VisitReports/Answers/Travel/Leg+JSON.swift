import VisitFormats
import VisitModel

extension Journey.Leg {
    /// A leg with its direction, which is nil where the journey around it says it.
    typealias Told = (leg: Journey.Leg, direction: String?)

    /// What every document says about a leg.
    static let answer = AnswerObject<Told> { leg in
        leg.has("mode", .words(of: Mode.self)) { .string($0.leg.mode.rawValue) }
        leg.has("from", .text) { JSON($0.leg.from) }
        leg.has("to", .text) { JSON($0.leg.to) }
        leg.has("depart", .text) { JSON($0.leg.depart.clock) }
        leg.has("arrive", .text) { JSON($0.leg.arrive.clock) }
        leg.mayHave("date", .day) { JSON($0.leg.depart.day) }
        leg.mayHave("direction", .text) { $0.direction.map { .string($0) } }
        leg.mayHave("metres", .whole) { $0.leg.metres.map { .int($0.count) } }
        leg.mayHave("route", .text) { $0.leg.route.map { .string($0) } }
        leg.mayHave("trip", .text) { $0.leg.trip.map { .string($0) } }
        leg.mayHave("fromName", .text) { $0.leg.fromName.map { .string($0) } }
        leg.mayHave("toName", .text) { $0.leg.toName.map { .string($0) } }
        leg.mayHave("estimated", .flag) { $0.leg.isEstimated ? true : nil }
    }
}
