import Testing
import VisitFormats
import VisitModel

@testable import VisitStore

@Suite("Nested parts as JSON")
struct NestedTextTests {
    private func words(_ text: String) -> [BilingualText]? {
        NestedText.part(of: text) { (reader) throws(NestedReader.Malformed) in
            try reader.list { (words) throws(NestedReader.Malformed) in try BilingualText(nested: &words) }
        }
    }

    private func trip(_ text: String) -> Trip? {
        NestedText.part(of: text) { (reader) throws(NestedReader.Malformed) in try Trip(nested: &reader) }
    }

    @Test(
        "any text comes back as it was",
        arguments: ["", "a\"b", "\\", "\n\r\t\u{1}", "丽江 → 玉溪", "👩‍👧", "[],null", "\\u0041"])
    func anyText(text: String) {
        let words = [BilingualText(en: text, zh: text + "x"), BilingualText(text)]
        #expect(self.words(JSON.array(words.map(\.nested)).text(pretty: false)) == words)
    }

    @Test("a journey is kept in a form that people can read")
    func journey() {
        let text = World.trip.nested.text(pretty: false)
        #expect(
            text == """
                [1,44400,[12000,0,[["bus","lijiang","station \\"S\\"",29815500,29815530,null,null,null],\
                ["rail","station \\"S\\"","yuxi",29815540,29815700,500000,"C86","C86-中"]]],\
                [17400,1,[["road","yuxi","lijiang",29815900,29816300,580000,null,null]]]]
                """)
        #expect(trip(text) == World.trip)
    }

    @Test(
        "what the store did not write is not understood",
        arguments: [
            "", "[", "[]]", "[[\"a\"]]", "[[\"a\",\"b\",\"c\"]]", "[[\"a\" ,\"b\"]]", "[[\"a\",1]]", "{}", "null",
            "[[\"a\",\"b\"],]", "[,[\"a\",\"b\"]]", "[[\"a\",\"\\x\"]]", "[[\"a\",\"\\u12\"]]", "[[\"a\",\"b]]",
        ])
    func malformed(text: String) {
        #expect(words(text) == nil)
    }

    @Test(
        "a number too large for the machine is not understood", arguments: ["9223372036854775808", "-", "1.5", "1e3"])
    func malformedNumber(number: String) {
        #expect(trip("[\(number),0,[0,0,[[]]],[0,0,[[]]]]") == nil)
    }

    @Test("a journey without legs is not understood")
    func noLegs() {
        #expect(trip("[0,0,[0,0,[]],[0,0,[]]]") == nil)
    }
}
