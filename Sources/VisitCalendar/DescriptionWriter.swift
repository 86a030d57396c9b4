import VisitModel

/// Writes the text below an entry: what those who go need to know.
struct DescriptionWriter {
    let options: CalendarOptions
    let words: Wording

    /// The text of a visit. Of one that does not take place it says no more than that.
    func write(_ detail: VisitDetail, into lines: inout ContentLines) {
        let visit = detail.visit
        let isForTravellers = options.perspective.travels && visit.status.holdsTable
        lines.raw("DESCRIPTION:")
        lines.raw(words.status)
        lines.text(visit.status.name[options.language])
        writeFlags(detail.flags, into: &lines)
        if isForTravellers, let trip = visit.trip {
            writeTrip(trip, detail, into: &lines)
            writeShared(trip, detail, into: &lines)
        }
        lines.newline()
        writeVisit(visit, into: &lines)
        lines.newline()
        writeParty(detail, into: &lines)
        if visit.status.holdsTable, options.perspective != .prisoner { writePapers(visit.documents, into: &lines) }
        if isForTravellers {
            writeReasons(visit.reasons, into: &lines)
            writeAdvice(detail, into: &lines)
        }
        lines.end()
    }

    /// What does not hold, before everything that rests on it, and what somebody has let pass; why they did may name people.
    private func writeFlags(_ flags: [VisitFlag], into lines: inout ContentLines) {
        for flag in flags {
            lines.newline()
            lines.raw(flag.waiver == nil ? words.doesNotHold : words.letPass)
            lines.text(flag.code.name[options.language])
        }
    }

    private func writePapers(_ papers: [Paper], into lines: inout ContentLines) {
        guard !papers.isEmpty else { return }
        lines.newline()
        lines.raw(options.perspective.travels ? words.bring : words.papers)
        for (position, paper) in papers.enumerated() {
            if position > 0 { lines.raw(words.semicolon) }
            lines.text(paper.name[options.language])
        }
    }

    private func writeReasons(_ reasons: [BilingualText], into lines: inout ContentLines) {
        guard !reasons.isEmpty else { return }
        lines.newline()
        lines.raw(words.because)
        for (position, reason) in reasons.enumerated() {
            if position > 0 { lines.raw(words.space) }
            lines.text(reason[options.language])
        }
    }

    /// The text of a way there or back: its legs.
    func write(_ journey: Journey, _ detail: VisitDetail, into lines: inout ContentLines) {
        lines.raw("DESCRIPTION:")
        for (position, leg) in journey.legs.enumerated() {
            if position > 0 { lines.newline() }
            writeTime(leg.depart, unlessOn: journey.departs.day, into: &lines)
            lines.raw(" ")
            write(place: leg.from, named: leg.fromName, detail, into: &lines)
            lines.raw(" – ")
            writeTime(leg.arrive, unlessOn: journey.departs.day, into: &lines)
            lines.raw(" ")
            write(place: leg.to, named: leg.toName, detail, into: &lines)
            lines.raw(words.openBracket)
            lines.raw(words.name(of: leg.mode))
            if let route = leg.route {
                lines.raw(" ")
                lines.text(route)
            }
            lines.raw(words.closeBracket)
        }
        if journey.isEstimated {
            lines.newline()
            lines.raw(words.estimate)
        }
        lines.end()
    }

    /// The sessions to which the same journey leads besides.
    private func writeShared(_ trip: Trip, _ detail: VisitDetail, into lines: inout ContentLines) {
        var told: Set<Identifier<Session>> = []
        for meeting in trip.shared?.others(than: detail.visit) ?? []
        where meeting.session != detail.visit.session && told.insert(meeting.session).inserted {
            lines.newline()
            lines.raw(words.sameJourney)
            writeTime(meeting.begins, unlessOn: detail.visit.date, into: &lines)
            lines.raw(words.comma)
            lines.text(detail.prisonNames[meeting.prison]?[options.language] ?? meeting.prison.text)
        }
    }

    private func writeTrip(_ trip: Trip, _ detail: VisitDetail, into lines: inout ContentLines) {
        let visit = detail.visit
        lines.newline()
        lines.raw(words.leaveHome)
        writeTime(trip.leavesHome, unlessOn: visit.date, into: &lines)
        lines.newline()
        lines.raw(detail.videoSite == nil ? words.atTheGate : words.atTheSite)
        writeTime(trip.arrives, unlessOn: visit.date, into: &lines)
        lines.newline()
        lines.raw(words.homeAgain)
        writeTime(trip.isHome, unlessOn: visit.date, into: &lines)
        if trip.nights > 0 {
            lines.newline()
            lines.raw(words.nights)
            lines.number(trip.nights)
        }
        if trip.isEstimated {
            lines.newline()
            lines.raw(words.estimate)
        }
    }

    /// When they meet and how: `09:30–10:00, at a table`.
    private func writeVisit(_ visit: Visit, into lines: inout ContentLines) {
        lines.raw(words.meeting)
        if let begins = visit.begins, let ends = visit.ends {
            writeTime(begins, unlessOn: visit.date, into: &lines)
            lines.raw("–")
            writeTime(ends, unlessOn: visit.date, into: &lines)
            lines.raw(words.comma)
        }
        lines.text(visit.mode.name[options.language])
    }

    /// Who goes, by name or by identifier.
    private func writeParty(_ detail: VisitDetail, into lines: inout ContentLines) {
        lines.raw(words.party)
        for (position, child) in detail.children.enumerated() {
            if position > 0 { lines.raw(words.comma) }
            lines.text(options.showsNames ? child.name : child.id.text)
        }
        for (position, companion) in detail.visit.adults.enumerated() {
            // People whose name is not known are shown by identifier.
            let adult = detail.adults.indices.contains(position) ? detail.adults[position] : nil
            write(companion, adult, into: &lines)
        }
    }

    private func write(
        _ companion: Visit.Companion, _ adult: VisitDetail.Adult?, into lines: inout ContentLines
    ) {
        lines.raw(words.semicolon)
        let identifier: String
        switch companion {
        case .guardian(let guardian):
            lines.raw(words.guardian)
            identifier = guardian.text
        case .escort(let escort):
            lines.raw(words.escort)
            identifier = escort.text
        }
        guard options.showsNames, let adult else { return lines.text(identifier) }
        lines.text(adult.name)
        guard options.perspective != .prisoner, let phone = adult.phone else { return }
        lines.raw(words.comma)
        lines.text(phone)
    }

    private func writeAdvice(_ detail: VisitDetail, into lines: inout ContentLines) {
        if detail.prisonPlace.precision != .site, detail.visit.mode.isAtThePrison {
            lines.newline()
            lines.raw(words.cityOnly)
        }
        guard let phone = detail.prison.phone else { return }
        lines.newline()
        lines.raw(words.phone)
        lines.text(phone)
    }

    /// A time of day, with its date where that is not the expected one.
    private func writeTime(_ time: CivilTime, unlessOn day: Day, into lines: inout ContentLines) {
        if time.day != day {
            lines.isoDate(time.day)
            lines.raw(" ")
        }
        lines.clock(time.clock)
    }

    /// A stop has the name that its timetable gives it, a place that of the register.
    private func write(
        place: Identifier<Place>, named name: String? = nil, _ detail: VisitDetail, into lines: inout ContentLines
    ) {
        lines.text(name ?? detail.placeNames[place]?[options.language] ?? place.text)
    }
}
