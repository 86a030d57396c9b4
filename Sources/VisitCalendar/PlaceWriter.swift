import VisitModel

/// Writes where a visit is.
struct PlaceWriter {
    let options: CalendarOptions
    let words: Wording

    /// Where to go; nothing for those who do not have to go to the prison. A point on the map is given where it is the
    /// prison's own.
    func write(_ detail: VisitDetail, into lines: inout ContentLines) {
        if options.perspective.travels, let site = detail.videoSite {
            lines.raw("LOCATION:")
            lines.text(detail.placeNames[site]?[options.language] ?? site.text)
            lines.end()
            return
        }
        guard !options.perspective.travels || detail.visit.mode.isAtThePrison else { return }
        lines.raw("LOCATION:")
        writePrison(detail, into: &lines)
        lines.end()
        guard detail.prisonPlace.precision == .site, let point = detail.prisonPlace.coordinate else { return }
        lines.raw("GEO:")
        write(point, separatedBy: ";", into: &lines)
        lines.end()
        writeStructured(detail, point, into: &lines)
    }

    /// The place as Apple's calendars want it, so that they compute when to leave; other programs pass it over.
    private func writeStructured(_ detail: VisitDetail, _ point: Coordinate, into lines: inout ContentLines) {
        lines.raw("X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-APPLE-RADIUS=100;X-TITLE=\"")
        lines.parameter(detail.prison.name[options.language])
        lines.raw("\":geo:")
        write(point, separatedBy: ",", into: &lines)
        lines.end()
    }

    /// The prison's name and city: what finds it on a map.
    func writePrison(_ detail: VisitDetail, into lines: inout ContentLines) {
        lines.text(detail.prison.name[options.language])
        lines.raw(words.comma)
        lines.text(detail.prisonPlace.name[options.language])
    }

    private func write(_ point: Coordinate, separatedBy separator: StaticString, into lines: inout ContentLines) {
        write(degrees: point.latitude, into: &lines)
        lines.raw(separator)
        write(degrees: point.longitude, into: &lines)
    }

    /// Degrees with six decimals (RFC 5545, section 3.8.1.6).
    private func write(degrees: Double, into lines: inout ContentLines) {
        let millionths = Int((degrees * 1_000_000).rounded())
        if millionths < 0 { lines.raw("-") }
        let (whole, rest) = Int(millionths.magnitude).quotientAndRemainder(dividingBy: 1_000_000)
        lines.number(whole)
        lines.raw(".")
        lines.number(rest, digits: 6)
    }
}
