import Testing
import VisitModel

/// The numbers of invented people have the district 9999, which no province has.
@Suite("Citizen numbers")
struct CitizenNumberTests {
    private func number(_ text: String) -> CitizenNumber? { try? CitizenNumber.read(text).get() }

    private func flaw(_ text: String) -> CitizenNumber.Flaw? {
        guard case .failure(let flaw) = CitizenNumber.read(text) else { return nil }
        return flaw
    }

    @Test(
        "are seen in a text with whatever stands around them, and other long numbers are none",
        arguments: [
            ("11999920160520001X", true), ("C-119999201605200028", true), ("身份证119999201605200028到期", true),
            ("tel. 010 119999 20160520 0028, 7", true), ("１１９９９９２０１６０５２０００１ｘ", true), ("box 11999920160520001x.", true),
            ("119999201605200029", false), ("1119999201605200028", false), ("1199992016052000281", false),
            ("119999201613200018", false), ("6222020000000000000", false), ("11999920160520", false), ("", false),
        ])
    func written(_ text: String, _ isThere: Bool) { #expect(CitizenNumber.isWritten(in: text) == isThere) }

    @Test("of the standard's own examples are read with birth date and sex")
    func examples() throws {
        let woman = try #require(number("11010519491231002X"))
        #expect((woman.birthDate, woman.sex) == (Day("1949-12-31"), .female))
        let man = try #require(number("440524188001010014"))
        #expect((man.birthDate, man.sex) == (Day("1880-01-01"), .male))
    }

    @Test(
        "are one number however they were typed",
        arguments: [
            "11010519491231002x", "１１０１０５１９４９１２３１００２Ｘ", "110105 19491231 002X", "110105-19491231-002X",
            "\u{202D}11010519491231002X\u{202C}", " 11010519491231002X\u{3000}", "'11010519491231002X",
            "=\"11010519491231002X\"", "11010519491231002×", "11010519491231002Х", "11010519491231002Ⅹ",
        ])
    func typed(_ text: String) {
        #expect(number(text)?.unmasked == "11010519491231002X")
    }

    @Test("of the first generation, and of permits of the same form, are numbers")
    func kinds() {
        #expect(number("119999850607001")?.birthDate == Day("1985-06-07"))
        #expect(number("119999850607001")?.sex == .male)
        #expect(number("119999850607001")?.identity == number("119999198506070016")?.identity)
        #expect(number("119999850607001")?.unmasked == "119999850607001")
        for permit in ["810000198506070012", "820000198506070022", "830000198506070032", "911156198506070014"] {
            #expect(number(permit) != nil, "\(permit)")
        }
    }

    @Test(
        "with a flaw are told by it",
        arguments: [
            ("1.10105E+17", .spoilt), ("110105194912310000", .spoilt), ("110105194912310020.0", .spoilt),
            ("110105********002X", .masked), ("110105XXXXXXXX002X", .otherSigns), ("E12345678", .otherSigns),
            ("none", .otherSigns), ("11010519491231002", .digits(17)), ("1101051949123100200", .digits(19)),
            ("", .digits(0)), ("110105194912310021", .checkDigit), ("11010519491213002X", .checkDigit),
            ("160000198506070016", .area), ("110000198506070017", .area), ("810001198506070019", .area),
            ("119999198502300013", .birthDate), ("119999851332001", .birthDate), ("11999985060700X", .otherSigns),
        ] as [(String, CitizenNumber.Flaw)])
    func flaws(_ text: String, _ expected: CitizenNumber.Flaw) {
        #expect(flaw(text) == expected, "\(text)")
    }

    @Test("that a spreadsheet has cut sometimes pass the check of the last digit, and can be asked about")
    func zeros() {
        #expect(number("119999198506071000")?.endsInZeros == true)
        #expect(number("11010519491231002X")?.endsInZeros == false)
    }

    @Test(
        "that follow another in the check digit's rule are wrong with any one digit changed, or two neighbours exchanged"
    )
    func everySlip() {
        let sound = Array("119999201605200028")
        for place in 0..<17 {
            for digit in "0123456789" where digit != sound[place] {
                var slip = sound
                slip[place] = digit
                #expect(number(String(slip)) == nil)
            }
            guard place < 16, sound[place] != sound[place + 1] else { continue }
            var slip = sound
            slip.swapAt(place, place + 1)
            #expect(number(String(slip)) == nil)
        }
    }

    @Test("are masked wherever a text is made of them, more than a birth date beside them gives away")
    func masked() throws {
        let woman = try #require(number("11010519491231002X"))
        #expect(woman.masked == "11***************X")
        var dumped = ""
        dump([woman], to: &dumped)
        let child = Child(id: "C1", name: "", birthDate: woman.birthDate, household: "H1", citizenNumber: woman)
        for text in ["\(woman)", "\([woman])", String(reflecting: [woman]), "\(child)", dumped] {
            #expect(!text.contains("19491231"), "\(text)")
        }
    }
}
