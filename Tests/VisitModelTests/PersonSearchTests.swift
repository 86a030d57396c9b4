import Testing

@testable import VisitModel

@Suite("The search for texts that name somebody")
struct PersonSearchTests {
    private static let search = PersonSearch(
        names: ["和小花", "Finn Birkby", "王丽"],
        identifiers: ["C17", "119999201607180024", "mara@example.org", "he_lan_88", "12", "20260718"],
        numbers: ["+86 138-0000-0001", "110"])

    static let namings = [
        "和小花 was ill", "见和 小 花。", "和·小花", "He Xiaohua", "he2 xiao3 hua1", "Hé Xiǎohuā哭了", "HXH", "见hexiaohua",
        "Finn Birkby's gran", "finn-birkby", "ＦＩＮＮ Ｂｉｒｋｂｙ", "王麗", "wang li", "see C17.", "（c17）", "C-17",
        "number 119999201607180024", "mail Mara@Example.org", "wechat: he_lan_88", "call 13800000001",
        "(+86) 138 0000 0001", "0086 13800000001", "８６１３８０００００００１", "on 20260718",
    ]

    @Test("finds every spelling of a name, identifiers and numbers", arguments: namings)
    func found(_ text: String) {
        #expect(Self.search.findsNames(in: [text]) == [true])
    }

    static let others = [
        "", "和小木", "小花", "和花", "Finn", "Birkby", "Finnish Birkby", "C170", "AC17", "12 visits", "call 110",
        "138000000019999".replacing("1380", with: "1390"), "heaven", "who xiaohuang", "王二丽", "119999201607180025",
    ]

    @Test("finds nobody in texts of others", arguments: others)
    func notFound(_ text: String) {
        #expect(Self.search.findsNames(in: [text]) == [false])
    }

    @Test("looks for nothing that is everybody's")
    func nothing() {
        let search = PersonSearch(names: ["", "Li", "丽"], identifiers: ["7", "C"], numbers: ["110"])
        #expect(search.isEmpty)
        #expect(search.findsNames(in: ["Li 丽 7 C 110", ""]) == [false, false])
    }

    @Test("reads many texts together, in their order")
    func many() {
        let texts = (0..<500).map { $0 == 250 ? "line\n和小花" : "line\($0)\n" }
        #expect(Self.search.findsNames(in: texts).enumerated().filter(\.element).map(\.offset) == [250])
    }
}
