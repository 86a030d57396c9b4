import VisitModel

/// The sentences that tell a guardian about one visit. Texts and printed itineraries say them alike.
struct VisitSentences {
    let detail: VisitDetail
    let phrases: Phrases
    /// The ISO 4217 code of the currency of fares.
    let currency: String
    /// The children whom the text has named, where they are not all of the visit's: the others are counted.
    var named: [Identifier<Child>]?

    private var visit: Visit { detail.visit }

    /// When: "on Saturday 5 December 2026 from 14:00 to 14:30".
    var when: String {
        let date = phrases.date(visit.date)
        guard let start = visit.start else { return phrases.choose("on \(date)", date) }
        let span = phrases.span(start, visit.minutes)
        return phrases.choose("on \(date), \(span)", date + span)
    }

    /// Where and in which form: "at Beijing Women's Prison (at a table)".
    var place: String {
        let language = phrases.language
        let prison = detail.prison.name[language].onOneLine
        let form = phrases.bracketed(visit.mode.name[language])
        if visit.mode.isAtPrison { return phrases.choose("at \(prison)", "在\(prison)") + form }
        guard let site else { return phrases.choose("arranged by \(prison)", "由\(prison)安排") + form }
        return phrases.choose("with \(prison), from the site \(site)", "与\(prison)连线，地点\(site)") + form
    }

    /// The name of the site of a meeting by video; nil where there is none.
    private var site: String? {
        detail.videoSite.map { (detail.placeNames[$0]?[phrases.language] ?? $0.text).onOneLine }
    }

    /// Where one has to be: "the prison gate".
    private var gateName: String {
        site == nil ? phrases.choose("the prison gate", "监狱门口") : phrases.choose("the video site", "视频会见点")
    }

    /// Who takes the children: "Zhang Guiying goes along (telephone 138 0000 0000)."
    var companion: String {
        guard let first = detail.adults.first else {
            return phrases.choose("Nobody has been named to go along yet.", "还没有定下由谁陪同。")
        }
        guard detail.adults.count > 1 else {
            let name = first.name.onOneLine
            return phrases.choose("\(name) goes along", "由\(name)陪同") + contact(of: first) + phrases.choose(".", "。")
        }
        let adults = phrases.list(detail.adults.map { $0.name.onOneLine + contact(of: $0) })
        return phrases.choose("\(adults) go along.", "由\(adults)陪同。")
    }

    private func contact(of adult: VisitDetail.Adult) -> String {
        let ways = [(phrases.choose("telephone", "电话"), adult.phone), (phrases.choose("WeChat", "微信"), adult.wechat)]
        let known = ways.compactMap { label, way in way.map { phrases.labelled(label, $0.onOneLine) } }
        return known.isEmpty ? "" : phrases.bracketed(known.joined(separator: phrases.choose(", ", "，")))
    }

    /// The number to name the visit by on the telephone: "Visit V-0123."; nil where it has none yet.
    var number: String? {
        visit.number.map(VisitNumber.text).map { phrases.choose("This is visit \($0).", "会见号：\($0)。") }
    }

    /// When to leave home, to be at the gate, and to be home: some sentences; empty where nobody travels.
    var journey: [String] {
        guard let trip = visit.trip else { return visit.mode.isAtPrison ? gateAlone : [] }
        let isOvernight = trip.arrives.day < visit.date
        return [isOvernight ? thereOvernight(trip) : there(trip), home(trip)] + around(trip)
    }

    /// The last minute at which one may be at the gate.
    var gateDeadline: CivilTime? { visit.begins.map { $0 - detail.prison.checkIn } }

    private func there(_ trip: Trip) -> String {
        let leave = phrases.moment(trip.leavesHome, seenFrom: visit.date)
        let gate = phrases.moment(trip.arrives, seenFrom: visit.date)
        var latest = ""
        if let gateDeadline, gateDeadline > trip.arrives {
            let clock = gateDeadline.clock
            latest = phrases.bracketed(phrases.choose("\(clock) at the latest", "最晚\(clock)"))
        }
        return phrases.choose(
            "Leave home \(leave) to be at \(gateName) \(gate)\(latest).",
            "\(leave)从家出发，\(gate)\(latest)到\(gateName)。")
    }

    private func thereOvernight(_ trip: Trip) -> String {
        let leave = phrases.moment(trip.leavesHome, seenFrom: visit.date)
        let town = detail.prisonPlace.name[phrases.language].onOneLine
        let arrive = phrases.moment(trip.arrives, seenFrom: trip.leavesHome.day)
        let journey = phrases.choose(
            "Leave home \(leave); you are in \(town) \(arrive).", "\(leave)从家出发，\(arrive)到达\(town)。")
        return phrases.paragraph([journey] + gateAlone)
    }

    private func home(_ trip: Trip) -> String {
        let clock = (trip.isEstimated ? phrases.choose("about ", "大约") : "") + trip.isHome.clock.description
        guard trip.isHome.day != visit.date else {
            return phrases.choose("You are home again at \(clock).", "\(clock)回到家。")
        }
        let date = phrases.date(trip.isHome.day)
        return phrases.choose("You are home again on \(date) at \(clock).", "\(date)\(clock)回到家。")
    }

    private func around(_ trip: Trip) -> [String] {
        var sentences = together(trip)
        if trip.nights > 0 {
            let nights = phrases.count(trip.nights, "night", "nights", "晚")
            sentences.append(phrases.choose("You spend \(nights) away from home.", "需在外住宿\(nights)。"))
        }
        if trip.cents.count > 0 {
            let money = phrases.money(trip.cents, currency: currency)
            sentences.append(phrases.choose("The journey costs about \(money) for everybody.", "路费共约\(money)。"))
        }
        if trip.isEstimated {
            sentences.append(phrases.choose("Travel times are estimates.", "路上时间为估算，请提前核实。"))
        }
        return sentences
    }

    /// The journey's other visits, and how many children travel besides those whom the text has named.
    private func together(_ trip: Trip) -> [String] {
        var seen: Set<Identifier<Session>> = []
        let elsewhere = (trip.shared?.others(than: visit) ?? []).filter {
            $0.session != visit.session && seen.insert($0.session).inserted
        }
        var sentences = elsewhere.map { meeting in
            let prison = (detail.prisonNames[meeting.prison]?[phrases.language] ?? meeting.prison.text).onOneLine
            let moment = phrases.moment(meeting.begins, seenFrom: visit.date)
            return phrases.choose(
                "The same journey leads to a visit at \(prison) \(moment).", "同一行程还前往\(prison)会见（\(moment)）。")
        }
        let others = Set(visit.children + (trip.shared?.children ?? [])).subtracting(named ?? visit.children).count
        if others > 0 {
            let count = phrases.count(others, "other child travels", "other children travel", "名孩子")
            sentences.append(phrases.choose("\(count) along.", "另有\(count)同行。"))
        }
        return sentences
    }

    private var gateAlone: [String] {
        guard let gateDeadline else { return [] }
        let gate = phrases.moment(gateDeadline, seenFrom: visit.date)
        return [
            phrases.choose(
                "On the day of the visit be at \(gateName) \(gate) at the latest.", "会见当天最晚\(gate)到\(gateName)。")
        ]
    }

    /// What to bring, and what must have been settled before.
    var papers: [String] {
        let language = phrases.language
        let carried = visit.documents.filter(\.isCarried).map { $0.name[language] }
        let settled = visit.documents.filter { !$0.isCarried }.map { $0.name[language] }
        var sentences: [String] = []
        if !carried.isEmpty {
            sentences.append(
                phrases.sentence(phrases.labelled(phrases.choose("Bring", "请带上"), phrases.list(carried))))
        }
        if !settled.isEmpty {
            let label = phrases.choose("Needed before the visit", "会见前须办妥")
            sentences.append(phrases.sentence(phrases.labelled(label, phrases.list(settled))))
        }
        return sentences
    }

    /// Why this date; nil where the plan gave no reason.
    var reason: String? {
        guard !visit.reasons.isEmpty else { return nil }
        let reasons = phrases.paragraph(visit.reasons.map { phrases.sentence($0[phrases.language]) })
        return phrases.labelled(phrases.choose("Why this date", "为什么是这一天"), reasons)
    }

    /// How firm the date is.
    var firmness: String {
        switch visit.status {
        case .proposed:
            phrases.choose("This date is proposed; the prison has not been asked yet.", "这是拟定的日期，还没有向监狱申请。")
        case .requested:
            phrases.choose("The prison has been asked and has not answered yet.", "已向监狱申请，正在等待答复。")
        case .confirmed: phrases.choose("The prison has confirmed this visit.", "监狱已确认这次会见。")
        case .held: phrases.choose("This visit has taken place.", "这次会见已经完成。")
        case .cutShort: phrases.choose("This visit has taken place and ended early.", "这次会见已经进行，提前结束。")
        case .missed: phrases.choose("This visit did not take place.", "这次会见没有成行。")
        case .turnedAway: phrases.choose("The family came and was not let in.", "家人到场，但未获准会见。")
        case .refused: phrases.choose("The prison has not agreed to this visit.", "监狱没有批准这次会见。")
        case .withdrawn: phrases.choose("The request for this visit was taken back.", "这次会见的申请已撤回。")
        case .expired: phrases.choose("The prison did not answer in time.", "监狱未在期限内答复。")
        case .cancelled: phrases.choose("This visit is cancelled.", "这次会见已取消。")
        }
    }
}
