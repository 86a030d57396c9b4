import VisitModel

/// The words of a calendar in one language, with the escapes of a TEXT, made once.
final class Wording: Sendable {
    let visit, journey, deadline, call: [UInt8]
    let visitFrom, videoFrom, callFrom: [UInt8]
    let askFor, papersFor, callDay, ruleNote: [UInt8]
    let visitAt, videoWith, callWith, visitTo, wayThere, wayHome: [UInt8]
    let tomorrow, leaveNow: [UInt8]
    let status, doesNotHold, letPass, leaveHome, atTheGate, homeAgain, nights, meeting, party, bring, papers, because,
        phone: [UInt8]
    let guardian, escort: [UInt8]
    let walk, road, rail, bus, ferry: [UInt8]
    let estimate, cityOnly, sameJourney, atTheSite: [UInt8]
    let colon, comma, semicolon, space, dash, openBracket, closeBracket: [UInt8]

    private static let english = Wording(.english)
    private static let chinese = Wording(.chinese)

    /// The words of a language.
    static func of(_ language: Language) -> Wording {
        switch language {
        case .english: english
        case .chinese: chinese
        }
    }

    private init(_ language: Language) {
        func words(_ english: String, _ chinese: String) -> [UInt8] {
            TextValue.escaped(BilingualText(en: english, zh: chinese)[language])
        }
        visit = words("Visit", "会见")
        journey = words("Journey", "行程")
        deadline = words("Deadline", "截止日期")
        call = words("Telephone call", "亲情电话")
        visitFrom = words("Visit from ", "来访：")
        videoFrom = words("Video visit from ", "视频来访：")
        callFrom = words("Telephone call from ", "来电：")
        askFor = words("Last day to request the visit of ", "最后申请日，会见日期 ")
        papersFor = words("Last day for the papers of the visit of ", "补齐材料最后一日，会见日期 ")
        callDay = words("Day for the telephone call: ", "亲情电话日：")
        ruleNote = words("Rule: ", "依据：")
        visitAt = words("Visit at ", "会见：")
        videoWith = words("Video visit with ", "视频会见：")
        callWith = words("Telephone call with ", "亲情电话：")
        visitTo = words("Visit to ", "会见 ")
        wayThere = words("On the way to ", "前往")
        wayHome = words("On the way home to ", "返回")
        tomorrow = words("Tomorrow: ", "明天：")
        leaveNow = words("Time to leave home for ", "该出发了，前往")
        status = words("Status: ", "状态：")
        doesNotHold = words("Please note: ", "请注意：")
        letPass = words("Let pass: ", "已放行：")
        leaveHome = words("Leave home: ", "离家：")
        atTheGate = words("At the gate: ", "到达监狱大门：")
        atTheSite = words("At the video site: ", "到达视频会见点：")
        sameJourney = words("On the same journey: ", "同一行程：")
        homeAgain = words("Home again: ", "到家：")
        nights = words("Nights away: ", "在外过夜（晚）：")
        meeting = words("Visit: ", "会见：")
        party = words("Who goes: ", "同行：")
        bring = words("Bring: ", "请携带：")
        papers = words("Papers: ", "证件材料：")
        because = words("Why this date: ", "为何选这一天：")
        phone = words("Telephone of the visits office: ", "会见室电话：")
        guardian = words("with the guardian ", "监护人 ")
        escort = words("with the escort ", "陪同人员 ")
        walk = words("on foot", "步行")
        road = words("by road", "公路")
        rail = words("by rail", "铁路")
        bus = words("by bus", "巴士")
        ferry = words("by ferry", "轮渡")
        estimate = words("The times of the journey are estimates.", "行程时间为估算值。")
        cityOnly = words(
            "Only the prison's city is known, not its address: ask the visits office for the way.",
            "仅知监狱所在城市，不知具体地址：请向会见室询问路线。")
        colon = words(": ", "：")
        comma = words(", ", "，")
        semicolon = words("; ", "；")
        space = words(" ", "")
        dash = words(" – ", " – ")
        openBracket = words(" (", "（")
        closeBracket = words(")", "）")
    }

    /// What a visit of that form is called, up to the prison's name.
    func title(of mode: Mode) -> [UInt8] {
        switch mode {
        case .contact, .table, .glass, .familyRoom, .childDay, .holidayStay: visitAt
        case .video: videoWith
        case .call: callWith
        }
    }

    /// What the prisoner calls a visit of that form, up to who comes.
    func visitBy(_ mode: Mode) -> [UInt8] {
        switch mode {
        case .contact, .table, .glass, .familyRoom, .childDay, .holidayStay: visitFrom
        case .video: videoFrom
        case .call: callFrom
        }
    }

    /// How one travels, in a word.
    func name(of mode: Journey.Leg.Mode) -> [UInt8] {
        switch mode {
        case .walk: walk
        case .road: road
        case .rail: rail
        case .bus: bus
        case .ferry: ferry
        }
    }
}
