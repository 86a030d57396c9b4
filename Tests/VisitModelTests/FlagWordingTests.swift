import Testing
import VisitModel

@Suite("Flags in words")
struct FlagWordingTests {
    private static func flag(
        _ code: VisitFlag.Code, _ subject: String = "", _ facts: KeyValuePairs<String, String> = [:]
    ) -> VisitFlag {
        VisitFlag(visit: "0f3a", code: code, subject: subject, facts: facts.map { Refusal.Fact($0.key, $0.value) })
    }

    private static let names = FlagNames(
        people: ["prisoner P1": "王芳", "child C1": "王小雨"],
        prisons: [
            "J4": BilingualText(en: "Lanzhou Prison", zh: "兰州女子监狱"),
            "J8": BilingualText(en: "Chengdu Prison", zh: "成都女子监狱"),
        ])

    @Test("a transfer says where she is, since when, and where the visit is; by name where names may be read")
    func elsewhere() {
        let flag = Self.flag(
            .prisonerElsewhere, "prisoner P1", ["prison": "J8", "at": "J4", "from": "2026-12-10"])
        let named = flag.sentence(naming: Self.names)
        #expect(named.chinese == "王芳自 2026-12-10 起关押在成都女子监狱，而会见安排在兰州女子监狱。")
        #expect(named.english == "王芳 is in Chengdu Prison from 2026-12-10 on, and the visit is at Lanzhou Prison.")
        #expect(flag.sentence.chinese == "服刑人员 P1 自 2026-12-10 起关押在监狱 J8，而会见安排在监狱 J4。")
        let prisonsAlone = flag.sentence(naming: FlagNames(prisons: Self.names.prisons))
        #expect(prisonsAlone.english.hasPrefix("Prisoner P1 is in Chengdu Prison"))
    }

    @Test("a prison without a name in one language is told by its other one")
    func oneLanguage() {
        let flag = Self.flag(.whereaboutsUnknown, "prisoner P1", ["at": "J4", "date": "2026-12-10"])
        let names = FlagNames(prisons: ["J4": BilingualText(en: "", zh: "兰州女子监狱")])
        #expect(flag.sentence(naming: names).english.hasSuffix("the visit is at 兰州女子监狱."))
    }

    @Test("money is told in the currency, not in hundredths")
    func money() {
        let flag = Self.flag(
            .budgetOver, "", ["month": "2026-12", "cents": "414906", "allowed": "250000", "currency": "CNY"])
        #expect(flag.sentence.chinese == "2026-12 的路费共 4,149.06元，预算为 2,500元。")
        #expect(
            flag.sentence.english == "The journeys of 2026-12 cost CNY 4,149.06; the budget is CNY 2,500.")
    }

    @Test("another visit is told by its number and day, and never by its identifier")
    func others() {
        let flag = Self.flag(
            .childTwice, "child C1",
            ["visit": "0f3a-77", "meeting": "V-0123 2026-12-05", "visit": "b1", "meeting": "2026-12-06"]
        )
        let sentence = flag.sentence(naming: Self.names)
        #expect(sentence.english.contains("visit V-0123 on 2026-12-05; another visit on 2026-12-06"))
        #expect(sentence.chinese.contains("2026-12-05 的会见 V-0123、2026-12-06 的另一次会见"))
        let earlier = Self.flag(.childTwice, "child C1", ["visit": "0f3a-77"]).sentence
        #expect(earlier.english.contains("another visit") && !earlier.english.contains("0f3a-77"))
    }

    @Test("a decision of the rules is told in words")
    func decision() {
        let flag = Self.flag(
            .notPermitted, "child C1", ["decision": "deferred", "until": "2026-12-20", "rule": "CN-X"])
        #expect(flag.sentence.chinese == "按规定儿童 C1 当天不能会见：暂缓会见，至 2026-12-20（规则 CN-X）。")
        #expect(!flag.sentence.english.contains("deferred"))
    }

    @Test("a closure is told by prison, days and reason")
    func closure() {
        let closure = Closure(
            id: "CLX", prison: "J4", days: DayRange(Day(number: 20_000), Day(number: 20_002)), reason: "装修")
        let flag = VisitFlag(visit: "1", code: .closed, subject: closure.subject, facts: closure.flagFacts)
        let sentence = flag.sentence(naming: Self.names).chinese
        #expect(sentence == "兰州女子监狱 2024-10-04 至 2024-10-06 停止会见：装修。")
        #expect(!flag.sentence.english.contains("CLX"))
    }

    @Test("why a visit was called off is told from the flag, the step of the judge, or somebody's words")
    func calledOff() {
        let visit = Visit(
            id: "1", status: .cancelled, prisoner: "P1", household: "H1", children: ["C1"], prison: "J4",
            date: Day(number: 20_000), minutes: 30)
        let flag = Self.flag(.released, "prisoner P1", ["date": "2024-10-01"]).ending(.confirmed)
        #expect(flag.calledOff == .confirmed && Self.flag(.released).calledOff == nil)
        #expect(CalledOff(visit, flag: flag).why(naming: Self.names).chinese.hasPrefix("王芳的释放日期为 2024-10-01"))
        #expect(CalledOff(visit, reason: "closed").why().english == "The visiting room is closed on that day.")
        #expect(CalledOff(visit, reason: "snow").why().english == "snow")
    }
}
