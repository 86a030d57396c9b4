import VisitModel

/// Packs the lists of a timetable into bytes: numbers seven bits to a byte, the lowest first (LEB128), signed ones folded
/// (zigzag), texts with their length before them.
struct TimetableWriter {
    /// The number that stands first. Another way of packing has another one.
    static let format: UInt8 = 1

    private(set) var bytes: [UInt8] = [format]

    /// Packs all lists of `timetable`.
    mutating func write(_ timetable: Timetable) {
        list(timetable.stops) { stop, writer in
            writer.text(stop.id)
            writer.text(stop.name)
            writer.degrees(stop.coordinate.latitude)
            writer.degrees(stop.coordinate.longitude)
            writer.number(stop.station.map { $0 + 1 } ?? 0)
            writer.optionalText(stop.platform)
            writer.flag(stop.isAccessible)
        }
        list(timetable.lines) { line, writer in
            writer.text(line.name)
            writer.text(line.mode.rawValue)
            writer.number(line.fare.map { $0.count + 1 } ?? 0)
        }
        list(timetable.services) { service, writer in
            writer.signed(service.first.number)
            writer.number(service.count)
            for word in service.words { writer.word(word) }
        }
        list(timetable.trips) { trip, writer in writer.write(trip) }
        write(timetable.calls)
        list(timetable.links) { link, writer in
            writer.number(link.from)
            writer.number(link.to)
            writer.number(link.minutes.map { $0.count + 1 } ?? 0)
        }
    }

    private mutating func write(_ trip: Timetable.Trip) {
        text(trip.id)
        optionalText(trip.number)
        number(trip.line)
        number(trip.service)
        number(trip.calls.lowerBound)
        number(trip.calls.count)
        flag(trip.isAccessible)
        number(trip.isApproximate ? 1 : 0)
    }

    /// Calls by their difference to the one before: most fit four bytes.
    private mutating func write(_ calls: [Timetable.Call]) {
        number(calls.count)
        var (stop, clock) = (0, 0)
        for call in calls {
            signed(Int(call.stop) - stop)
            signed(Int(call.arrives) - clock)
            signed(Int(call.departs) - Int(call.arrives))
            bytes.append((call.boards ? 1 : 0) | (call.alights ? 2 : 0))
            (stop, clock) = (Int(call.stop), Int(call.departs))
        }
    }

    private mutating func list<Element>(
        _ elements: [Element], _ write: (Element, inout TimetableWriter) -> Void
    ) {
        number(elements.count)
        for element in elements { write(element, &self) }
    }

    private mutating func number(_ value: Int) { word(UInt64(bitPattern: Int64(value))) }

    private mutating func signed(_ value: Int) {
        word(UInt64(bitPattern: Int64(value << 1) ^ Int64(value >> (Int.bitWidth - 1))))
    }

    private mutating func word(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    private mutating func text(_ text: String) {
        number(text.utf8.count)
        bytes += text.utf8
    }

    private mutating func optionalText(_ text: String?) {
        number(text == nil ? 0 : 1)
        if let text { self.text(text) }
    }

    private mutating func degrees(_ value: Double) { word(value.bitPattern) }

    private mutating func flag(_ value: Bool?) { number(value.map { $0 ? 2 : 1 } ?? 0) }
}
