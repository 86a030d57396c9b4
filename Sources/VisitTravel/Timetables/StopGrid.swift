import Foundation
import VisitModel

/// Finds the stops near a point without looking at all of them, by squares of the map.
struct StopGrid: Sendable {
    private struct Square: Hashable {
        var north: Int
        var east: Int
    }

    private let size: Double
    private let points: [Coordinate]
    private var squares: [Square: [Int]] = [:]

    /// A grid of squares with sides of so many degrees: about as wide as one looks.
    init(_ points: [Coordinate], degrees size: Double) {
        self.points = points
        self.size = size
        for (position, point) in points.enumerated() { squares[Self.square(point, size), default: []].append(position) }
    }

    /// The positions of the points within `metres` of `point`, the nearest first.
    func positions(near point: Coordinate, within metres: Metres) -> [(stop: Int, metres: Metres)] {
        var found: [(stop: Int, metres: Metres)] = []
        visit(near: point, within: metres) { found.append(($0, $1)) }
        return found.sorted { ($0.metres.count, $0.stop) < ($1.metres.count, $1.stop) }
    }

    /// Calls `body` with every two points within `metres` of each other, each pair once, the smaller position first.
    func forEachPair(within metres: Metres, _ body: (Int, Int, Metres) -> Void) {
        for (first, point) in points.enumerated() {
            visit(near: point, within: metres, after: first) { body(first, $0, $1) }
        }
    }

    /// Calls `body` with the points within `metres` of `point` that stand after a position, in no order that matters.
    private func visit(
        near point: Coordinate, within metres: Metres, after first: Int = -1, _ body: (Int, Metres) -> Void
    ) {
        let centre = Self.square(point, size)
        // A degree of latitude is 111 km; one of longitude shrinks with the cosine of the latitude.
        let degrees = Double(metres.count) / 111_000 + 1e-9
        let rows = Int(degrees / size) + 1
        let shrink = max(0.05, cos(point.latitude * .pi / 180))
        let columns = min(3600, Int(degrees / shrink / size) + 1)
        // Away from the poles a point farther than this to the east or west is too far, whatever its latitude.
        let sideways = shrink > 0.1 ? degrees / (shrink - 0.02) : 360
        for north in (centre.north - rows)...(centre.north + rows) {
            for east in (centre.east - columns)...(centre.east + columns) {
                for stop in squares[Square(north: north, east: east)] ?? []
                where stop > first && abs(points[stop].latitude - point.latitude) <= degrees
                    && abs(points[stop].longitude - point.longitude) <= sideways
                {
                    let way = points[stop].greatCircle(to: point)
                    if way <= metres { body(stop, way) }
                }
            }
        }
    }

    private static func square(_ point: Coordinate, _ size: Double) -> Square {
        Square(north: Int((point.latitude / size).rounded(.down)), east: Int((point.longitude / size).rounded(.down)))
    }
}
