import Testing
import VisitModel
import VisitTestSupport

@testable import VisitReports

@Suite("Pages")
struct PageTests {
    static let python = OutsideTool.python("html.parser")

    static func pages(_ language: Language) -> [(name: String, html: String)] {
        [
            ("itinerary", HouseholdItineraryTests.beijing(language).html),
            (
                "michigan",
                HouseholdItinerary(
                    household: Michigan.household, visits: [Michigan.detail], outlooks: ReportTests.outlooks,
                    today: Worlds.today, language: language
                ).html
            ),
        ] + ReportTests.reports(language).map { ($0.name.rawValue, $0.report.html) }
    }

    /// Reads a page strictly: every element closed in order, no element or address that would ask the network.
    static let reader = """
        import html.parser, sys
        VOID = {"meta", "br", "hr", "img", "input"}
        class Reader(html.parser.HTMLParser):
            def __init__(self):
                super().__init__(convert_charrefs=True)
                self.open, self.faults, self.headings, self.lang = [], [], [], None
            def handle_starttag(self, tag, attrs):
                attrs = dict(attrs)
                if tag == "html": self.lang = attrs.get("lang")
                if tag in {"script", "link", "img", "iframe", "object"}: self.faults.append("element " + tag)
                for name, value in attrs.items():
                    if name in {"src", "action"} or name.startswith("on"): self.faults.append("attribute " + name)
                    if name == "href" and not value.startswith("tel:"): self.faults.append("address " + value)
                if tag in {"h1", "h2", "h3"}: self.headings.append(int(tag[1]))
                if tag not in VOID: self.open.append(tag)
            def handle_startendtag(self, tag, attrs):
                if tag not in {"line", "rect", "circle", "path"}: self.faults.append("empty element " + tag)
            def handle_endtag(self, tag):
                if not self.open or self.open.pop() != tag: self.faults.append("unexpected end of " + tag)
            def handle_decl(self, declaration):
                if declaration != "DOCTYPE html": self.faults.append(declaration)
        reader = Reader()
        reader.feed(sys.stdin.buffer.read().decode("utf-8"))
        reader.close()
        faults = reader.faults + ["not closed: " + tag for tag in reader.open]
        if reader.headings[:1] != [1] or reader.headings.count(1) != 1: faults.append("headings do not begin with one h1")
        faults += ["h%d after h%d" % (b, a) for a, b in zip(reader.headings, reader.headings[1:]) if b > a + 1]
        print("; ".join(faults) or reader.lang)
        """

    @Test(
        "are well-formed, have one first heading, a language, and nothing from elsewhere",
        .enabled(if: python.isPresent, "\(python.missing)"), arguments: Language.allCases)
    func wellFormed(language: Language) throws {
        for (name, html) in Self.pages(language) {
            let answer = try Self.python.run(["-c", Self.reader], input: html)
            #expect(answer == (language == .chinese ? "zh-CN\n" : "en\n"), "\(name)")
        }
    }

    @Test("escape all that people have written")
    func escaping() {
        for (name, html) in Self.pages(.english) {
            #expect(!html.contains("<b>"), "\(name)")
            #expect(!html.contains("<Unit>"), "\(name)")
            #expect(!html.contains("{{"), "\(name)")
        }
        #expect(Self.pages(.english)[1].html.contains("Sam O&#39;Hara &lt;b&gt;"))
    }

    @Test("escape a sign of markup also where a combining mark makes another character of it")
    func combining() {
        let page = PageTemplate("<p title=\"{{name}}\">{{name}}</p>").render(["name": "\"\u{301}<\u{338}&\u{200D}'>"])
        let escaped = ScalarEscaping().escapeText("\"\u{301}<\u{338}&\u{200D}'>")
        #expect(escaped == "&quot;\u{301}&lt;\u{338}&amp;\u{200D}&#39;&gt;")
        #expect(page == "<p title=\"\(escaped)\">\(escaped)</p>")
    }

    @Test("dial digits and a plus, whatever stands in a telephone number")
    func telephone() {
        var detail = Beijing.detail
        detail.adults[0].phone = "+86 (138) 0000\" onclick=\"x٣"
        let html = HouseholdItinerary(
            household: Beijing.family, visits: [detail], today: Worlds.today
        ).html
        #expect(html.contains("href=\"tel:+861380000\""))
        #expect(!html.contains("onclick=\"x"))
    }

    @Test("of one plan are the same bytes each time")
    func determinism() {
        for language in Language.allCases {
            #expect(Self.pages(language).map(\.html) == Self.pages(language).map(\.html))
        }
    }
}
