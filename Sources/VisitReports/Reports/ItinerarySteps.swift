import VisitModel

/// A journey step by step: leaving, each leg, the gate, the visits, the way home.
struct ItinerarySteps {
    /// The visits of one household on one journey, in the order in which they are held. Not empty.
    let details: [VisitDetail]
    let phrases: Phrases

    /// The steps in order, each with its day where that differs from the day of the step before it.
    var steps: [ReportStep] {
        var before = details[0].visit.date
        return moments.map { moment in
            defer { before = moment.begins.day }
            var step = moment.step
            step.day = moment.begins.day == before ? nil : phrases.date(moment.begins.day)
            return step
        }
    }

    private struct Moment {
        var begins: CivilTime
        var step: ReportStep
    }

    private var moments: [Moment] {
        var moments: [Moment] = []
        for (number, detail) in details.enumerated() {
            let earlier = number > 0 ? details[number - 1] : nil
            moments += outbound(detail, after: earlier?.visit.ends)
            if earlier == nil || earlier?.visit.session != detail.visit.session { moments += gate(detail) }
            moments += meeting(detail)
        }
        moments += homeward(details[details.count - 1])
        let waits = waits
        guard !waits.isEmpty else { return moments }
        return (moments + waits).enumerated()
            .sorted { ($0.element.begins, $0.offset) < ($1.element.begins, $1.offset) }.map(\.element)
    }

    private func milestone(
        _ time: CivilTime, _ words: String, remark: String? = nil, until: CivilTime? = nil, isVisit: Bool = false
    ) -> Moment {
        let clock = until.map { "\(time.clock)–\($0.clock)" } ?? "\(time.clock)"
        return Moment(
            begins: time,
            step: .init(day: nil, time: clock, words: words, remark: remark, isMilestone: true, isVisit: isVisit))
    }

    private func legs(_ journey: Journey, _ detail: VisitDetail, after begin: CivilTime?) -> [Moment] {
        let words = LegSentences(placeNames: detail.placeNames, phrases: phrases)
        // Where single legs are marked, the others are by timetable.
        let marksLegs = journey.legs.contains(where: \.isEstimated)
        return journey.legs.filter { leg in begin.map { leg.depart >= $0 } ?? true }.map { leg in
            Moment(
                begins: leg.depart,
                step: .init(
                    day: nil, time: "\(leg.depart.clock)–\(leg.arrive.clock)", words: words.capitalisedRoute(leg),
                    remark: (marksLegs ? leg.isEstimated : journey.isEstimated)
                        ? phrases.choose("estimate", "估算") : nil, isMilestone: false,
                    isVisit: false))
        }
    }

    /// The way to a visit: from home, or from the visit before it on the same journey.
    private func outbound(_ detail: VisitDetail, after earlier: CivilTime?) -> [Moment] {
        guard let trip = detail.visit.trip else { return [] }
        let legs = legs(trip.outbound, detail, after: earlier)
        return earlier == nil
            ? [milestone(trip.leavesHome, phrases.choose("Leave home", "从家出发"))] + legs : legs
    }

    private func gate(_ detail: VisitDetail) -> [Moment] {
        let visit = detail.visit
        let site = detail.videoSite
        guard visit.mode.isAtPrison || site != nil, let begins = visit.begins else { return [] }
        let deadline = begins - detail.prison.checkIn
        let atGate =
            site == nil
            ? phrases.choose("Be at the prison gate", "到监狱门口") : phrases.choose("Be at the video site", "到视频会见点")
        let papers = phrases.choose("Show your papers and check in", "出示证件，办理登记")
        guard let arrival = visit.trip?.arrives else { return [milestone(deadline, atGate, remark: papers)] }
        if arrival.day < visit.date {
            let town = detail.prisonPlace.name[phrases.language].onOneLine
            let night = phrases.choose("Arrive in \(town) and stay the night", "到达\(town)，住宿一晚")
            return [milestone(arrival, night), milestone(deadline, atGate, remark: papers)]
        }
        let latest = phrases.choose("\(deadline.clock) at the latest", "最晚\(deadline.clock)")
        let remark = deadline > arrival ? latest + phrases.choose(". ", "。") + papers : papers
        return [milestone(arrival, atGate, remark: remark)]
    }

    private func meeting(_ detail: VisitDetail) -> [Moment] {
        guard let begins = detail.visit.begins, let ends = detail.visit.ends else { return [] }
        let name = detail.prisoner.name.onOneLine
        let words = phrases.choose("Time with \(name)", "和\(name)见面")
        return [
            milestone(begins, words, remark: detail.visit.mode.name[phrases.language], until: ends, isVisit: true)
        ]
    }

    private func homeward(_ detail: VisitDetail) -> [Moment] {
        guard let trip = detail.visit.trip else { return [] }
        return legs(trip.homeward, detail, after: nil)
            + [milestone(trip.isHome, phrases.choose("Home again", "回到家"))]
    }

    /// What the others on the journey do meanwhile, in sessions without this household.
    private var waits: [Moment] {
        let own = Set(details.compactMap(\.visit.session))
        var seen: Set<Identifier<Session>> = []
        let others = (details[0].visit.trip?.shared?.meetings ?? []).filter { meeting in
            !own.contains(meeting.session) && seen.insert(meeting.session).inserted
        }
        return others.map { meeting in
            let prison = (details[0].prisonNames[meeting.prison]?[phrases.language] ?? meeting.prison.text).onOneLine
            return milestone(
                meeting.begins,
                phrases.choose("Others on the journey have their visit at \(prison)", "同行的其他孩子在\(prison)会见"),
                until: meeting.ends)
        }
    }
}
