import Testing
import VisitModel

@Suite("The search for names")
struct NameSearchTests {
    @Test(
        "finds a name however its points, spaces and width were typed",
        arguments: [
            ("阿依古丽·买买提", "阿依古丽•买买提"), ("阿依古丽·买买提", "阿依古丽‧买买提"), ("阿依古丽·买买提", "阿依古丽买买提"),
            ("龙彩云", "龙 彩云"), ("龙彩云", "龍彩雲"), ("龍彩雲", "龙彩云"), ("Mary-Ann O'Neil", "mary ann o’neil"),
            ("ＬＩ Ｍｉｎｇ", "Li Ming"), ("Zoë Brontë", "zoe bronte"),
        ])
    func spelling(name: String, asked: String) {
        #expect(NameSearch(asked).matchQuality(of: name) == .spelling)
    }

    @Test(
        "finds a Chinese name by its pinyin, with tones and without",
        arguments: [
            ("龙彩云", "long caiyun"), ("龙彩云", "Lóng Cǎiyún"), ("龙彩云", "long2 cai3 yun2"), ("吕梅", "lv mei"),
            ("吕梅", "Lü Mei"), ("单晓", "shan xiao"), ("曾亮", "Zeng Liang"),
        ])
    func pinyin(name: String, asked: String) {
        #expect(NameSearch(asked).matchQuality(of: name) == .pinyin)
    }

    @Test("finds it by its initials, and nothing that is only like it")
    func initials() {
        #expect(NameSearch("lcy").matchQuality(of: "龙彩云") == .initials)
        #expect(NameSearch("l").matchQuality(of: "龙彩云") == nil)
        #expect(NameSearch("lcx").matchQuality(of: "龙彩云") == nil)
        #expect(NameSearch("龙彩").matchQuality(of: "龙彩云") == nil)
        #expect(NameSearch("··").matchQuality(of: "··") == nil)
        #expect(NameSearch("lcy").matchQuality(of: "Lucy") == nil)
    }

    @Test("takes the nearest names alone")
    func nearest() {
        let names = ["龙彩云", "龙才运", "李春远", "Long Caiyun"]
        #expect(NameSearch("long cai yun").nearest(of: names) { $0 } == ["Long Caiyun"])
        #expect(NameSearch("longcaiyun").nearest(of: Array(names.dropLast())) { $0 } == ["龙彩云", "龙才运"])
        #expect(NameSearch("lcy").nearest(of: names) { $0 } == ["龙彩云", "龙才运", "李春远"])
    }
}
