import VisitModel

/// One household's visits ahead, each on a card of its own: the day step by step, the way, the papers, what to expect at
/// the prison, whom to call, what to do.
///
/// It holds names: it is for the household and whoever looks after it.
public struct HouseholdItinerary: Report {
    /// The household.
    public var household: Household
    /// Its visits; those that are over, and those of other households, are left out.
    public var visits: [VisitDetail]
    /// The answers for its children: they say what prisoner is whose parent, and who has no visit. Those for children of
    /// other households are left out.
    public var outlooks: [Outlook]
    /// What to do when a vehicle of a visit's journey is missed, by visit.
    public var ifMissed: [Identifier<Visit>: [MissedConnection]]
    /// The places of the journeys, for the drawing of the way; without them there is none.
    public var places: [Identifier<Place>: Place]
    /// Who publishes the timetables that the journeys follow.
    public var timetablesOf: [String]
    /// The day for which the itinerary is made.
    public var today: Day
    /// The ISO 4217 code of the currency of fares.
    public var currency: String
    /// The language.
    public var language: Language

    /// An itinerary; where no language is given, in the household's own.
    public init(
        household: Household, visits: [VisitDetail], outlooks: [Outlook] = [],
        ifMissed: [Identifier<Visit>: [MissedConnection]] = [:], places: [Identifier<Place>: Place] = [:],
        timetablesOf: [String] = [], today: Day, currency: String = "CNY", language: Language? = nil
    ) {
        self.household = household
        self.visits = visits
        self.outlooks = outlooks
        self.ifMissed = ifMissed
        self.places = places
        self.timetablesOf = timetablesOf
        self.today = today
        self.currency = currency
        self.language = language ?? household.language
    }

    private var phrases: Phrases { Phrases(language) }

    /// What it says: a card for each journey, then what is cancelled and who has no date.
    public var content: ReportContent {
        let none = phrases.choose("There is no visit ahead.", "目前没有安排会见。")
        let cards = cards.map(\.section)
        return ReportContent(
            name: .itinerary, language: language, title: ReportName.itinerary.title[language],
            subtitle: household.name.onOneLine + phrases.choose(", as of ", "，") + phrases.date(today)
                + phrases.choose("", "制"),
            sections: (cards.isEmpty ? [.init(parts: [.paragraph(none)])] : cards)
                + [cancelled, without].compactMap { $0 },
            records: [VisitTable(details: ahead, language: language).table],
            notes: [
                phrases.choose(
                    "Dates and times are those of the prison. If something changes, ask for a new itinerary.",
                    "日期和时间均以监狱当地为准。如有变动，请索取新的行程单。")
            ] + phrases.timetables(of: timetablesOf))
    }

    private func ahead(_ isCancelled: Bool) -> [VisitDetail] {
        let shown = visits.filter { detail in
            guard detail.visit.household == household.id else { return false }
            let status = detail.visit.status
            return detail.visit.date >= today && (isCancelled ? status.isCalledOff : status.isAhead)
        }
        return shown.sorted(by: VisitDetail.isBefore)
    }

    private var ahead: [VisitDetail] { ahead(false) }

    private var cards: [ItineraryCard] {
        journeys.map { details in
            ItineraryCard(
                details.map { (detail: $0, relation: Self.relation(in: $0, outlooks)) },
                ifMissed: details.flatMap { ifMissed[$0.visit.id] ?? [] }.distinct, places: places, phrases: phrases,
                currency: currency)
        }
    }

    /// The visits ahead, those of one journey together.
    private var journeys: [[VisitDetail]] {
        var journeys: [[VisitDetail]] = []
        for detail in ahead {
            let shared = detail.visit.trip?.shared
            let known = journeys.firstIndex { shared != nil && $0[0].visit.trip?.shared == shared }
            if let known { journeys[known].append(detail) } else { journeys.append([detail]) }
        }
        return journeys
    }

    /// What the prisoner is to the children of a visit, where it is the same to all.
    static func relation(in detail: VisitDetail, _ outlooks: [Outlook]) -> Bond.Relation? {
        let relations = detail.visit.children.map { child in
            outlooks.first { $0.child.id == child && $0.prisoner.id == detail.prisoner.id }?.relation
        }
        guard let first = relations.first, relations.allSatisfy({ $0 == first }) else { return nil }
        return first
    }

    private var cancelled: ReportContent.Section? {
        let lines = ahead(true).map { detail in
            let told = VisitSentences(detail: detail, phrases: phrases, currency: currency)
            let words = phrases.choose("\(told.when), \(told.place)", "\(told.when)，\(told.place)")
            return ReportContent.Part.paragraph(phrases.sentence(words.capitalisedFirst))
        }
        guard !lines.isEmpty else { return nil }
        return .init(heading: phrases.choose("Cancelled: do not travel", "已取消，请不要前往"), parts: lines)
    }

    private var without: ReportContent.Section? {
        let lists = OutlookGroup.groups(of: outlooks.filter { $0.next == nil && $0.household.id == household.id }).map {
            group in
            let told = OutlookSentences(group: group, today: today, phrases: phrases, currency: currency)
            return ReportList(title: told.heading, lines: told.body.map { .init($0) })
        }
        guard !lists.isEmpty else { return nil }
        return .init(heading: phrases.choose("Still without a date", "还没有日期的会见"), parts: [.lists(lists)])
    }
}
