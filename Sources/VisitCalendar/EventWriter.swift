import VisitModel

/// Writes the entries of one visit: the visit itself, and for those who travel the ways there and back.
struct EventWriter {
    private let options: CalendarOptions
    private let words: Wording
    private let descriptions: DescriptionWriter
    private let places: PlaceWriter
    private let invitation: Invitation?

    /// - Parameter invitation: who invites whom, where the entry goes to one person by a message.
    init(_ options: CalendarOptions, invitation: Invitation? = nil) {
        self.options = options
        self.invitation = invitation
        words = Wording.of(options.language)
        descriptions = DescriptionWriter(options: options, words: words)
        places = PlaceWriter(options: options, words: words)
    }

    /// Writes all entries of the visit. Its wall-clock times are those of `zone`, the prison's.
    func write(
        _ detail: VisitDetail, _ share: JourneyShares.Share, _ zone: ZoneComponent, into lines: inout ContentLines
    ) {
        writeVisit(detail, share, zone, into: &lines)
        guard options.perspective.travels else { return }
        if let way = share.outbound { writeJourney(way, detail, zone, isOutbound: true, into: &lines) }
        if let way = share.homeward { writeJourney(way, detail, zone, isOutbound: false, into: &lines) }
    }

    /// Writes the entry of the visit alone.
    func writeVisit(
        _ detail: VisitDetail, _ share: JourneyShares.Share, _ zone: ZoneComponent, into lines: inout ContentLines
    ) {
        let visit = detail.visit
        lines.line("BEGIN:VEVENT")
        lines.raw("UID:")
        writeIdentifier(of: visit, into: &lines)
        lines.revision(detail.changed, visit.sequence)
        invitation?.write(into: &lines)
        if let begins = visit.begins, let ends = visit.ends {
            writeTimes(begins, ends, zone, into: &lines)
        } else {
            lines.raw("DTSTART;VALUE=DATE:")
            lines.date(visit.date)
            lines.end()
        }
        writeStatus(of: visit, into: &lines)
        lines.raw("SUMMARY:")
        writeSummary(detail, into: &lines)
        lines.end()
        places.write(detail, into: &lines)
        descriptions.write(detail, into: &lines)
        lines.raw("CATEGORIES:")
        lines.raw(words.visit)
        lines.end()
        writeColour(of: visit, into: &lines)
        if options.perspective.travels { writeAlarms(detail, share, zone, into: &lines) }
        lines.line("END:VEVENT")
    }

    private func writeJourney(
        _ journey: Journey, _ detail: VisitDetail, _ zone: ZoneComponent, isOutbound: Bool,
        into lines: inout ContentLines
    ) {
        let visit = detail.visit
        lines.line("BEGIN:VEVENT")
        lines.raw("UID:")
        lines.text(visit.id.text)
        // The visit's identifier under a name of its own: derived, stable, and never that of another visit.
        lines.raw(isOutbound ? "@out.visitd" : "@home.visitd")
        lines.end()
        lines.revision(detail.changed, visit.sequence)
        writeTimes(journey.departs, journey.arrives, zone, into: &lines)
        writeStatus(of: visit, into: &lines)
        lines.raw("RELATED-TO:")
        writeIdentifier(of: visit, into: &lines)
        lines.raw("SUMMARY:")
        lines.raw(isOutbound ? words.wayThere : words.wayHome)
        let goal = detail.videoSite.map { detail.placeNames[$0]?[options.language] ?? $0.text }
        lines.text(
            isOutbound
                ? goal ?? detail.prison.name[options.language] : detail.householdPlace.name[options.language])
        writeMark(of: visit, into: &lines)
        lines.end()
        lines.raw("LOCATION:")
        if isOutbound {
            lines.text(detail.householdPlace.name[options.language])
        } else {
            places.writePrison(detail, into: &lines)
        }
        lines.end()
        descriptions.write(journey, detail, into: &lines)
        lines.raw("CATEGORIES:")
        lines.raw(words.journey)
        lines.end()
        if visit.status.holdsTable { lines.line("COLOR:steelblue") }
        lines.line("END:VEVENT")
    }

    /// The visit's UID and the end of its line.
    private func writeIdentifier(of visit: Visit, into lines: inout ContentLines) {
        lines.text(visit.id.text)
        lines.raw("@visitd")
        lines.end()
    }

    /// Begin and end, local to the prison. An entry without length has no end (RFC 5545, section 3.6.1), nor has one
    /// that begins in an hour that the clocks skip and would end before that.
    private func writeTimes(
        _ begins: CivilTime, _ ends: CivilTime, _ zone: ZoneComponent, into lines: inout ContentLines
    ) {
        lines.raw("DTSTART")
        lines.raw(zone.parameter)
        lines.dateTime(begins)
        lines.end()
        guard zone.minutes(from: begins, to: ends) > 0 else { return }
        lines.raw("DTEND")
        lines.raw(zone.parameter)
        lines.dateTime(ends)
        lines.end()
    }

    private func writeStatus(of visit: Visit, into lines: inout ContentLines) {
        if visit.status.isOpen {
            lines.line("STATUS:TENTATIVE")
            lines.line("TRANSP:OPAQUE")
        } else if visit.status.isAgreed {
            lines.line("STATUS:CONFIRMED")
            lines.line("TRANSP:OPAQUE")
        } else {
            lines.line("STATUS:CANCELLED")
            lines.line("TRANSP:TRANSPARENT")
        }
    }

    /// A colour by name (RFC 7986, section 5.9): what is agreed differs at a glance from what is not.
    private func writeColour(of visit: Visit, into lines: inout ContentLines) {
        lines.line(
            visit.status.isOpen ? "COLOR:goldenrod" : visit.status.isAgreed ? "COLOR:seagreen" : "COLOR:darkgray")
    }

    private func writeSummary(_ detail: VisitDetail, into lines: inout ContentLines) {
        switch options.perspective {
        case .household, .child, .escort, .home:
            writeTitle(detail, into: &lines)
            if options.perspective.mixesHouseholds {
                lines.raw(words.dash)
                lines.text(options.showsNames ? detail.household.name : detail.household.id.text)
            }
            guard options.showsNames else { break }
            lines.raw(words.colon)
            writeChildren(detail, into: &lines)
        case .prison:
            lines.raw(words.visitTo)
            lines.text(options.showsNames ? detail.prisoner.name : detail.prisoner.id.text)
            guard options.showsNames else { break }
            lines.raw(words.colon)
            writeChildren(detail, into: &lines)
        case .prisoner:
            lines.raw(words.visitBy(detail.visit.mode))
            writeChildren(detail, into: &lines)
        }
        writeMark(of: detail.visit, into: &lines)
    }

    /// The children who go, by name or by identifier.
    private func writeChildren(_ detail: VisitDetail, into lines: inout ContentLines) {
        for (position, child) in detail.children.enumerated() {
            if position > 0 { lines.raw(words.comma) }
            lines.text(options.showsNames ? child.name : child.id.text)
        }
    }

    /// What a household calls the visit, by its form and its prison.
    private func writeTitle(_ detail: VisitDetail, into lines: inout ContentLines) {
        lines.raw(words.title(of: detail.visit.mode))
        lines.text(detail.prison.name[options.language])
    }

    /// Says in words what many calendar programs do not show: that a visit is not certain, or does not take place.
    private func writeMark(of visit: Visit, into lines: inout ContentLines) {
        guard !visit.status.isAgreed else { return }
        lines.raw(words.openBracket)
        lines.text(visit.status.name[options.language])
        lines.raw(words.closeBracket)
    }

    /// One alarm a day before, one when it is time to leave home.
    private func writeAlarms(
        _ detail: VisitDetail, _ share: JourneyShares.Share, _ zone: ZoneComponent, into lines: inout ContentLines
    ) {
        let visit = detail.visit
        guard let begins = visit.begins else { return }
        guard visit.status.isAhead else { return }
        lines.line("BEGIN:VALARM")
        lines.line("ACTION:DISPLAY")
        lines.line("TRIGGER:-P1D")
        lines.raw("DESCRIPTION:")
        lines.raw(words.tomorrow)
        writeTitle(detail, into: &lines)
        lines.end()
        lines.line("END:VALARM")
        guard let trip = visit.trip, share.begins else { return }
        lines.line("BEGIN:VALARM")
        lines.line("ACTION:DISPLAY")
        lines.raw("TRIGGER:")
        lines.duration(zone.minutes(from: begins, to: trip.leavesHome))
        lines.end()
        lines.raw("DESCRIPTION:")
        lines.raw(words.leaveNow)
        lines.text(detail.prison.name[options.language])
        lines.end()
        lines.line("END:VALARM")
    }
}

extension Mode {
    /// Whether the children go to the prison for it.
    var isAtThePrison: Bool {
        switch self {
        case .contact, .table, .glass, .familyRoom, .childDay, .holidayStay: true
        case .video, .call: false
        }
    }
}
