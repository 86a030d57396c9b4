import VisitModel

/// One household's visits ahead, each on a card of its own: the day step by step, the papers, whom to call, what to do.
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
    /// The day for which the itinerary is made.
    public var today: Day
    /// The ISO 4217 code of the currency of fares.
    public var currency: String
    /// The language.
    public var language: Language

    /// An itinerary; where no language is given, in the household's own.
    public init(
        household: Household, visits: [VisitDetail], outlooks: [Outlook] = [],
        ifMissed: [Identifier<Visit>: [MissedConnection]] = [:], today: Day, currency: String = "CNY",
        language: Language? = nil
    ) {
        self.household = household
        self.visits = visits
        self.outlooks = outlooks
        self.ifMissed = ifMissed
        self.today = today
        self.currency = currency
        self.language = language ?? household.language
    }

    private var phrases: Phrases { Phrases(language) }
    private var title: String { ReportName.itinerary.title[language] }
    private var subtitle: String {
        household.name.onOneLine + phrases.choose(", as of ", "，") + phrases.date(today) + phrases.choose("", "制")
    }
    private var footer: String {
        phrases.choose(
            "Dates and times are those of the prison. If something changes, ask for a new itinerary.",
            "日期和时间均以监狱当地为准。如有变动，请索取新的行程单。")
    }

    /// The itinerary in plain text.
    public var text: String {
        let head = [title, subtitle].joined(separator: "\n") + "\n"
        let cards = cards.map { ItineraryCardText(card: $0, phrases: phrases).text }
        let notes = notes.map { note in
            let lines = note.entries.flatMap { [$0.heading].compactMap { $0 } + $0.lines.map { "  " + $0 } }
            return ([note.title] + lines.map { "  " + $0 }).map { $0 + "\n" }.joined()
        }
        let none = empty.map { $0 + "\n" }
        return ([head] + cards + [none].compactMap { $0 } + notes + [footer + "\n"]).joined(separator: "\n")
    }

    /// The itinerary as a page.
    public var html: String {
        let body = PageTemplate.itinerary.render(Values(cards: cards, notes: notes, empty: empty))
        return HTMLPage(language: language, title: title, subtitle: subtitle, body: body, footer: footer).html
    }

    /// The visits, a row each.
    public var csv: String { VisitTable(details: ahead, language: language).csv }

    /// What the page's template is filled with.
    private struct Values {
        var cards: [ItineraryCard]
        var notes: [Note]
        var empty: String?
    }

    /// Something said after the cards.
    private struct Note {
        var title: String
        var entries: [Entry]

        struct Entry {
            var heading: String?
            var lines: [String]
        }
    }

    private func ahead(_ isCancelled: Bool) -> [VisitDetail] {
        let shown = visits.filter { detail in
            guard detail.visit.household == household.id else { return false }
            return switch detail.visit.status {
            case .proposed, .requested, .confirmed: !isCancelled && detail.visit.date >= today
            case .cancelled: isCancelled && detail.visit.date >= today
            case .held, .missed: false
            }
        }
        return shown.sorted(by: VisitDetail.isBefore)
    }

    private var ahead: [VisitDetail] { ahead(false) }

    private var cards: [ItineraryCard] {
        journeys.map { details in
            ItineraryCard(
                details.map { (detail: $0, relation: relation(in: $0)) },
                ifMissed: details.flatMap { ifMissed[$0.visit.id] ?? [] }.distinct, phrases: phrases,
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

    private var empty: String? {
        ahead.isEmpty ? phrases.choose("There is no visit ahead.", "目前没有安排会见。") : nil
    }

    /// What the prisoner is to the children of a visit, where it is the same to all.
    private func relation(in detail: VisitDetail) -> Bond.Relation? {
        let relations = detail.visit.children.map { child in
            outlooks.first { $0.child.id == child && $0.prisoner.id == detail.prisoner.id }?.relation
        }
        guard let first = relations.first, relations.allSatisfy({ $0 == first }) else { return nil }
        return first
    }

    private var notes: [Note] {
        let cancelled = ahead(true).map { detail in
            let told = VisitSentences(detail: detail, phrases: phrases, currency: currency)
            let words = phrases.choose("\(told.when), \(told.place)", "\(told.when)，\(told.place)")
            return Note.Entry(lines: [phrases.sentence(words.prefix(1).uppercased() + words.dropFirst())])
        }
        let without = OutlookGroup.groups(of: outlooks.filter { $0.next == nil && $0.household.id == household.id }).map
        { group in
            let told = OutlookSentences(group: group, today: today, phrases: phrases, currency: currency)
            return Note.Entry(heading: told.heading, lines: told.body)
        }
        return [
            Note(title: phrases.choose("Cancelled: do not travel", "已取消，请不要前往"), entries: cancelled),
            Note(title: phrases.choose("Still without a date", "还没有日期的会见"), entries: without),
        ].filter { !$0.entries.isEmpty }
    }
}
