import VisitModel

/// One journey of a household's itinerary with the visit, or the visits, to which it leads.
struct ItineraryCard {
    /// What the prisoner is to the children of a visit, where it is known and the same to all.
    typealias Meeting = (detail: VisitDetail, relation: Bond.Relation?)

    private let visits: [Meeting]
    private let ifMissed: [MissedConnection]
    private let places: [Identifier<Place>: Place]
    private let phrases: Phrases
    private let currency: String

    /// The card of the visits of one journey, in the order in which they are held.
    ///
    /// - Parameters:
    ///   - visits: not empty.
    ///   - ifMissed: what to do when a vehicle is missed.
    ///   - places: where the journey leads, for its drawing.
    init(
        _ visits: [Meeting], ifMissed: [MissedConnection], places: [Identifier<Place>: Place], phrases: Phrases,
        currency: String
    ) {
        self.visits = visits
        self.ifMissed = ifMissed
        self.places = places
        self.phrases = phrases
        self.currency = currency
    }

    private var details: [VisitDetail] { visits.map(\.detail) }

    private func each(_ text: (VisitDetail) -> String) -> [String] { details.map(text).distinct }

    /// The numbers of the visits, for the telephone.
    private var numbers: [String] { details.compactMap { $0.visit.number.map(VisitNumber.text) } }

    /// The card.
    var section: ReportContent.Section {
        let dates = each { phrases.date($0.visit.date) }.joined(separator: phrases.choose(" and ", "、"))
        let times = each { detail in detail.visit.start.map { phrases.span($0, detail.visit.minutes) } ?? "" }
            .filter { !$0.isEmpty }
        let prison = each { $0.prison.name[phrases.language].onOneLine }.joined(separator: " · ")
        let form = each { $0.visit.mode.name[phrases.language] }.joined(separator: phrases.choose(", ", "、"))
        let people = visits.map { Self.people($0.detail, $0.relation, phrases) }
        let firmness = each { VisitSentences(detail: $0, phrases: phrases, currency: currency).firmness }
        let route = details[0].visit.trip.flatMap {
            RouteDrawing($0.outbound, places: places, names: details[0].placeNames, phrases: phrases)
        }
        return .init(
            heading: dates, aside: times.isEmpty ? nil : times.joined(separator: phrases.choose(", ", "、")),
            frame: .card,
            parts: [
                .lead(people.joined(separator: phrases.choose("; ", "；"))),
                .paragraph(([prison + phrases.bracketed(form)] + numbers).joined(separator: " · ")),
            ] + warnings.map { .paragraph($0) } + [
                .badge(phrases.paragraph(firmness), isFirm: details.allSatisfy { $0.visit.status == .confirmed }),
                .steps(ItinerarySteps(details: details, phrases: phrases).steps),
            ] + (route.map { [.drawing($0.drawing)] } ?? []) + [.lists(lists)])
    }

    /// What does not hold of the visits.
    private var warnings: [String] {
        details.compactMap { FlagSentences($0, phrases).warning }.distinct
    }

    private var lists: [ReportList] {
        let prison = details.map { PrisonVisitSentences(detail: $0, phrases: phrases).lines }
        let expect = ReportList(
            title: phrases.choose("At the prison", "到了监狱"), lines: prison.flatMap { $0 }.distinct.map { .init($0) })
        let contacts = ReportList(
            title: phrases.choose("Whom to call", "联系人"), lines: Self.contacts(details, phrases))
        let tasks = Self.lists(details, phrases)
        return (tasks + [contacts, expect] + Self.remarks(details, ifMissed, phrases, currency))
            .filter { !$0.lines.isEmpty }
    }

    private static func lists(_ details: [VisitDetail], _ phrases: Phrases) -> [ReportList] {
        let papers = details.flatMap(\.visit.documents).distinct
        func named(_ isIncluded: (Paper) -> Bool) -> [ReportList.Line] {
            papers.filter(isIncluded).map { .init($0.name[phrases.language]) }
        }
        return [
            ReportList(title: phrases.choose("Bring", "请带上"), lines: named(\.isCarried), hasBoxes: true),
            ReportList(
                title: phrases.choose("Settle before the visit", "会见前办妥"), lines: named { !$0.isCarried },
                hasBoxes: true),
            ReportList(
                title: phrases.choose("To do", "待办"),
                lines: details.flatMap { tasks($0, phrases) }.distinct.map { .init($0) }, hasBoxes: true),
        ]
    }

    private static func remarks(
        _ details: [VisitDetail], _ ifMissed: [MissedConnection], _ phrases: Phrases, _ currency: String
    ) -> [ReportList] {
        let missed = MissedSentences(placeNames: details[0].placeNames, phrases: phrases)
        let reasons = details.map { detail in
            phrases.paragraph(detail.visit.reasons.map { phrases.sentence($0[phrases.language]) })
        }
        func list(_ title: String, _ lines: [String]) -> ReportList {
            ReportList(title: title, lines: lines.map { .init($0) })
        }
        return [
            list(
                phrases.choose("When a train or bus is missed", "如错过车次"),
                ifMissed.map { missed.line($0, on: details[0].visit.date) }.distinct),
            list(phrases.choose("Why this date", "为什么是这一天"), reasons.filter { !$0.isEmpty }.distinct),
            list(
                phrases.choose("Cost of the journey for everybody", "全部路费"),
                details[0].visit.trip.map { cost($0, phrases, currency) } ?? []),
        ]
    }

    /// The sum, the tickets, and how many travel where that is more than this household: paid once for all.
    private static func cost(_ trip: Trip, _ phrases: Phrases, _ currency: String) -> [String] {
        guard trip.cents.count > 0 else { return [] }
        var line = phrases.money(trip.cents, currency: currency)
        if let tickets = trip.tickets, tickets.persons > 0 {
            let kinds = [
                (tickets.full, phrases.choose("full fare", "张全价")), (tickets.half, phrases.choose("half fare", "张半价")),
                (tickets.free, phrases.choose("free", "人免票")),
            ].filter { $0.0 > 0 }.map { phrases.choose("\($0.0) \($0.1)", "\($0.0)\($0.1)") }
            line += phrases.bracketed(
                phrases.labelled(
                    phrases.choose("tickets", "车票"), kinds.joined(separator: phrases.choose(", ", "，"))))
        }
        let children = trip.shared?.children.count ?? 0
        guard children > 1 else { return [line] }
        return [
            line, phrases.choose("\(children) children travel together; it is paid once.", "\(children)名孩子同行，路费只付一次。"),
        ]
    }

    private static func people(_ detail: VisitDetail, _ relation: Bond.Relation?, _ phrases: Phrases) -> String {
        let children = phrases.list(
            detail.children.map {
                $0.name.onOneLine + phrases.bracketed(phrases.age($0.age(on: detail.visit.date)))
            })
        let name = detail.prisoner.name.onOneLine
        let prisoner = relation.map { relation in
            let word = relation.familiarName[phrases.language]
            return phrases.choose("\(word) \(name)", word + name)
        }
        let isOne = detail.children.count == 1
        return phrases.choose(
            "\(children) \(isOne ? "sees" : "see") \(prisoner ?? name)", "\(children)见\(prisoner ?? name)")
    }

    private static func contacts(_ details: [VisitDetail], _ phrases: Phrases) -> [ReportList.Line] {
        let companions = details.flatMap(\.adults).map { adult -> (String, String?, String?) in
            (phrases.choose("Goes along", "陪同人"), adult.name, adult.phone)
        }
        let prisons = details.map { detail in
            let prison = detail.prison.phone == nil ? nil : detail.prison.name[phrases.language]
            return (phrases.choose("Prison’s visits office", "监狱会见室"), prison, detail.prison.phone)
        }
        let lines = (companions + prisons).compactMap { role, name, phone in
            name.map { ReportList.Line($0.onOneLine, label: role, phone: phone?.onOneLine) }
        }
        return lines.distinct
    }

    /// What is still to be done, by how far the visit has come.
    private static func tasks(_ detail: VisitDetail, _ phrases: Phrases) -> [String] {
        let visit = detail.visit
        var tasks: [String] = []
        let deadline = phrases.date(detail.lastDayToAsk)
        if visit.status == .proposed {
            tasks.append(
                phrases.choose("Ask the prison for this visit by \(deadline).", "请在\(deadline)之前向监狱申请这次会见。"))
        }
        if visit.status == .requested {
            tasks.append(
                phrases.choose("If there is no answer by \(deadline), call the prison.", "如果到\(deadline)还没有答复，请致电监狱。"))
        }
        if detail.adults.isEmpty {
            tasks.append(phrases.choose("Find an adult who goes along.", "请找一位成年人陪同。"))
        }
        if visit.trip?.isEstimated == true {
            tasks.append(
                phrases.choose("Check trains and buses a day before.", "请提前一天核对车次和时间。"))
        }
        return tasks
    }
}

extension Array where Element: Hashable {
    /// The elements without repetition, each where it first stood.
    var distinct: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
