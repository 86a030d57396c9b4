import Foundation
import VisitModel

/// Draws the way to a prison as it lies on the map: the places where one changes, and straight lines between them, with
/// north above and a bar for the scale.
///
/// Places without a coordinate are left out; where fewer than two are left there is no drawing.
struct RouteDrawing {
    private struct Stop {
        var id: Identifier<Place>
        var name: String
        var at: Coordinate
    }

    private let stops: [Stop]
    private let legs: [Journey.Leg]
    private let isRough: Bool
    private let phrases: Phrases

    private static let width = 420.0
    private static let margin = 34.0

    /// The drawing of `journey`; nil where too few of its places have a position.
    init?(
        _ journey: Journey, places: [Identifier<Place>: Place], names: [Identifier<Place>: BilingualText],
        phrases: Phrases
    ) {
        var stops: [Stop] = []
        let ends = journey.legs.prefix(1).map { ($0.from, $0.fromName) } + journey.legs.map { ($0.to, $0.toName) }
        for (id, stopName) in ends {
            guard let place = places[id], let at = place.coordinate, !stops.contains(where: { $0.at == at }) else {
                continue
            }
            let name = stopName ?? (names[id] ?? place.name)[phrases.language]
            stops.append(Stop(id: id, name: name.onOneLine, at: at))
        }
        guard stops.count >= 2 else { return nil }
        self.stops = Self.apart(stops)
        self.phrases = phrases
        legs = journey.legs
        isRough = self.stops.contains { places[$0.id]?.precision != .site }
    }

    /// The stops without those that would lie upon another one, such as a town and its station; both ends stay.
    private static func apart(_ stops: [Stop]) -> [Stop] {
        let (first, last) = (stops[0], stops[stops.count - 1])
        let reach = stops.map { first.at.greatCircle(to: $0.at).count }.max() ?? 0
        var kept = [first]
        for stop in stops.dropFirst().dropLast() {
            let isApart = (kept + [last]).allSatisfy { $0.at.greatCircle(to: stop.at).count * 10 > reach }
            if isApart { kept.append(stop) }
        }
        return kept + [last]
    }

    /// The drawing with what it shows in words.
    var drawing: Drawing {
        let height = Self.width * 0.28 + min(90, Self.width * 0.5 * spread)
        let points = points(height)
        var body = ""
        for (number, (a, b)) in zip(points, points.dropFirst()).enumerated() {
            body += SVG.line(a.x, a.y, b.x, b.y, kind: isWalked(number) ? "walked" : "way")
        }
        for (number, (stop, point)) in zip(stops, points).enumerated() {
            let isEnd = number == stops.count - 1
            body += SVG.circle(point.x, point.y, isEnd ? 7 : 6, kind: isEnd ? "end" : "place")
            let anchor: SVG.Anchor = point.x < 120 ? .start : point.x > Self.width - 120 ? .end : .middle
            body += SVG.text(stop.name, point.x, point.y + (isAbove(number, points) ? -13 : 22), anchor, kind: "name")
        }
        body += north + scale(height)
        return Drawing(
            svg: SVG.drawing(width: Int(Self.width), height: Int(height), title: alternative, kind: "route", body),
            alternative: alternative, caption: caption)
    }

    private var alternative: String {
        let names = stops.map(\.name).joined(separator: phrases.choose(" – ", "—"))
        return phrases.labelled(phrases.choose("The way", "路线"), names)
    }

    private var caption: String {
        let straight = stops[0].at.greatCircle(to: stops[stops.count - 1].at)
        let length = phrases.choose(
            "\(phrases.distance(straight)) in a straight line", "直线距离\(phrases.distance(straight))")
        let rough = phrases.choose("; places are shown where their towns are", "；地点按所在城镇标示")
        return length.capitalisedFirst + (isRough ? rough : "") + phrases.choose(".", "。")
    }

    /// How high the drawing is against its width, at most 1.
    private var spread: Double {
        let (width, height) = extent
        return min(1, height / max(width, height, 1e-9))
    }

    /// Width and height of what is drawn, in degrees of latitude.
    private var extent: (width: Double, height: Double) {
        let xs = flat.map(\.x)
        let ys = flat.map(\.y)
        return ((xs.max() ?? 0) - (xs.min() ?? 0), (ys.max() ?? 0) - (ys.min() ?? 0))
    }

    /// The stops on a plane: degrees of longitude shortened as the middle latitude has them.
    private var flat: [(x: Double, y: Double)] {
        let middle = stops.map(\.at.latitude).reduce(0, +) / Double(stops.count)
        let shortening = cos(middle * .pi / 180)
        return stops.map { ($0.at.longitude * shortening, -$0.at.latitude) }
    }

    /// Units of the drawing for a degree of latitude.
    private func unit(_ height: Double) -> Double {
        let (width, tall) = extent
        return min(
            (Self.width - 2 * Self.margin) / max(width, 1e-9), (height - 2.5 * Self.margin) / max(tall, 1e-9))
    }

    private func points(_ height: Double) -> [(x: Double, y: Double)] {
        let unit = unit(height)
        let (width, tall) = extent
        let (left, top) = (flat.map(\.x).min() ?? 0, flat.map(\.y).min() ?? 0)
        let (dx, dy) = ((Self.width - width * unit) / 2, (height - Self.margin / 2 - tall * unit) / 2)
        return flat.map { (dx + ($0.x - left) * unit, dy + ($0.y - top) * unit) }
    }

    /// Whether a stop's name stands above it: where its neighbours lie below.
    private func isAbove(_ number: Int, _ points: [(x: Double, y: Double)]) -> Bool {
        let neighbour = number == 0 ? points[1] : points[number - 1]
        return points[number].y <= neighbour.y
    }

    private func isWalked(_ number: Int) -> Bool {
        let on = legs.filter { $0.from == stops[number].id && $0.to == stops[number + 1].id }
        return !on.isEmpty && on.allSatisfy { $0.mode == .walk }
    }

    private var north: String {
        let (x, y) = (Self.width - 14, 26.0)
        return SVG.line(x, y, x, y - 16, kind: "axis") + SVG.line(x, y - 16, x - 4, y - 10, kind: "axis")
            + SVG.line(x, y - 16, x + 4, y - 10, kind: "axis")
            + SVG.text(phrases.choose("N", "北"), x, y + 12, .middle, kind: "mark")
    }

    /// A bar of a round number of kilometres, about a fifth of the drawing.
    private func scale(_ height: Double) -> String {
        let perKilometre = unit(height) / 111.2
        let candidates = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].filter { Double($0) * perKilometre <= 100 }
        guard let length = candidates.last else { return "" }
        let (end, y) = (Self.width - 60, height - 8)
        let x = end - Double(length) * perKilometre
        return SVG.line(x, y, end, y, kind: "axis") + SVG.line(x, y - 3, x, y + 3, kind: "axis")
            + SVG.line(end, y - 3, end, y + 3, kind: "axis")
            + SVG.text(phrases.distance(Metres(length * 1000)), end + 6, y + 4, kind: "mark")
    }
}
