import Testing
import VisitCalendar
import VisitModel

/// Whatever the texts are, the calendar is well formed and reads back the same.
@Suite("Calendars of awkward texts")
struct CalendarPropertyTests {
    private static let pieces: [String] = [
        "a", "visit ", "会见", "，", ";", ",", ":", "\"", "\\", "\\n", "\\\\", "\n", "\r", "\r\n", "\t", "\u{0}", "\u{B}",
        "\u{1B}[0m", "\u{7F}", "\u{85}", "\u{2028}", "\u{2029}", "é", "e\u{301}", "😀", "👨‍👩‍👧‍👦", "🇨🇳", "سجن النساء",
        "בית", "\u{200F}", "END:VEVENT", "\r\nATTACH:file:///etc/passwd", "𠮷", "\u{FEFF}", " ",
        "\u{202E}", "\u{2067}", "\u{2069}", "\u{61C}", "\u{9B}31m", "\u{80}", "©", "⁥",
    ]

    /// What reading gives back: every line end is one line feed, and what steers a line is gone.
    private static func expected(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            defer { previous = scalar }
            switch scalar {
            case "\n" where previous == "\r": continue
            case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": result.append("\n")
            case "\t": result.append(scalar)
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": continue
            case "\u{61C}", "\u{200E}", "\u{200F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": continue
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    private static func scalars(_ text: String?) -> [Unicode.Scalar]? { text.map { Array($0.unicodeScalars) } }

    private func text(_ random: inout SeededRandom) -> String {
        let count = Int.random(in: 1...60, using: &random)
        return (0..<count).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
    }

    @Test("texts of every kind come back", arguments: 0..<200)
    func texts(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        let (id, prison, city, child, reason) = (
            text(&random), text(&random), text(&random), text(&random), text(&random)
        )
        let world = try World(Identifier(id)).travelling().with {
            $0.prison.name = BilingualText(prison)
            $0.prisonPlace.name = BilingualText(city)
            $0.children = [$0.children[0]]
            $0.children[0].name = child
            $0.visit.reasons = [BilingualText(reason)]
            $0.prison.phone = nil
            $0.prisonPlace.precision = .site
        }
        let read = try MiniReader.read(calendar(of: [world], showsNames: true))
        let events = read.parts("VEVENT")
        #expect(events.count == 3)
        let visit = try #require(events.first)
        #expect(Self.scalars(visit["UID"]?.text) == Self.scalars(Self.expected(id) + "@visitd"))
        #expect(
            Self.scalars(visit["LOCATION"]?.text) == Self.scalars(Self.expected(prison) + ", " + Self.expected(city)))
        let summary = "Visit at " + Self.expected(prison) + ": " + Self.expected(child)
        #expect(Self.scalars(visit["SUMMARY"]?.text) == Self.scalars(summary))
        let description = try #require(visit["DESCRIPTION"]?.text)
        #expect(
            Self.scalars(description)?.suffix(Self.expected(reason).unicodeScalars.count)
                == Self.scalars(Self.expected(reason))?[...])
    }

    @Test("a text that ends anywhere near the 75th octet is folded between characters", arguments: 40...90)
    func borders(length: Int) throws {
        for piece in ["\\", ";", "会", "😀", "a", "\n"] {
            let name = String(repeating: "x", count: length) + String(repeating: piece, count: 30)
            let world = try World().with { $0.prison.name = BilingualText(name) }
            let visit = try #require(try MiniReader.read(calendar(of: [world])).parts("VEVENT").first)
            #expect(visit["SUMMARY"]?.text == "Visit at " + name)
        }
    }
}
