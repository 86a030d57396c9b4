extension VisitFlag.Code {
    /// What somebody can do about a visit with this flag, in a sentence that begins with “Perhaps”.
    public var advice: BilingualText {
        switch self {
        case .contactForbidden, .contactOnHold, .declinedByChild, .noBond, .prisonerDeclines, .notPermitted,
            .undetermined, .keptApart:
            onContact
        case .prisonerElsewhere, .whereaboutsUnknown, .released, .prisonerAway: onThePrisoner
        case .noAdult, .unknown, .adultUnderAge, .doesNotAccompany, .adultBanned, .adultNotAdmitted, .vettingEnded,
            .adultNotAvailable, .adultOtherWeekday, .adultAbsent, .childAbsent, .adultTwice, .childTwice, .bondTwice,
            .escortOverfull, .twoHouseholds:
            onPeople
        case .closed, .noSession, .sessionChanged, .tablesFull, .seatsFull, .visitorsOver, .tablesOver: onTheRoom
        case .quotaOver, .tooSoon, .bookingClosed, .papersMissing, .late, .homeHours, .journeyBroken, .legUntrue,
            .journeyTorn, .budgetOver, .textUntrue, .noOutcome:
            onTheRest
        }
    }

    private var onContact: BilingualText {
        switch self {
        case .contactOnHold:
            .init(
                en: "Perhaps ask whoever decides; until then call the visit off or move it.",
                zh: "或许应向作决定的人询问结果，在此之前取消或改期。")
        case .declinedByChild:
            .init(
                en: "Perhaps call it off as the child’s decision, and ask the child again later.",
                zh: "或许应按孩子的意愿取消，过一段时间再问。")
        case .noBond:
            .init(en: "Perhaps a row is missing in bonds.csv.", zh: "或许 bonds.csv 中缺少一行。")
        case .undetermined:
            .init(
                en: "Perhaps record what visitctl explain names as missing, or set the parameter in parameters.csv.",
                zh: "或许应补充 visitctl explain 指出的缺失内容，或在 parameters.csv 中设定该参数。")
        case .notPermitted:
            .init(
                en: "Perhaps move it to a day on which they may; visitctl explain says what the rules ask for.",
                zh: "或许应改到可以会见的日子；visitctl explain 会说明规定的要求。")
        case .keptApart: .init(en: "Perhaps move one of both visits to another session.", zh: "或许应把其中一次改到别的场次。")
        default: .init(en: "Perhaps call it off and tell the family.", zh: "或许应取消会见并告知家属。")
        }
    }

    private var onThePrisoner: BilingualText {
        switch self {
        case .whereaboutsUnknown:
            .init(
                en:
                    "Perhaps ask where she or he is, and write the identifier of that prison into the note of the event "
                    + "and into prisoners.csv.",
                zh: "或许应核实现关押地，把该监狱的编号填入事件的备注和 prisoners.csv。")
        case .prisonerAway:
            .init(
                en: "Perhaps move it to a day after the return, or meet outside prison.",
                zh: "或许应改到服刑人员返回之后，或在监外见面。")
        case .released: .init(en: "Perhaps call it off and tell the family.", zh: "或许应取消会见并告知家属。")
        default:
            .init(
                en: "Perhaps tell the family; the next plan looks for a date where they can meet.",
                zh: "或许应告知家属；下次排期会另找能会见的日期。")
        }
    }

    private var onPeople: BilingualText {
        switch self {
        case .unknown:
            .init(en: "Perhaps a row is missing in the files that were imported.", zh: "或许导入的文件中缺少一行。")
        case .vettingEnded:
            .init(
                en: "Perhaps have the vetting renewed (vetted_until in escorts.csv), or ask another escort.",
                zh: "或许应续办审查（escorts.csv 的 vetted_until），或另请陪同人员。")
        case .childAbsent:
            .init(en: "Perhaps move it to a day on which the child can.", zh: "或许应改到孩子方便的日子。")
        case .childTwice, .bondTwice:
            .init(en: "Perhaps move one of both visits, or call one off.", zh: "或许应把其中一次改期或取消。")
        case .escortOverfull:
            .init(en: "Perhaps ask a second adult, or make two journeys of it.", zh: "或许应再请一名成年人，或分两次前往。")
        case .twoHouseholds:
            .init(
                en: "Perhaps correct whose visit it is, or plan one for each household.",
                zh: "或许应更正会见所属的家庭，或按家庭分别安排。")
        default:
            .init(
                en: "Perhaps another adult can go along, or another date can be found.", zh: "或许应另请成年人陪同，或改期。")
        }
    }

    private var onTheRoom: BilingualText {
        switch self {
        case .visitorsOver:
            .init(en: "Perhaps fewer go, or they go on two days.", zh: "或许应减少人数，或分两天前往。")
        case .tablesOver:
            .init(en: "Perhaps a second adult sits with the other children.", zh: "或许应再请一名成年人陪同其他孩子。")
        case .sessionChanged:
            .init(
                en: "Perhaps tell the family the new time, or move the visit to another session.",
                zh: "或许应把新的时间告知家属，或改到别的场次。")
        default: .init(en: "Perhaps move it to another session.", zh: "或许应改到别的场次。")
        }
    }

    private var onTheRest: BilingualText {
        switch self {
        case .quotaOver:
            .init(
                en: "Perhaps ask the prison for one visit more, or move one into the next period.",
                zh: "或许应向监狱申请增加一次，或把其中一次改到下一期。")
        case .tooSoon: .init(en: "Perhaps move one of both visits.", zh: "或许应把其中一次改期。")
        case .bookingClosed:
            .init(
                en: "Perhaps telephone the prison whether it still takes the request, or move the visit.",
                zh: "或许应致电监狱询问能否补报，或改期。")
        case .papersMissing:
            .init(
                en: "Perhaps get the paper and tick it in bonds.csv, or move the visit.",
                zh: "或许应补齐材料并在 bonds.csv 中登记，或改期。")
        case .budgetOver:
            .init(en: "Perhaps a later date, or more money for the month.", zh: "或许应改到以后的月份，或增加当月预算。")
        case .textUntrue:
            .init(en: "Perhaps the next plan words it anew.", zh: "或许下次排期会重写说明。")
        case .noOutcome:
            .init(
                en: "Perhaps say what became of it: visitctl visit held, cut-short, missed or turned-away.",
                zh: "或许应登记结果：visitctl visit held、cut-short、missed 或 turned-away。")
        default:
            .init(
                en: "Perhaps look for another way, or move it to a date with a journey that works.",
                zh: "或许应另找路线，或改到行程可行的日期。")
        }
    }
}
