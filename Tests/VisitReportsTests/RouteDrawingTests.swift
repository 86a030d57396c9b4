import Testing
import VisitModel

@testable import VisitReports

@Suite("Drawings of the way")
struct RouteDrawingTests {
    private static func place(_ id: Identifier<Place>, _ latitude: Double, _ longitude: Double) -> (
        Identifier<Place>, Place
    ) {
        (
            id,
            Place(
                id: id, name: BilingualText(id.text), coordinate: Coordinate(latitude: latitude, longitude: longitude))
        )
    }

    private static let names = Beijing.placeNames

    @Test("show north above, and name every place once")
    func places() throws {
        let places = Dictionary(uniqueKeysWithValues: [
            Self.place("tianjin", 39.1, 117.2), Self.place("south", 39.86, 116.38), Self.place("daxing", 39.43, 116.23),
        ])
        let drawing = try #require(
            RouteDrawing(Beijing.trip.outbound, places: places, names: Self.names, phrases: Phrases(.english))
        ).drawing
        let circles = drawing.svg.matches(of: /<circle cx="([^"]*)" cy="([^"]*)"/).compactMap { match in
            Double(match.1).flatMap { x in Double(match.2).map { (x: x, y: $0) } }
        }
        #expect(circles.count == 3)
        #expect(circles[1].x < circles[0].x, "Beijing lies west of Tianjin")
        #expect(circles[1].y < circles[0].y, "Beijing lies north of Tianjin")
        #expect(drawing.alternative == "The way: Tianjin – Beijing South – Daxing")
        #expect(drawing.caption?.contains("km in a straight line") == true)
    }

    @Test("leave out a station that lies in its town")
    func near() throws {
        let places = Dictionary(uniqueKeysWithValues: [
            Self.place("tianjin", 39.1, 117.2), Self.place("south", 39.72, 116.34), Self.place("daxing", 39.73, 116.33),
        ])
        let drawing = try #require(
            RouteDrawing(Beijing.trip.outbound, places: places, names: Self.names, phrases: Phrases(.english))
        ).drawing
        #expect(drawing.alternative == "The way: Tianjin – Daxing")
    }

    @Test("are left out where fewer than two places have a position")
    func unknown() {
        let places = Dictionary(uniqueKeysWithValues: [Self.place("tianjin", 39.1, 117.2)])
        #expect(
            RouteDrawing(Beijing.trip.outbound, places: places, names: Self.names, phrases: Phrases(.english)) == nil)
    }

    @Test("of pictures are drawn for every way to travel and to meet")
    func pictures() {
        for picture in Pictogram.allCases {
            let svg = picture.svg(title: "<a>")
            #expect(svg.contains("aria-label=\"&lt;a&gt;\""))
            #expect(svg.contains("<path"))
        }
        #expect(Set(Journey.Leg.Mode.allCases.map { Pictogram($0) }).count == Journey.Leg.Mode.allCases.count)
    }
}
