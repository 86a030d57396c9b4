import Testing
import VisitModel

@Suite("Telephone numbers")
struct TelephoneTests {
    private func dialled(_ text: String, isChinese: Bool = false) -> String? {
        try? Telephone.read(text, isChinese: isChinese).get().dialled
    }

    private func flaw(_ text: String, isChinese: Bool = false) -> Telephone.Flaw? {
        guard case .failure(let failure) = Telephone.read(text, isChinese: isChinese) else { return nil }
        return failure.flaw
    }

    @Test("are dialled without the signs between their digits")
    func dialling() {
        #expect(dialled("138 0000-0001") == "13800000001")
        #expect(dialled("+86 (138) 0000 0001") == "+8613800000001")
        #expect(dialled("008613800000001") == "+8613800000001")
        #expect(dialled("000-0000-0001") == "00000000001")
        #expect(dialled("028-1234 5678 转 801") == "02812345678")
        #expect(dialled("555.010.0199 ext. 12") == "5550100199")
        #expect(dialled("\u{202D}１３８００００００01\u{202C}") == "13800000001")
    }

    @Test("of China have a known form; those of others are only counted")
    func forms() {
        #expect(flaw("12000000000", isChinese: true) == .notChineseMobile)
        #expect(flaw("1380000000", isChinese: true) == .notChineseMobile)
        #expect(flaw("+86 1380000000") == .notChineseMobile)
        #expect(flaw("12000000000") == nil)
        #expect(flaw("12309", isChinese: true) == nil)
        #expect(flaw("1234") == .digits(4))
        #expect(flaw("1234567890123456") == .digits(16))
        #expect(flaw("+0123456") == .digits(7))
    }

    @Test("are none where a spreadsheet has spoilt them or words stand in them")
    func flaws() {
        #expect(flaw("1.30000E+10") == .spoilt)
        #expect(flaw("13000000000.0") == .spoilt)
        #expect(flaw("#N/A") == .otherSigns)
        #expect(flaw("none") == .otherSigns)
        #expect(flaw("x12") == .otherSigns)
        #expect(flaw("13800000001 home") == .otherSigns)
        #expect(flaw("") == .digits(0))
    }
}
