import Testing
import VisitModel

@Suite("Small values")
struct ValueTests {
    @Test("quantities are added, subtracted, multiplied and compared")
    func quantity() {
        let total: Minutes = 30 + Minutes(15) * 2 - 5
        #expect(total == 55)
        #expect(Minutes.zero < total)
        #expect([Cents(3), 1, 2].max() == 3)
    }

    @Test("identifiers are ordered by their bytes, whatever the locale")
    func identifiers() {
        let sorted: [Identifier<Child>] = ["C10", "C2", "Z", "c1", "Ä", "陈"]
        #expect(sorted.reversed().sorted() == sorted)
        #expect(Identifier<Child>("C\(1 + 1)") == "C2")
        #expect("\(Identifier<Prison>("W1"))" == "W1")
    }

    @Test("a rule of a country applies in its regions, and not in a country whose code begins alike")
    func jurisdictions() {
        let sichuan = Jurisdiction("CN-SC")
        #expect(sichuan.isWithin(Jurisdiction("CN")))
        #expect(sichuan.isWithin(sichuan))
        #expect(sichuan.isWithin(Jurisdiction("*")))
        #expect(!sichuan.isWithin(Jurisdiction("CN-S")))
        #expect(!Jurisdiction("CN").isWithin(sichuan))
        #expect(!Jurisdiction("CNX").isWithin(Jurisdiction("CN")))
    }

    @Test("great circles have the length that a table gives, to a part in a thousand")
    func distance() throws {
        let places = try [
            "beijing": (39.9042, 116.4074), "shanghai": (31.2304, 121.4737), "equator": (0, -83.0458),
            "north": (90, 0), "south": (-90, 0),
        ].mapValues { try #require(Coordinate(latitude: $0.0, longitude: $0.1)) }
        func metres(_ a: String, _ b: String) throws -> Int {
            try #require(places[a]).greatCircle(to: try #require(places[b])).count
        }
        #expect(abs(try metres("beijing", "shanghai") - 1_067_300) < 1_100)
        #expect(try metres("north", "equator") == 10_007_558)
        #expect(try metres("north", "south") == 20_015_115)
        #expect(try metres("beijing", "shanghai") == metres("shanghai", "beijing"))
        #expect(try metres("equator", "equator") == 0)
    }

    @Test(
        "a point off the earth is none",
        arguments: [(90.1, 0), (-90.1, 0), (0, 180.1), (0, -180.1), (.nan, 0), (0, .nan)])
    func coordinates(latitude: Double, longitude: Double) {
        #expect(Coordinate(latitude: latitude, longitude: longitude) == nil)
    }

    @Test("where one language is empty the other stands in")
    func bilingual() {
        #expect(BilingualText(en: "", zh: "会见")[.english] == "会见")
        #expect(BilingualText(en: "visit", zh: "")[.chinese] == "visit")
        #expect(BilingualText(en: "visit", zh: "会见")[.chinese] == "会见")
    }

    @Test("a position in a file is written as editors read it")
    func location() {
        #expect(SourceLocation(file: "a.csv", line: 3, column: 4).description == "a.csv:3:4")
        #expect(SourceLocation(file: "a.csv").description == "a.csv")
    }

    @Test("the same seed gives the same numbers on every machine")
    func random() {
        var random = SeededRandom(seed: 1_234_567)
        // The first numbers of the reference implementation for this seed.
        #expect(
            (0..<3).map { _ in random.next() } == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
            ])
    }

    @Test("a prison admits prisoners of the sex that it holds")
    func holds() {
        #expect(Prison.Holds.female.admits(.female) && !Prison.Holds.female.admits(.male))
        #expect(Prison.Holds.mixed.admits(.female) && Prison.Holds.mixed.admits(.male))
    }
}
