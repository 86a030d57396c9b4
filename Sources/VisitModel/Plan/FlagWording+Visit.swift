// What does not hold of the visit itself: the visiting room, what the prison asks for, the journey, the money.

extension FlagWording {
    var aboutTheRoom: BilingualText {
        let (found, allowed) = (value("taken"), value("allowed"))
        switch flag.code {
        case .closed:
            let reason = flag.fact("reason").map { BilingualText(en: ": \($0)", zh: "：\($0)") } ?? BilingualText("")
            let room = prison("at") ?? BilingualText(en: "the visiting room", zh: "会见室")
            return .init(
                en: "\(room.english) has no visits \(days.english)\(reason.english).",
                zh: "\(room.chinese) \(days.chinese) 停止会见\(reason.chinese)。")
        case .noSession:
            let which =
                flag.subject.isEmpty ? BilingualText("") : .init(en: " (\(who.english))", zh: "（\(who.chinese)）")
            return .init(
                en: "The prison has no such session on that day\(which.english).", zh: "监狱当天没有该场次\(which.chinese)。")
        case .sessionChanged: return sessionChanged
        case .tablesFull:
            return .init(
                en: "The session has too few tables: \(allowed), and \(found) are needed.",
                zh: "该场次共\(allowed)张桌，现需要\(found)张。")
        case .seatsFull:
            return .init(
                en: "The session has too few seats: \(allowed), and \(found) persons would come.",
                zh: "该场次最多容纳\(allowed)人，现有\(found)人。")
        case .tablesOver:
            return .init(
                en: "\(who.english) would sit at \(value("tables")) tables of one session; the limit is \(allowed).",
                zh: "\(who.chinese)在同一场次要照看\(value("tables"))桌，最多可照看\(allowed)桌。")
        default:
            let counted =
                switch flag.fact("counted") {
                case "adults": BilingualText(en: "adults", zh: "成年人")
                case "children": BilingualText(en: "children", zh: "孩子")
                default: BilingualText(en: "visitors", zh: "会见人")
                }
            return .init(
                en: "\(value("found")) \(counted.english) would come, and at most \(allowed) may.",
                zh: "\(counted.chinese)共\(value("found"))人，最多允许\(allowed)人。")
        }
    }

    private var sessionChanged: BilingualText {
        var parts: [BilingualText] = []
        if let start = flag.fact("start") {
            parts.append(.init(en: "it begins at \(start)", zh: "改为 \(start) 开始"))
        }
        if let minutes = flag.fact("minutes") {
            parts.append(.init(en: "it lasts \(minutes) minutes", zh: "时长为\(minutes)分钟"))
        }
        let modes = flag.facts.filter { $0.name == "mode" }.compactMap { Mode(rawValue: $0.value)?.name }
        if !modes.isEmpty {
            parts.append(
                .init(
                    en: "it is held as: " + modes.map(\.english).joined(separator: ", "),
                    zh: "会见方式为" + modes.map(\.chinese).joined(separator: "、")))
        }
        return .init(
            en: "The session is not what was agreed any more: "
                + parts.map(\.english).joined(separator: ", ") + ".",
            zh: "场次与约定的不同：" + parts.map(\.chinese).joined(separator: "，") + "。")
    }

    var aboutTheRequest: BilingualText {
        switch flag.code {
        case .quotaOver:
            return .init(
                en: "\(who.english) has \(value("visits")) visits \(days.english) and may have \(value("allowed")).",
                zh: "\(who.chinese) \(days.chinese) 共安排\(value("visits"))次会见，按规定最多\(value("allowed"))次。")
        case .tooSoon:
            return .init(
                en: "It is \(value("days")) days from \(others.english); at least \(value("least")) must lie between.",
                zh: "与\(others.chinese)仅隔\(value("days"))天，至少须隔\(value("least"))天。")
        case .bookingClosed:
            return .init(
                en: "The prison wants to be asked \(value("needed")) days ahead, and only \(value("days")) are left.",
                zh: "监狱要求至少提前\(value("needed"))天申请，现在只剩\(value("days"))天。")
        default:
            let papers = flag.facts.filter { $0.name == "paper" }.map { fact in
                Paper(rawValue: fact.value)?.name ?? BilingualText(fact.value)
            }
            return .init(
                en: "The file of \(who.english) lacks: \(papers.map(\.english).joined(separator: ", ")).",
                zh: "\(who.chinese)缺少材料：\(papers.map(\.chinese).joined(separator: "、"))。")
        }
    }

    var aboutTheJourney: BilingualText {
        switch flag.code {
        case .late:
            return .init(
                en: "They are at the gate at \(moment("arrives")) and must be there by \(moment("due")).",
                zh: "\(moment("arrives")) 才到监狱门口，最迟应于 \(moment("due")) 到达。")
        case .homeHours:
            let parts = [
                flag.fact("leaves").map { _ in
                    BilingualText(en: "they leave home at \(moment("leaves"))", zh: "\(moment("leaves")) 离家")
                },
                flag.fact("home").map { _ in
                    BilingualText(en: "they are home at \(moment("home"))", zh: "\(moment("home")) 到家")
                },
            ].compactMap { $0 }
            return .init(
                en: parts.map(\.english).joined(separator: ", ")
                    + "; the household’s hours are from \(value("after")) to \(value("before")).",
                zh: parts.map(\.chinese).joined(separator: "，")
                    + "；家庭可外出的时间为 \(value("after"))–\(value("before"))。")
        case .legUntrue: return leg
        case .journeyBroken:
            let parts = Self.list(parts)
            return .init(
                en: "The journey does not fit: \(parts.english).", zh: "行程不衔接：\(parts.chinese)。")
        default:
            let parts = Self.list(parts)
            return .init(
                en: "The visits of one journey do not fit each other (\(others.english)): \(parts.english).",
                zh: "同一行程的各次会见不一致（\(others.chinese)）：\(parts.chinese)。")
        }
    }

    private var parts: [BilingualText] {
        flag.facts.filter { $0.name == "part" }.map { fact in
            switch (flag.code, fact.value) {
            case (_, "legs"): .init(en: "one part does not follow the other", zh: "前后两段不相接")
            case (_, "home"): .init(en: "it does not begin and end at home", zh: "起点或终点不是家")
            case (_, "gate"): .init(en: "it does not lead to the gate", zh: "没有到达监狱门口")
            case (_, "day"): .init(en: "the day of the visit is none of its days", zh: "会见当天不在行程日期内")
            case (.journeyBroken, "meeting"): .init(en: "it leads home before the visit is over", zh: "会见未结束就返程")
            case (_, "meeting"): .init(en: "the visit is none of its meetings", zh: "行程中没有这次会见")
            case (_, "times"): .init(en: "their times differ", zh: "时间不同")
            case (_, "cents"): .init(en: "their costs differ", zh: "费用不同")
            default: BilingualText(fact.value)
            }
        }
    }

    private var leg: BilingualText {
        let ends = flag.subject.split(separator: " ").map(String.init)
        let way =
            ends.count == 3
            ? BilingualText(en: "from \(ends[1]) to \(ends[2])", zh: "\(ends[1]) 至 \(ends[2]) 的路段")
            : BilingualText(en: "of a part of the journey", zh: "其中一段")
        if let ride = flag.fact("trip") {
            return .init(
                en: "The ride \(ride) \(way.english) at \(moment("depart")) is not in the timetable.",
                zh: "时刻表中没有该车次：\(ride)，\(moment("depart"))，\(way.chinese)。")
        }
        guard let least = flag.fact("least") else {
            return .init(
                en: "The way \(way.english) at \(moment("depart")) names no ride and cannot be verified.",
                zh: "\(way.chinese)（\(moment("depart"))）没有车次，无法核实。")
        }
        return .init(
            en: "The way \(way.english) takes at least \(least) minutes; the journey counts \(value("minutes")).",
            zh: "\(way.chinese)至少需要\(least)分钟，行程只算了\(value("minutes"))分钟。")
    }

    var aboutTheRest: BilingualText {
        switch flag.code {
        case .budgetOver:
            let payer = flag.subject.isEmpty ? BilingualText("") : .init(en: " of \(who.english)", zh: who.chinese)
            let (cost, budget) = (money("cents"), money("allowed"))
            return .init(
                en: "The journeys of \(value("month")) cost \(cost.english); the budget\(payer.english) is "
                    + "\(budget.english).",
                zh: "\(payer.chinese) \(value("month")) 的路费共 \(cost.chinese)，预算为 \(budget.chinese)。")
        case .noOutcome:
            let status = flag.fact("status").flatMap(Visit.Status.init(rawValue:))?.name ?? BilingualText("–")
            return .init(
                en: "The day has passed, the visit is still \(status.english), and nobody has said what became of it.",
                zh: "日期已过，会见仍为“\(status.chinese)”，尚未登记结果。")
        default: return untrue
        }
    }

    private var untrue: BilingualText {
        switch flag.subject {
        case "no-school":
            .init(
                en: "The visit says that there is no school, but \(value("date")) is a school day.",
                zh: "说明写的是不上学，而 \(value("date")) 要上学。")
        case "school-day":
            .init(
                en: "The visit says that it is on a school day, but there is no school then.", zh: "说明写的是占用上学日，而当天不上学。")
        case "first-visit":
            .init(
                en: "The visit says that it is the first on record, but there was one on \(value("date")).",
                zh: "说明写的是首次会见，而 \(value("date")) 已有一次会见。")
        case "first-visit-of-some":
            .init(
                en: "The visit says that it is the first of some children, but all have been there, "
                    + "last on \(value("date")).",
                zh: "说明写的是有的孩子首次会见，而孩子们都已会见过，最近为 \(value("date"))。")
        case "one-day":
            .init(
                en: "The visit says that it needs no night, but the journey lasts until \(value("until")).",
                zh: "说明写的是当天往返，而行程持续到 \(value("until"))。")
        case "shared-journey":
            .init(
                en: "The visit says that another one is made on the same journey, which does not lead to one.",
                zh: "说明写的是与另一次会见同一行程，而此次行程并无另一次会见。")
        default: .init(en: "A reason that the visit gives is not true.", zh: "会见说明与事实不符。")
        }
    }
}
