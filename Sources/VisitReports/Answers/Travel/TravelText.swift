import VisitModel

/// Journeys to a prison and home again, for a person.
public struct TravelText: Sendable {
    /// The day of the visit.
    public var date: Day
    /// The ways to the prison.
    public var outbound: [Journey]
    /// The ways home.
    public var homeward: [Journey]
    /// What to do when a vehicle is missed, for each way there and each way home; may be left empty.
    public var ifMissed: (outbound: [[MissedConnection]], homeward: [[MissedConnection]])
    /// The names of the places; a place that is missing is shown by its identifier.
    public var placeNames: [Identifier<Place>: BilingualText]
    /// Who publishes the timetables that the journeys follow.
    public var timetablesOf: [String]
    /// The ISO 4217 code of the currency of fares.
    public var currency: String
    /// The language.
    public var language: Language

    /// A text of these journeys.
    public init(
        date: Day, outbound: [Journey], homeward: [Journey],
        ifMissed: (outbound: [[MissedConnection]], homeward: [[MissedConnection]]) = ([], []),
        placeNames: [Identifier<Place>: BilingualText], timetablesOf: [String] = [], currency: String = "CNY",
        language: Language
    ) {
        self.date = date
        self.outbound = outbound
        self.homeward = homeward
        self.ifMissed = ifMissed
        self.placeNames = placeNames
        self.timetablesOf = timetablesOf
        self.currency = currency
        self.language = language
    }

    /// The text: the ways there, then the ways home, each with its legs, and whose timetables they follow.
    public var text: String {
        let phrases = Phrases(language)
        let there = section(outbound, ifMissed.outbound, phrases.choose("To the prison", "去程"), phrases)
        let back = section(homeward, ifMissed.homeward, phrases.choose("Home again", "回程"), phrases)
        let notes = phrases.timetables(of: timetablesOf).map { "\n\($0)\n" }
        return phrases.date(date) + "\n\n" + there + "\n" + back + notes.joined()
    }

    private func section(
        _ journeys: [Journey], _ ifMissed: [[MissedConnection]], _ title: String, _ phrases: Phrases
    ) -> String {
        guard !journeys.isEmpty else {
            return phrases.labelled(title, phrases.choose("no way was found.", "没有找到可行的走法。")) + "\n"
        }
        let missed = MissedSentences(placeNames: placeNames, phrases: phrases)
        let fastest = journeys.map(\.duration).min()
        let cheapest = journeys.map(\.cents).min()
        let sections = journeys.enumerated().map { position, journey in
            // Among several the two that most people look for are named.
            let marks = [
                journey.duration == fastest ? phrases.choose("fastest", "最快") : nil,
                journey.cents == cheapest ? phrases.choose("cheapest", "最省") : nil,
            ]
            let advice =
                position < ifMissed.count ? ifMissed[position].map { "    " + missed.line($0, on: date) + "\n" } : []
            return self.journey(journey, journeys.count > 1 ? marks.compactMap { $0 } : [], phrases) + advice.joined()
        }
        return title + "\n" + sections.joined()
    }

    private func journey(_ journey: Journey, _ marks: [String], _ phrases: Phrases) -> String {
        let words = LegSentences(placeNames: placeNames, phrases: phrases)
        let facts = [
            phrases.duration(journey.duration), phrases.money(journey.cents, currency: currency),
            journey.isEstimated ? phrases.choose("estimated", "估算") : nil,
        ]
        let head =
            "  \(words.time(journey.departs, on: date))–\(words.time(journey.arrives, on: date))  "
            + (facts.compactMap { $0 } + marks).joined(separator: phrases.choose(", ", "，"))
        let legs = journey.legs.map { leg in
            let mark = leg.isEstimated ? phrases.bracketed(phrases.choose("estimated", "估算")) : ""
            return "    " + words.line(leg, on: date) + mark
        }
        return ([head] + legs).map { $0 + "\n" }.joined()
    }
}
