import VisitModel

/// Writes the text below an entry: what those who go need to know.
struct DescriptionWriter {
    let options: CalendarOptions
    let words: Wording

    /// The text of a visit.
    func write(_ detail: VisitDetail, into lines: inout ContentLines) {
        let visit = detail.visit
        lines.raw("DESCRIPTION:")
        writeFact(words.status, visit.status.name, into: &lines)
        if options.perspective == .household, let trip = visit.trip { writeTrip(trip, visit, into: &lines) }
        lines.newline()
        writeVisit(visit, into: &lines)
        lines.newline()
        writeParty(detail, into: &lines)
        if !visit.documents.isEmpty {
            lines.newline()
            lines.text(options.perspective == .household ? words.bring : words.papers)
            for (position, paper) in visit.documents.enumerated() {
                if position > 0 { lines.text(words.semicolon) }
                lines.text(paper.name[options.language])
            }
        }
        for (position, reason) in visit.reasons.enumerated() {
            if position == 0 {
                lines.newline()
                lines.text(words.because)
            } else {
                lines.text(words.space)
            }
            lines.text(reason[options.language])
        }
        if options.perspective == .household { writeAdvice(detail, into: &lines) }
        lines.end()
    }

    /// The text of a way there or back: its legs.
    func write(_ journey: Journey, _ detail: VisitDetail, into lines: inout ContentLines) {
        lines.raw("DESCRIPTION:")
        for (position, leg) in journey.legs.enumerated() {
            if position > 0 { lines.newline() }
            writeTime(leg.depart, unlessOn: journey.departs.day, into: &lines)
            lines.raw(" ")
            write(place: leg.from, detail, into: &lines)
            lines.raw(" – ")
            writeTime(leg.arrive, unlessOn: journey.departs.day, into: &lines)
            lines.raw(" ")
            write(place: leg.to, detail, into: &lines)
            lines.text(words.openBracket)
            lines.text(words.name(of: leg.mode))
            if let route = leg.route {
                lines.raw(" ")
                lines.text(route)
            }
            lines.text(words.closeBracket)
        }
        if journey.isEstimated {
            lines.newline()
            lines.text(words.estimate)
        }
        lines.end()
    }

    private func writeFact(_ label: String, _ value: BilingualText, into lines: inout ContentLines) {
        lines.text(label)
        lines.text(value[options.language])
    }

    private func writeTrip(_ trip: Trip, _ visit: Visit, into lines: inout ContentLines) {
        lines.newline()
        lines.text(words.leaveHome)
        writeTime(trip.leavesHome, unlessOn: visit.date, into: &lines)
        lines.newline()
        lines.text(words.atTheGate)
        writeTime(trip.arrives, unlessOn: visit.date, into: &lines)
        lines.newline()
        lines.text(words.homeAgain)
        writeTime(trip.isHome, unlessOn: visit.date, into: &lines)
        if trip.nights > 0 {
            lines.newline()
            lines.text(words.nights)
            lines.number(trip.nights)
        }
        if trip.isEstimated {
            lines.newline()
            lines.text(words.estimate)
        }
    }

    /// When they meet and how: `09:30–10:00, at a table`.
    private func writeVisit(_ visit: Visit, into lines: inout ContentLines) {
        lines.text(words.meeting)
        if let begins = visit.begins, let ends = visit.ends {
            writeTime(begins, unlessOn: visit.date, into: &lines)
            lines.raw("–")
            writeTime(ends, unlessOn: visit.date, into: &lines)
            lines.text(words.comma)
        }
        lines.text(visit.mode.name[options.language])
    }

    /// Who goes, by name or by identifier.
    private func writeParty(_ detail: VisitDetail, into lines: inout ContentLines) {
        lines.text(words.party)
        for (position, child) in detail.children.enumerated() {
            if position > 0 { lines.text(words.comma) }
            lines.text(options.showsNames ? child.name : child.id.text)
        }
        guard let companion = detail.visit.companion else { return }
        lines.text(words.semicolon)
        let identifier: String
        switch companion {
        case .guardian(let guardian):
            lines.text(words.guardian)
            identifier = guardian.text
        case .escort(let escort):
            lines.text(words.escort)
            identifier = escort.text
        }
        guard options.showsNames, let name = detail.companionName else { return lines.text(identifier) }
        lines.text(name)
        guard let phone = detail.companionPhone else { return }
        lines.text(words.comma)
        lines.text(phone)
    }

    private func writeAdvice(_ detail: VisitDetail, into lines: inout ContentLines) {
        if detail.prisonPlace.precision != .site {
            lines.newline()
            lines.text(words.cityOnly)
        }
        guard let phone = detail.prison.phone else { return }
        lines.newline()
        lines.text(words.phone)
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

    private func write(place: Identifier<Place>, _ detail: VisitDetail, into lines: inout ContentLines) {
        lines.text(detail.placeNames[place]?[options.language] ?? place.text)
    }
}
