import Testing
import VisitModel

@Suite("Telephone numbers")
struct TelephoneTests {
    private func dialled(_ text: String, in country: String? = nil) -> String? {
        try? Telephone.read(text, in: country).get().dialled
    }

    private func flaw(_ text: String, in country: String? = nil) -> Telephone.Flaw? {
        guard case .failure(let failure) = Telephone.read(text, in: country) else { return nil }
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

    /// Numbers set aside for drama and examples, where a country has some.
    @Test(
        "of a home country are dialled as the whole world does",
        arguments: [
            ("CN", "138 0000 0001", "+8613800000001"), ("CN", "028-1234 5678 转 801", "+862812345678"),
            ("CN", "010-8888 0000", "+861088880000"),
            ("CN", "0551-62880000-801", "+8655162880000"), ("US", "3135550100.", "+13135550100"),
            ("CN", "0755-12345678", "+8675512345678"),
            ("CN", "013800000001", "+8613800000001"), ("CN", "8613800000001", "+8613800000001"),
            ("CN", "400-000-0000", "+864000000000"), ("CN", "12309", "12309"), ("CN", "8888 0000", "88880000"),
            ("CN", "+86 10 8888 0000", "+861088880000"), ("CN", "+86 028-1234 5678", "+862812345678"),
            ("CN", "00852 5550 0000", "+85255500000"), ("GB", "020 7946 0000", "+442079460000"),
            ("GB", "07700 900123", "+447700900123"), ("GB", "+44 (0)20 7946 0000", "+442079460000"),
            ("GB", "01632 960 123", "+441632960123"), ("GB", "0044 7700 900123", "+447700900123"),
            ("GB", "447700900123", "+447700900123"), ("GB", "7946 0000", "79460000"),
            ("US", "(313) 555-0100", "+13135550100"), ("US", "1-313-555-0100", "+13135550100"),
            ("US", "313.555.0100", "+13135550100"), ("US", "555-0100", "5550100"),
            ("US", "011 44 20 7946 0000", "+442079460000"), ("CA", "416-555-0100", "+14165550100"),
            ("DE", "030 23125 000", "+493023125000"), ("DE", "0176 0400 0001", "+4917604000001"),
            ("HK", "5550 0000", "+85255500000"), ("MO", "6600 0000", "+85366000000"),
            ("TW", "0900-000-000", "+886900000000"),
            ("FR", "06 39 98 00 01", "+33639980001"), ("IT", "06 0000 0000", "+390600000000"),
            ("RU", "8 (495) 000-00-00", "+74950000000"), ("RU", "7 916 000 0000", "+79160000000"),
            ("AU", "0491 570 006", "+61491570006"), ("AU", "1300 975 707", "+611300975707"),
            ("IN", "98765 00000", "+919876500000"), ("ZZ", "123 4567", "1234567"),
            ("GB", "000-0002-0101", "00000020101"),
        ])
    func home(_ country: String, _ text: String, _ expected: String) {
        #expect(dialled(text, in: country) == expected, "\(country) \(text)")
        #expect((try? Telephone.read(text, in: country).get().text) == text)
    }

    @Test(
        "that their country does not have are told",
        arguments: [
            ("CN", "12000000000", .notChineseMobile), ("CN", "1380000000", .notChineseMobile),
            ("CN", "2812345678", .lostZero), ("GB", "7700900123", .lostZero), ("FR", "639980001", .lostZero),
            ("GB", "020 7946 00", .length(8, code: "44", expected: [7, 9, 10])),
            ("US", "313-555-010", .length(9, code: "1", expected: [10])),
            ("HK", "5550 000", .length(7, code: "852", expected: [8, 9])),
            ("DE", "+49 30", .digits(4)), ("DE", "+999 123 4567", .unknownCode), ("DE", "+210 123 4567", .unknownCode),
            ("US", "+44 7700 9001", .length(8, code: "44", expected: [7, 9, 10])),
            ("US", "+1 313 555 010", .length(9, code: "1", expected: [10])),
            ("CN", "+852 5550 00000 0", .length(10, code: "852", expected: [8, 9])),
        ] as [(String, String, Telephone.Flaw)])
    func notThere(_ country: String, _ text: String, _ expected: Telephone.Flaw) {
        #expect(flaw(text, in: country) == expected, "\(country) \(text)")
    }

    @Test("of China have a known form; without a country digits are only counted")
    func forms() {
        #expect(flaw("+86 1380000000") == .notChineseMobile)
        #expect(flaw("12000000000") == nil)
        #expect(flaw("12309", in: "CN") == nil)
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

    @Test("are written as at home: in the country of the place's zone, otherwise in that of all prisons")
    func country() {
        #expect(HomeCountry.of(zone: "Europe/London", prisons: ["CN"]) == "GB")
        #expect(HomeCountry.of(zone: "PRC", prisons: []) == "CN")
        #expect(HomeCountry.of(zone: "America/Toronto", prisons: ["US"]) == "CA")
        #expect(HomeCountry.of(zone: nil, prisons: ["US"]) == "US")
        #expect(HomeCountry.of(zone: "UTC", prisons: ["CN"]) == "CN")
        #expect(HomeCountry.of(zone: nil, prisons: ["US", "CN"]) == nil)
        #expect(
            ["CN-SC", "CN-HK", "US-BOP", "HK", "GB-EAW"].map { Jurisdiction($0).country } == [
                "CN", "HK", "US", "HK", "GB",
            ])
    }
}

@Suite("Other ways to reach people")
struct ReachingTests {
    @Test(
        "a WeChat name has 6 to 20 letters, digits, _ and -, a letter first; or is a telephone number",
        arguments: [
            ("wxid_ab12cd34ef", true), ("Xu-Lan_88", true), ("ｘｕｌａｎ８８", true), ("13800000001", true),
            ("+86 138 0000 0001", true), ("abcde", false), ("a23456789012345678901", false), ("_xulan88", false),
            ("88xulan", false), ("许兰88888", false), ("xu lan88", false), ("12309", false), ("xulan@88", false),
            ("1380000000", false), ("1.38E+10", false),
        ])
    func wechat(_ text: String, _ isName: Bool) {
        #expect((WeChatName.read(text, in: "CN") != nil) == isName, "\(text)")
    }

    @Test(
        "an e-mail address has a name, one at sign and a domain",
        arguments: [
            ("a@example.org", true), ("first.last+tag@mail.example.co.uk", true), ("o'neill@example.org", true),
            ("张三@例子.公司", true), ("1234567@qq.com", true), ("a@xn--fsqu00a.xn--55qx5d", true), ("a@example", false),
            ("@example.org", false), ("a@@example.org", false), ("a@example..org", false), (".a@example.org", false),
            ("a.@example.org", false), ("a@-example.org", false), ("a@example.org.", false), ("a@example。org", false),
            ("a@example.o", false), ("a@192.0.2.1", false), ("a@[192.0.2.1]", false), ("a b@example.org", false),
            ("a@exam_ple.org", false), ("a@example,org", false), ("<a@example.org>", false),
            ("mailto:a@example.org", false),
            ("a@example.org;b@example.org", false), ("“a”@example.org", false), ("a@example.org（家）", false),
            ("a@\(String(repeating: "x", count: 64)).org", false), ("无", false), ("", false),
        ])
    func mail(_ text: String, _ isAddress: Bool) {
        #expect(MailAddress.isValid(text) == isAddress, "\(text)")
    }
}
