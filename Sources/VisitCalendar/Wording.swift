import VisitModel

/// The words of a calendar in one language, chosen once per calendar.
struct Wording {
    let language: Language
    let visit, journey: String
    let visitAt, visitTo, wayThere, wayHome: String
    let tomorrow, leaveNow: String
    let status, leaveHome, atTheGate, homeAgain, nights, meeting, party, bring, papers, because, phone: String
    let guardian, escort: String
    let estimate, cityOnly: String
    let colon, comma, semicolon, space, openBracket, closeBracket: String

    init(_ language: Language) {
        func words(_ english: String, _ chinese: String) -> String { BilingualText(en: english, zh: chinese)[language] }
        self.language = language
        visit = words("Visit", "会见")
        journey = words("Journey", "行程")
        visitAt = words("Visit at ", "会见：")
        visitTo = words("Visit to ", "会见 ")
        wayThere = words("On the way to ", "前往")
        wayHome = words("On the way home to ", "返回")
        tomorrow = words("Tomorrow: visit at ", "明天会见：")
        leaveNow = words("Time to leave home for ", "该出发了，前往")
        status = words("Status: ", "状态：")
        leaveHome = words("Leave home: ", "离家：")
        atTheGate = words("At the gate: ", "到达监狱大门：")
        homeAgain = words("Home again: ", "到家：")
        nights = words("Nights away: ", "在外过夜（晚）：")
        meeting = words("Visit: ", "会见：")
        party = words("Who goes: ", "同行：")
        bring = words("Bring: ", "请携带：")
        papers = words("Papers: ", "证件材料：")
        because = words("Why this date: ", "为何选这一天：")
        phone = words("Telephone of the visits office: ", "会见室电话：")
        guardian = words("with the guardian ", "监护人 ")
        escort = words("with the escort ", "护送人 ")
        estimate = words("The times of the journey are estimates.", "行程时间为估算值。")
        cityOnly = words(
            "Only the prison's city is known, not its address: ask the visits office for the way.",
            "仅知监狱所在城市，不知具体地址：请向会见室询问路线。")
        colon = words(": ", "：")
        comma = words(", ", "，")
        semicolon = words("; ", "；")
        space = words(" ", "")
        openBracket = words(" (", "（")
        closeBracket = words(")", "）")
    }

    /// How one travels, in a word.
    func name(of mode: Journey.Leg.Mode) -> String {
        let name =
            switch mode {
            case .walk: BilingualText(en: "on foot", zh: "步行")
            case .road: BilingualText(en: "by road", zh: "公路")
            case .rail: BilingualText(en: "by rail", zh: "铁路")
            case .bus: BilingualText(en: "by bus", zh: "巴士")
            case .ferry: BilingualText(en: "by ferry", zh: "轮渡")
            }
        return name[language]
    }
}
