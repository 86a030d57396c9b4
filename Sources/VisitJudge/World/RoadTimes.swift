import VisitModel
import VisitTravel

/// How long a way by road or by an unnamed train takes at least: as somebody measured it, otherwise by its length at a
/// generous speed.
struct RoadTimes: Sendable {
    private struct Ends: Hashable {
        let from: Identifier<Place>
        let to: Identifier<Place>
    }

    private let distances: [Ends: Distance]
    private let parameters: TravelParameters

    init(_ distances: [Distance], _ parameters: TravelParameters) {
        self.distances = Dictionary(distances.map { (Ends(from: $0.from, to: $0.to), $0) }) { _, later in later }
        self.parameters = parameters
    }

    /// How long the way is, as measured in either direction.
    func metres(from: Identifier<Place>, to: Identifier<Place>) -> Metres? { row(from, to)?.metres }

    private func row(_ from: Identifier<Place>, _ to: Identifier<Place>) -> Distance? {
        distances[Ends(from: from, to: to)] ?? distances[Ends(from: to, to: from)]
    }

    /// Estimates are rounded, and drivers differ: nobody is told to be too fast before being faster by a quarter.
    private static let generosity = 1.25

    /// The fewest minutes of a ride from `from` to `to`; nil where nobody knows how long the way is.
    ///
    /// - Parameter points: where the ends are, if known.
    func fewestMinutes(
        from: Identifier<Place>, to: Identifier<Place>, _ points: (Coordinate?, Coordinate?), isRail: Bool
    ) -> Minutes? {
        guard from != to else { return nil }
        let row = row(from, to)
        if let measured = row?.minutes, !isRail { return measured }
        let metres: Double
        if let row {
            metres = Double(row.metres.count)
        } else if let here = points.0, let there = points.1 {
            metres = Double(here.greatCircle(to: there).count) * parameters[.roadDetour]
        } else {
            return nil
        }
        let speed = parameters[isRail ? .railSpeed : .roadSpeed] * Self.generosity
        return Minutes(Int((metres * 60 / (speed * 1000)).rounded(.down)))
    }
}
