import Testing
import VisitFormats
import VisitModel
import VisitReports

@Suite("Journeys by timetable, told")
struct TravelAdviceTests {
    private static func at(_ hour: Int, _ minute: Int) -> CivilTime {
        CivilTime(minuteNumber: 20_790 * 1440 + hour * 60 + minute)
    }

    private static func train(_ number: String, _ from: CivilTime, _ to: CivilTime, _ cents: Cents) -> Journey {
        var ride = Journey.Leg(
            mode: .rail, from: "feed/A", to: "feed/B", depart: from, arrive: to, route: number, trip: number)
        (ride.fromName, ride.toName) = ("Old Town", "New Town (2)")
        let walk = Journey.Leg(
            mode: .walk, from: "feed/B", to: "gate", depart: to, arrive: to + 9, isEstimated: true)
        return Journey(legs: [ride, walk], cents: cents, isEstimated: true)
    }

    private static let fast = train("G1", at(8, 0), at(9, 0), 9000)
    private static let slow = train("D3", at(6, 0), at(9, 10), 5000)

    private static func text(_ language: Language) -> String {
        TravelText(
            date: Day(number: 20_790), outbound: [fast, slow], homeward: [],
            ifMissed: (
                [
                    [MissedConnection(route: "G1", stop: "Old Town", next: train("G5", at(8, 30), at(9, 30), 9000))],
                    [MissedConnection(route: "D3", stop: "Old Town", next: nil)],
                ], []
            ), placeNames: ["gate": BilingualText(en: "Prison", zh: "监狱")], language: language
        ).text
    }

    @Test("the fastest and the cheapest way are named, estimated legs marked, and the next train told")
    func english() {
        let lines = Self.text(.english).split(separator: "\n").map(String.init)
        #expect(lines.contains { $0.contains("CNY 90") && $0.hasSuffix("fastest") })
        #expect(lines.contains { $0.contains("CNY 50") && $0.hasSuffix("cheapest") })
        #expect(lines.contains { $0.contains("train G1 from Old Town to New Town (2)") && !$0.contains("estimated") })
        #expect(lines.contains { $0.contains("to Prison") && $0.contains("estimated") })
        #expect(lines.contains { $0.contains("If G1 at Old Town is missed: 08:30 with G5, there at 09:39.") })
        #expect(lines.contains { $0.contains("If D3 at Old Town is missed: no other way on that day.") })
    }

    @Test("so in Chinese")
    func chinese() {
        let text = Self.text(.chinese)
        #expect(text.contains("最快"))
        #expect(text.contains("最省"))
        #expect(text.contains("如错过Old Town的G1：改乘08:30的G5，09:39到。"))
    }

    @Test("the document says the same")
    func document() {
        let json = TravelDocument(
            date: Day(number: 20_790), outbound: [Self.fast], homeward: [Self.slow],
            ifMissed: ([[MissedConnection(route: "G1", stop: "Old Town", next: nil)]], [])
        ).json.text(pretty: false)
        #expect(
            json.contains(
                #""ifMissed":[{"route":"G1","stop":"Old Town","nextRoute":null,"depart":null,"arrive":null}]"#))
        #expect(json.contains(#""fromName":"Old Town","toName":"New Town (2)""#))
        #expect(json.contains(#""boardings":1"#))
    }
}
