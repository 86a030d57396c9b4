import VisitModel

/// One visit of a household's itinerary in words, for text and page alike.
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

    /// The card of a visit. `relation` is what the prisoner is to the children, where it is known and the same for all.
    init(
        _ detail: VisitDetail, relation: Bond.Relation?, ifMissed: [MissedConnection], phrases: Phrases,
        currency: String
    ) {
        let language = phrases.language
        let visit = detail.visit
        let told = VisitSentences(detail: detail, phrases: phrases, currency: currency)
        date = phrases.date(visit.date)
        time = visit.start.map { phrases.span($0, visit.minutes) }
        prison = detail.prison.name[language].onOneLine
        form = visit.mode.name[language]
        people = Self.people(detail, relation, phrases)
        isFirm = visit.status == .confirmed
        firmness = told.firmness
        steps = ItinerarySteps(detail: detail, phrases: phrases).steps
        lists = Self.lists(detail, phrases)
        contactsTitle = phrases.choose("Whom to call", "联系人")
        contacts = Self.contacts(detail, phrases)
        remarks = Self.remarks(detail, ifMissed, phrases, currency)
    }

    private static func lists(_ detail: VisitDetail, _ phrases: Phrases) -> [Facts] {
        let papers = detail.visit.documents
        let lists = [
            Facts(
                title: phrases.choose("Bring", "请带上"),
                lines: papers.filter(\.isCarried).map { $0.name[phrases.language] }),
            Facts(
                title: phrases.choose("Settle before the visit", "会见前办妥"),
                lines: papers.filter { !$0.isCarried }.map { $0.name[phrases.language] }),
            Facts(title: phrases.choose("To do", "待办"), lines: tasks(detail, phrases)),
        ]
        return lists.filter { !$0.lines.isEmpty }
    }

    private static func remarks(
        _ detail: VisitDetail, _ ifMissed: [MissedConnection], _ phrases: Phrases, _ currency: String
    ) -> [Facts] {
        let missed = MissedSentences(placeNames: detail.placeNames, phrases: phrases)
        let reasons = phrases.paragraph(detail.visit.reasons.map { phrases.sentence($0[phrases.language]) })
        let cents = detail.visit.trip?.cents ?? .zero
        let remarks = [
            Facts(
                title: phrases.choose("When a train or bus is missed", "如错过车次"),
                lines: ifMissed.map { missed.line($0, on: detail.visit.date) }),
            Facts(title: phrases.choose("Why this date", "为什么是这一天"), lines: reasons.isEmpty ? [] : [reasons]),
            Facts(
                title: phrases.choose("Cost of the journey for everybody", "全部路费"),
                lines: cents.count > 0 ? [phrases.money(cents, currency: currency)] : []),
        ]
        return remarks.filter { !$0.lines.isEmpty }
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

    private static func contacts(_ detail: VisitDetail, _ phrases: Phrases) -> [Contact] {
        let prison = detail.prison.phone == nil ? nil : detail.prison.name[phrases.language]
        let rows: [(String, String?, String?)] = [
            (phrases.choose("Goes along", "陪同人"), detail.companionName, detail.companionPhone),
            (phrases.choose("Prison’s visits office", "监狱会见室"), prison, detail.prison.phone),
        ]
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
