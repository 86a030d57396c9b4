import VisitModel

/// One journey of a household's itinerary with the visit, or the visits, to which it leads, in words, for text and page
/// alike.
struct ItineraryCard {
    /// One line of the day: what happens when.
    struct Step {
        /// The day, where it differs from the day of the step before.
        var day: String?
        /// "09:10" or "09:10–09:50".
        var time: String
        var words: String
        /// What belongs to it, in smaller letters.
        var remark: String?
        /// Whether it is one of the moments that matter: leaving, the gate, the visit, home.
        var isMilestone: Bool
        /// Whether it is the visit itself.
        var isVisit: Bool
    }

    /// Somebody to call.
    struct Contact {
        var role: String
        var name: String
        var phone: String?
        /// The number as a `tel:` address takes it: digits and a plus.
        var dial: String?
    }

    var date: String
    var time: String?
    var prison: String
    var form: String
    var people: String
    var isFirm: Bool
    var firmness: String
    var steps: [Step]
    /// Lists to tick off: what to bring, what to settle, what to do. None of them is empty.
    var lists: [Facts]
    var contactsTitle: String
    var contacts: [Contact]
    /// Why this date, what it costs.
    var remarks: [Facts]

    /// Lines under a heading.
    struct Facts {
        var title: String
        var lines: [String]
    }

    /// The card of the visits of one journey, in the order in which they are held.
    ///
    /// - Parameters:
    ///   - visits: not empty; each with what the prisoner is to the children, where that is known and the same for all.
    ///   - ifMissed: what to do when a vehicle is missed.
    init(
        _ visits: [(detail: VisitDetail, relation: Bond.Relation?)], ifMissed: [MissedConnection], phrases: Phrases,
        currency: String
    ) {
        let language = phrases.language
        let details = visits.map(\.detail)
        func each(_ text: (VisitDetail) -> String) -> [String] { details.map(text).distinct }
        date = each { phrases.date($0.visit.date) }.joined(separator: phrases.choose(" and ", "、"))
        let times = each { detail in detail.visit.start.map { phrases.span($0, detail.visit.minutes) } ?? "" }
        time = times == [""] ? nil : times.filter { !$0.isEmpty }.joined(separator: phrases.choose(", ", "、"))
        prison = each { $0.prison.name[language].onOneLine }.joined(separator: " · ")
        form = each { $0.visit.mode.name[language] }.joined(separator: phrases.choose(", ", "、"))
        people = visits.map { Self.people($0.detail, $0.relation, phrases) }
            .joined(separator: phrases.choose("; ", "；"))
        isFirm = details.allSatisfy { $0.visit.status == .confirmed }
        firmness = phrases.paragraph(
            each { VisitSentences(detail: $0, phrases: phrases, currency: currency).firmness })
        steps = ItinerarySteps(details: details, phrases: phrases).steps
        lists = Self.lists(details, phrases)
        contactsTitle = phrases.choose("Whom to call", "联系人")
        contacts = Self.contacts(details, phrases)
        remarks = Self.remarks(details, ifMissed, phrases, currency)
    }

    private static func lists(_ details: [VisitDetail], _ phrases: Phrases) -> [Facts] {
        let papers = details.flatMap(\.visit.documents).distinct
        let lists = [
            Facts(
                title: phrases.choose("Bring", "请带上"),
                lines: papers.filter(\.isCarried).map { $0.name[phrases.language] }),
            Facts(
                title: phrases.choose("Settle before the visit", "会见前办妥"),
                lines: papers.filter { !$0.isCarried }.map { $0.name[phrases.language] }),
            Facts(
                title: phrases.choose("To do", "待办"), lines: details.flatMap { tasks($0, phrases) }.distinct),
        ]
        return lists.filter { !$0.lines.isEmpty }
    }

    private static func remarks(
        _ details: [VisitDetail], _ ifMissed: [MissedConnection], _ phrases: Phrases, _ currency: String
    ) -> [Facts] {
        let missed = MissedSentences(placeNames: details[0].placeNames, phrases: phrases)
        let reasons = details.map { detail in
            phrases.paragraph(detail.visit.reasons.map { phrases.sentence($0[phrases.language]) })
        }
        let remarks = [
            Facts(
                title: phrases.choose("When a train or bus is missed", "如错过车次"),
                lines: ifMissed.map { missed.line($0, on: details[0].visit.date) }.distinct),
            Facts(
                title: phrases.choose("Why this date", "为什么是这一天"), lines: reasons.filter { !$0.isEmpty }.distinct),
            Facts(
                title: phrases.choose("Cost of the journey for everybody", "全部路费"),
                lines: details[0].visit.trip.map { cost($0, phrases, currency) } ?? []),
        ]
        return remarks.filter { !$0.lines.isEmpty }
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

    private static func contacts(_ details: [VisitDetail], _ phrases: Phrases) -> [Contact] {
        let companions = details.map {
            (phrases.choose("Goes along", "陪同人"), $0.companionName, $0.companionPhone)
        }
        let prisons = details.map { detail in
            let prison = detail.prison.phone == nil ? nil : detail.prison.name[phrases.language]
            return (phrases.choose("Prison’s visits office", "监狱会见室"), prison, detail.prison.phone)
        }
        var seen: Set<[String?]> = []
        let rows = (companions + prisons).filter { seen.insert([$0.0, $0.1, $0.2]).inserted }
        return rows.compactMap { role, name, phone in
            guard let name else { return nil }
            let number = phone.map { String($0.filter { $0.isASCII && ($0.isNumber || $0 == "+") }) }
            return Contact(role: role, name: name.onOneLine, phone: phone?.onOneLine, dial: number)
        }
    }

    /// What is still to be done, by how far the visit has come.
    private static func tasks(_ detail: VisitDetail, _ phrases: Phrases) -> [String] {
        let visit = detail.visit
        var tasks: [String] = []
        let deadline = phrases.date(visit.date - detail.prison.bookingWindow.lowerBound)
        if visit.status == .proposed {
            tasks.append(
                phrases.choose("Ask the prison for this visit by \(deadline).", "请在\(deadline)之前向监狱申请这次会见。"))
        }
        if visit.status == .requested {
            tasks.append(
                phrases.choose("If there is no answer by \(deadline), call the prison.", "如果到\(deadline)还没有答复，请致电监狱。"))
        }
        if detail.companionName == nil {
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
