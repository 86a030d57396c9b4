import Testing

@testable import VisitService

@Suite("The nearest known name")
struct NearestNameTests {
    @Test(
        "a slip of the finger is understood, another word is not",
        arguments: [
            ("chid", "child"), ("childs", "child"), ("hosuehold", "household"), ("prisner", "prisoner"),
            ("weather", nil),
        ] as [(String, String?)])
    func nearest(name: String, meant: String?) {
        #expect(NearestName.of(name, among: ["child", "prisoner", "household"]) == meant)
    }

    @Test("of equally near names the first is taken")
    func ties() {
        #expect(NearestName.of("b", among: ["a", "c"]) == "a")
        #expect(NearestName.of("x", among: []) == nil)
    }
}
