import VisitModel

/// Journeys to a prison and home again, for a person.
public struct TravelText: Sendable {
    /// The day of the visit.
    public var date: Day
    /// The ways to the prison.
    public var outbound: [Journey]
    /// The ways home.
    public var homeward: [Journey]
    /// The names of the places; a place that is missing is shown by its identifier.
    public var placeNames: [Identifier<Place>: BilingualText]
    /// The ISO 4217 code of the currency of fares.
    public var currency: String
    /// The language.
    public var language: Language

    /// A text of these journeys.
    public init(
        date: Day, outbound: [Journey], homeward: [Journey], placeNames: [Identifier<Place>: BilingualText],
        currency: String = "CNY", language: Language
    ) {
        self.date = date
        self.outbound = outbound
        self.homeward = homeward
        self.placeNames = placeNames
        self.currency = currency
        self.language = language
    }

    /// The text: the ways there, then the ways home, each with its legs.
    public var text: String {
        let phrases = Phrases(language)
        let there = section(outbound, phrases.choose("To the prison", "去程"), phrases)
        let back = section(homeward, phrases.choose("Home again", "回程"), phrases)
        return phrases.date(date) + "\n\n" + there + "\n" + back
    }

    private func section(_ journeys: [Journey], _ title: String, _ phrases: Phrases) -> String {
        guard !journeys.isEmpty else {
            return phrases.labelled(title, phrases.choose("no way was found.", "没有找到可行的走法。")) + "\n"
        }
        return title + "\n" + journeys.map { self.journey($0, phrases) }.joined()
    }

    private func journey(_ journey: Journey, _ phrases: Phrases) -> String {
        let words = LegSentences(placeNames: placeNames, phrases: phrases)
        let facts = [
            phrases.duration(journey.duration), phrases.money(journey.cents, currency: currency),
            journey.isEstimated ? phrases.choose("estimated", "估算") : nil,
        ]
        let head =
            "  \(words.time(journey.departs, on: date))–\(words.time(journey.arrives, on: date))  "
            + facts.compactMap { $0 }.joined(separator: phrases.choose(", ", "，"))
        let legs = journey.legs.map { "    " + words.line($0, on: date) }
        return ([head] + legs).map { $0 + "\n" }.joined()
    }
}
