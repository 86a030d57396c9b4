import VisitModel

/// The words for one leg of a journey.
struct LegSentences {
    let placeNames: [Identifier<Place>: BilingualText]
    let phrases: Phrases

    /// A place by its name, or by its identifier where no name is known.
    func place(_ id: Identifier<Place>) -> String { (placeNames[id]?[phrases.language] ?? id.text).onOneLine }

    /// A time, with its day where that is not `day`.
    func time(_ time: CivilTime, on day: Day) -> String {
        time.day == day ? "\(time.clock)" : "\(time.day) \(time.clock)"
    }

    /// The leg in a line: "09:10–11:30  by train from Tianjin to Beijing, 120 km".
    func line(_ leg: Journey.Leg, on day: Day) -> String {
        "\(time(leg.depart, on: day))–\(time(leg.arrive, on: day))  \(route(leg))"
    }

    /// The leg without its times.
    func route(_ leg: Journey.Leg) -> String {
        let from = leg.fromName?.onOneLine ?? place(leg.from)
        let to = leg.toName?.onOneLine ?? place(leg.to)
        let vehicle = leg.route.map { phrases.choose(" ", "") + $0.onOneLine } ?? ""
        let length = leg.metres.map { phrases.choose(", ", "，") + phrases.distance($0) } ?? ""
        let mode = leg.mode.name[phrases.language]
        if from == to { return phrases.choose("\(mode) within \(from)\(length)", "在\(from)当地\(mode)\(length)") }
        return phrases.choose(
            "\(mode)\(vehicle) from \(from) to \(to)\(length)", "从\(from)\(mode)\(vehicle)到\(to)\(length)")
    }

    /// The leg without its times, as a line of its own begins: "By train from Tianjin to Beijing".
    func capitalisedRoute(_ leg: Journey.Leg) -> String {
        let words = route(leg)
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}
