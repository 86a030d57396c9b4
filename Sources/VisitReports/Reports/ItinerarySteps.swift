import VisitModel

/// The day of a visit step by step: leaving, each leg, the gate, the visit, the way home.
struct ItinerarySteps {
    let detail: VisitDetail
    let phrases: Phrases

    private var visit: Visit { detail.visit }

    /// The steps in order, each with its day where that differs from the day of the step before it.
    var steps: [ItineraryCard.Step] {
        let moments = outbound + gate + meeting + homeward
        var before = visit.date
        return moments.map { moment in
            defer { before = moment.begins.day }
            var step = moment.step
            step.day = moment.begins.day == before ? nil : phrases.date(moment.begins.day)
            return step
        }
    }

    private struct Moment {
        var begins: CivilTime
        var step: ItineraryCard.Step
    }

    private func milestone(_ time: CivilTime, _ words: String, remark: String? = nil, until: CivilTime? = nil) -> Moment
    {
        let clock = until.map { "\(time.clock)–\($0.clock)" } ?? "\(time.clock)"
        return Moment(
            begins: time,
            step: .init(day: nil, time: clock, words: words, remark: remark, isMilestone: true, isVisit: until != nil))
    }

    private func legs(_ journey: Journey) -> [Moment] {
        let words = LegSentences(placeNames: detail.placeNames, phrases: phrases)
        // Where single legs are marked, the others are by timetable.
        let marksLegs = journey.legs.contains(where: \.isEstimated)
        return journey.legs.map { leg in
            Moment(
                begins: leg.depart,
                step: .init(
                    day: nil, time: "\(leg.depart.clock)–\(leg.arrive.clock)", words: words.capitalisedRoute(leg),
                    remark: (marksLegs ? leg.isEstimated : journey.isEstimated)
                        ? phrases.choose("estimate", "估算") : nil, isMilestone: false,
                    isVisit: false))
        }
    }

    private var outbound: [Moment] {
        guard let trip = visit.trip else { return [] }
        return [milestone(trip.leavesHome, phrases.choose("Leave home", "从家出发"))] + legs(trip.outbound)
    }

    private var gate: [Moment] {
        guard visit.mode.isAtPrison, let begins = visit.begins else { return [] }
        let deadline = begins - detail.prison.checkIn
        let atGate = phrases.choose("Be at the prison gate", "到监狱门口")
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

    private var meeting: [Moment] {
        guard let begins = visit.begins, let ends = visit.ends else { return [] }
        let name = detail.prisoner.name.onOneLine
        let words = phrases.choose("Time with \(name)", "和\(name)见面")
        return [milestone(begins, words, remark: visit.mode.name[phrases.language], until: ends)]
    }

    private var homeward: [Moment] {
        guard let trip = visit.trip else { return [] }
        return legs(trip.homeward) + [milestone(trip.isHome, phrases.choose("Home again", "回到家"))]
    }
}
