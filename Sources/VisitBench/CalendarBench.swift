import ArgumentParser
import Foundation
import VisitCalendar
import VisitFormats
import VisitModel

/// Measures writing calendars, beside Python's icalendar library writing events of the same fields.
struct CalendarBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calendar", abstract: "Writes calendars, beside Python's icalendar library.")

    @Option(help: "How many visits; each is three events: there, the visit, and back.")
    var visits: Int = 200_000

    @Option(help: "How many calendars they are spread over.")
    var calendars: Int = 2000

    func run() throws {
        let details = try Self.details(visits)
        let options = CalendarOptions(
            name: BilingualText(en: "Visits", zh: "会见"), language: .english, perspective: .household,
            today: WorldBench.usualDay)
        let zones = [try Zone(named: "Asia/Shanghai")]
        let share = max(1, visits / max(1, calendars))
        let (seconds, bytes) = try timed {
            var bytes = 0
            for first in stride(from: 0, to: details.count, by: share) {
                let part = Array(details[first..<min(first + share, details.count)])
                bytes += try CalendarWriter(options, zones: zones).calendar(of: part).count
            }
            return bytes
        }
        let peerEvents = 20_000
        let peer = Self.peerSeconds(events: peerEvents).map { Double(peerEvents) / $0 }
        let rate = Double(visits * 3) / seconds
        let facts: KeyValuePairs<String, JSON?> = [
            "visits": .int(visits), "calendars": .int(calendars), "bytes": .int(bytes),
            "peer": peer == nil ? "the Python library icalendar is missing" : "python icalendar",
            "peerEventsPerSecond": peer.map { .double($0.rounded()) },
        ]
        Figure(name: "calendar.events", value: rate, unit: "events/s", facts: facts).write()
        if let peer {
            Figure(name: "calendar.events-to-peer", value: rate / peer, unit: "times as fast", facts: facts).write()
        }
    }

    private static func details(_ count: Int) throws -> [VisitDetail] {
        let home = Place(id: "HOME", name: BilingualText(en: "Hefei", zh: "合肥"))
        let town = Place(id: "TOWN", name: BilingualText(en: "Suzhou", zh: "宿州"), precision: .cityCentre)
        let prison = Prison(
            id: "J1", name: BilingualText(en: "Invented Prison", zh: "虚构监狱"), jurisdiction: Jurisdiction("CN"),
            place: "TOWN", zone: "Asia/Shanghai", phone: "000-0000-0001")
        let prisoner = Prisoner(id: "I1", name: "Invented", sex: .female, prison: "J1")
        let household = Household(id: "H1", name: "Invented household", place: "HOME")
        return (0..<count).map { number in
            let date = WorldBench.usualDay + number % 84
            let begins = CivilTime(date, ClockTime(minutes: 14 * 60) ?? .midnight)
            let there = Journey.Leg(mode: .road, from: "HOME", to: "TOWN", depart: begins - 240, arrive: begins - 30)
            let back = Journey.Leg(mode: .road, from: "TOWN", to: "HOME", depart: begins + 60, arrive: begins + 270)
            let trip = Trip(
                outbound: Journey(legs: [there], cents: 9000, isEstimated: true),
                homeward: Journey(legs: [back], cents: 9000, isEstimated: true), nights: 0, cents: 18000)
            let visit = Visit(
                id: Identifier("visit-\(number)"), status: .proposed, prisoner: "I1", household: "H1",
                children: ["C1"], prison: "J1", session: Identifier("T1", on: date), date: date, start: begins.clock,
                minutes: 60, documents: [.residentIdentityCard, .householdRegister], trip: trip,
                reasons: [BilingualText(en: "There is no school that day.", zh: "当天不上学。")],
                changed: Instant(seconds: 1_795_000_000))
            let child = Child(id: "C1", name: "Invented", birthDate: date - 3000, household: "H1")
            return VisitDetail(
                visit: visit, prison: prison, prisonPlace: town, prisoner: prisoner, household: household,
                householdPlace: home, children: [child], placeNames: ["HOME": home.name, "TOWN": town.name])
        }
    }

    private static func peerSeconds(events: Int) -> Double? {
        let script = """
            import sys, datetime as d, zoneinfo
            from icalendar import Calendar, Event, Alarm
            zone = zoneinfo.ZoneInfo('Asia/Shanghai'); start = d.datetime(2026, 11, 24, 14, tzinfo=zone); out = 0
            for c in range(0, int(sys.argv[1]), 100):
                cal = Calendar(); cal.add('prodid', '-//peer//'); cal.add('version', '2.0')
                for i in range(c, c + 100):
                    e = Event(); e.add('uid', f'visit-{i}@visitd'); e.add('dtstamp', start); e.add('sequence', 0)
                    e.add('dtstart', start + d.timedelta(days=i % 84)); e.add('dtend', start + d.timedelta(days=i % 84, hours=1))
                    e.add('summary', 'Visit'); e.add('location', 'Invented Prison, Suzhou'); e.add('status', 'TENTATIVE')
                    e.add('description', 'Leave home at 10:00, be at the gate at 13:30. Bring: identity card; household register.')
                    a = Alarm(); a.add('action', 'DISPLAY'); a.add('description', 'Visit'); a.add('trigger', d.timedelta(days=-1))
                    e.add_component(a); cal.add_component(e)
                out += len(cal.to_ical())
            """
        guard Peer.seconds(of: ["python3", "-c", "import icalendar"]) != nil else { return nil }
        return Peer.seconds(of: ["python3", "-c", script, "\(events)"])
    }
}
