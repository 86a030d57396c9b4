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
        let centre = Self.square(point, size)
        // A degree of latitude is 111 km; one of longitude shrinks with the cosine of the latitude.
        let degrees = Double(metres.count) / 111_000 + 1e-9
        let rows = Int(degrees / size) + 1
        let shrink = max(0.05, cos(point.latitude * .pi / 180))
        let columns = min(3600, Int(degrees / shrink / size) + 1)
        var found: [(stop: Int, metres: Metres)] = []
        for north in (centre.north - rows)...(centre.north + rows) {
            for east in (centre.east - columns)...(centre.east + columns) {
                for stop in squares[Square(north: north, east: east)] ?? []
                where abs(points[stop].latitude - point.latitude) <= degrees {
                    let way = points[stop].greatCircle(to: point)
                    if way <= metres { found.append((stop, way)) }
                }
            }
        }
        return found.sorted { ($0.metres.count, $0.stop) < ($1.metres.count, $1.stop) }
    }

    private static func square(_ point: Coordinate, _ size: Double) -> Square {
        Square(north: Int((point.latitude / size).rounded(.down)), east: Int((point.longitude / size).rounded(.down)))
    }
}
