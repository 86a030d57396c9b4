import VisitModel

/// Pieces of a drawing. Everything that is written in it is escaped; numbers are rounded to tenths, so that the same
/// drawing has the same bytes.
enum SVG {
    /// A drawing of that size, with what it shows in words. Its text is set in the page's own letters.
    static func drawing(width: Int, height: Int, title: String, kind: String, _ body: String) -> String {
        "<svg class=\"\(kind)\" viewBox=\"0 0 \(width) \(height)\" role=\"img\" aria-label=\"\(title.asXML)\">\(body)</svg>"
    }

    /// A number as drawings hold it: at most one decimal.
    static func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        let magnitude = tenths.magnitude
        let fraction = magnitude % 10
        return (tenths < 0 ? "-" : "") + "\(magnitude / 10)" + (fraction == 0 ? "" : ".\(fraction)")
    }

    /// How a text stands to its point.
    enum Anchor: String {
        case start, middle, end
    }

    /// A text at a point.
    static func text(_ words: String, _ x: Double, _ y: Double, _ anchor: Anchor = .start, kind: String? = nil)
        -> String
    {
        let style = kind.map { " class=\"\($0)\"" } ?? ""
        return
            "<text x=\"\(number(x))\" y=\"\(number(y))\" text-anchor=\"\(anchor.rawValue)\"\(style)>\(words.onOneLine.asXML)</text>"
    }

    /// A line between two points.
    static func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, kind: String) -> String {
        "<line x1=\"\(number(x1))\" y1=\"\(number(y1))\" x2=\"\(number(x2))\" y2=\"\(number(y2))\" class=\"\(kind)\"/>"
    }

    /// A rectangle.
    static func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double, kind: String) -> String {
        "<rect x=\"\(number(x))\" y=\"\(number(y))\" width=\"\(number(width))\" height=\"\(number(height))\" class=\"\(kind)\"/>"
    }

    /// A circle.
    static func circle(_ x: Double, _ y: Double, _ radius: Double, kind: String) -> String {
        "<circle cx=\"\(number(x))\" cy=\"\(number(y))\" r=\"\(number(radius))\" class=\"\(kind)\"/>"
    }
}
