import VisitModel

/// The words for what to do when a vehicle is missed.
struct MissedSentences {
    let placeNames: [Identifier<Place>: BilingualText]
    let phrases: Phrases

    /// "If K11 at Near station is missed: 09:40 with K13, there at 10:15."
    func line(_ missed: MissedConnection, on day: Day) -> String {
        let (route, stop) = (missed.route.onOneLine, missed.stop.onOneLine)
        guard let next = missed.next, let ride = next.legs.first(where: { $0.trip != nil }) else {
            return phrases.choose(
                "If \(route) at \(stop) is missed: no other way on that day.", "如错过\(stop)的\(route)：当天没有其他走法。")
        }
        let words = LegSentences(placeNames: placeNames, phrases: phrases)
        let (departs, arrives) = (words.time(ride.depart, on: day), words.time(next.arrives, on: day))
        let vehicle = (ride.route ?? "").onOneLine
        return phrases.choose(
            "If \(route) at \(stop) is missed: \(departs) with \(vehicle), there at \(arrives).",
            "如错过\(stop)的\(route)：改乘\(departs)的\(vehicle)，\(arrives)到。")
    }
}
