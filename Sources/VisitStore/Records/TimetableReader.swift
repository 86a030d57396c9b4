import VisitModel

/// Unpacks what `TimetableWriter` packed. Bytes that were damaged give nil, never a position outside a list.
struct TimetableReader {
    private let bytes: [UInt8]
    private var at = 0

    /// What the bytes hold instead of what is expected.
    private struct Damage: Error {}

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The timetable with these facts and the packed lists; nil where the bytes are damaged.
    mutating func read(
        id: Identifier<Timetable>, publisher: String, zone: String, _ validity: DayRange, _ currency: String?
    ) -> Timetable? {
        do {
            guard try byte() == TimetableWriter.format else { return nil }
            let (stops, lines, services) = (
                try list { try $0.stop() }, try list { try $0.line() }, try list { try $0.service() }
            )
            let (trips, calls) = (try list { try $0.trip() }, try calls())
            let links = try list { reader in
                Timetable.Link(
                    from: try reader.number(), to: try reader.number(),
                    minutes: try reader.offByOne().map { Minutes($0) })
            }
            let timetable = Timetable(
                id: id, publisher: publisher, zone: zone, validity: validity, currency: currency, stops: stops,
                lines: lines, services: services, trips: trips, calls: calls, links: links)
            return at == bytes.count && Self.isWhole(timetable) ? timetable : nil
        } catch {
            return nil
        }
    }

    /// Whether every position points into its list.
    private static func isWhole(_ timetable: Timetable) -> Bool {
        let stops = timetable.stops.indices
        return timetable.stops.allSatisfy { $0.station.map(stops.contains) ?? true }
            && timetable.trips.allSatisfy { trip in
                timetable.lines.indices.contains(trip.line) && timetable.services.indices.contains(trip.service)
                    && trip.calls.upperBound <= timetable.calls.count && trip.calls.count >= 2
            }
            && timetable.calls.allSatisfy { stops.contains(Int($0.stop)) }
            && timetable.links.allSatisfy { stops.contains($0.from) && stops.contains($0.to) }
    }

    private mutating func stop() throws -> Timetable.Stop {
        let (id, name) = (try text(), try text())
        let (latitude, longitude) = (Double(bitPattern: try word()), Double(bitPattern: try word()))
        guard let coordinate = Coordinate(latitude: latitude, longitude: longitude) else { throw Damage() }
        return Timetable.Stop(
            id: id, name: name, coordinate: coordinate, station: try offByOne(), platform: try optionalText(),
            isAccessible: try flag())
    }

    private mutating func line() throws -> Timetable.Line {
        let (name, word) = (try text(), try text())
        guard let mode = Journey.Leg.Mode(rawValue: word) else { throw Damage() }
        return Timetable.Line(name: name, mode: mode, fare: try offByOne().map { Cents($0) })
    }

    private mutating func service() throws -> ServiceDays {
        let (first, count) = (Day(number: try signed()), try number())
        guard count <= 64 * bytes.count else { throw Damage() }
        var words: [UInt64] = []
        for _ in 0..<((count + 63) / 64) { words.append(try word()) }
        guard let days = ServiceDays(first: first, count: count, words: words) else { throw Damage() }
        return days
    }

    private mutating func trip() throws -> Timetable.Trip {
        let (id, number) = (try text(), try optionalText())
        let (line, service, first, count) = (
            try self.number(), try self.number(), try self.number(), try self.number()
        )
        return Timetable.Trip(
            id: id, number: number, line: line, service: service, calls: first..<(first + count),
            isAccessible: try flag(), isApproximate: try self.number() == 1)
    }

    private mutating func calls() throws -> [Timetable.Call] {
        let count = try number()
        guard count <= bytes.count else { throw Damage() }
        var calls: [Timetable.Call] = []
        calls.reserveCapacity(count)
        var (stop, clock) = (0, 0)
        for _ in 0..<count {
            stop &+= try signed()
            let arrives = clock &+ (try signed())
            clock = arrives &+ (try signed())
            let flags = try byte()
            guard let at = Int32(exactly: stop), let from = Int16(exactly: arrives), let to = Int16(exactly: clock)
            else { throw Damage() }
            calls.append(
                Timetable.Call(
                    stop: at, arrives: from, departs: to, boards: flags & 1 != 0, alights: flags & 2 != 0))
        }
        return calls
    }

    private mutating func list<Element>(
        _ element: (inout TimetableReader) throws -> Element
    ) throws -> [Element] {
        let count = try number()
        // Every element takes a byte at least: a greater number is damage, not a reason to fill the memory.
        guard count <= bytes.count - at else { throw Damage() }
        var elements: [Element] = []
        elements.reserveCapacity(count)
        for _ in 0..<count { elements.append(try element(&self)) }
        return elements
    }

    private mutating func byte() throws -> UInt8 {
        guard at < bytes.count else { throw Damage() }
        defer { at += 1 }
        return bytes[at]
    }

    private mutating func word() throws -> UInt64 {
        var (value, shift): (UInt64, UInt64) = (0, 0)
        while shift < 64 {
            let byte = try byte()
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
        throw Damage()
    }

    /// A number that counts or points; small enough to be added to another.
    private mutating func number() throws -> Int {
        guard let value = Int32(exactly: try word()) else { throw Damage() }
        return Int(value)
    }

    private mutating func signed() throws -> Int {
        let value = try word()
        return Int(truncatingIfNeeded: value >> 1) ^ -Int(truncatingIfNeeded: value & 1)
    }

    private mutating func offByOne() throws -> Int? {
        let value = try number()
        return value == 0 ? nil : value - 1
    }

    private mutating func text() throws -> String {
        let length = try number()
        guard length >= 0, length <= bytes.count - at else { throw Damage() }
        defer { at += length }
        return String(decoding: bytes[at..<(at + length)], as: UTF8.self)
    }

    private mutating func optionalText() throws -> String? { try number() == 0 ? nil : try text() }

    private mutating func flag() throws -> Bool? {
        let value = try number()
        return value == 0 ? nil : value == 2
    }
}
