extension VisitFlag.Code {
    /// The code behind a sentence, as `visitctl visit waive --check` takes it.
    public var inBrackets: String { "[\(rawValue)]" }

    /// What does not hold, in a few words that begin a sentence.
    public var name: BilingualText {
        switch self {
        case .contactForbidden, .contactOnHold, .declinedByChild, .noBond, .prisonerDeclines, .notPermitted,
            .undetermined, .keptApart, .prisonerElsewhere, .whereaboutsUnknown, .released, .prisonerAway:
            aboutContact
        case .noAdult, .unknown, .adultUnderAge, .doesNotAccompany, .adultBanned, .adultNotAdmitted, .vettingEnded,
            .adultNotAvailable, .adultOtherWeekday, .adultAbsent, .childAbsent, .adultTwice, .childTwice, .bondTwice,
            .escortOverfull, .twoHouseholds:
            aboutPeople
        case .closed, .noSession, .sessionChanged, .tablesFull, .seatsFull, .visitorsOver, .tablesOver, .quotaOver,
            .tooSoon, .bookingClosed, .papersMissing, .late, .homeHours, .journeyBroken, .legUntrue, .journeyTorn,
            .budgetOver, .textUntrue, .noOutcome:
            aboutTheVisit
        }
    }

    private var aboutContact: BilingualText {
        switch self {
        case .contactForbidden: .init(en: "Contact is forbidden", zh: "已禁止会见联系")
        case .contactOnHold: .init(en: "Contact is on hold until somebody decides", zh: "会见联系暂缓，等待决定")
        case .declinedByChild: .init(en: "The child does not want it now", zh: "孩子目前不愿意会见")
        case .noBond: .init(en: "Child and prisoner are not registered as belonging together", zh: "孩子与服刑人员没有亲属关系登记")
        case .prisonerDeclines: .init(en: "The prisoner does not agree to be visited", zh: "服刑人员不同意会见")
        case .notPermitted: .init(en: "The rules do not admit the child on that day", zh: "按规定当天不能会见")
        case .undetermined: .init(en: "The rules do not say whether the child may", zh: "规定未明确能否会见")
        case .keptApart: .init(en: "Two prisoners who must be kept apart are in one session", zh: "须隔离的两名服刑人员排在同一场次")
        case .prisonerElsewhere: .init(en: "The prisoner is in another prison on that day", zh: "服刑人员当天关押在另一所监狱")
        case .whereaboutsUnknown:
            .init(en: "Nobody has written down to which prison the prisoner was moved", zh: "服刑人员调往哪所监狱没有登记")
        case .released: .init(en: "The prisoner is released by then", zh: "届时服刑人员已释放")
        default: .init(en: "The prisoner is out of prison on that day", zh: "服刑人员当天不在监内")
        }
    }

    private var aboutPeople: BilingualText {
        switch self {
        case .noAdult: .init(en: "A child goes without an adult", zh: "孩子没有成年人陪同")
        case .unknown:
            .init(en: "Somebody or something that the visit names is not in the register", zh: "会见中的人员或事项不在登记中")
        case .adultUnderAge: .init(en: "The adult is not 18 on that day", zh: "陪同人当天未满18周岁")
        case .doesNotAccompany: .init(en: "The register says that this adult does not go along", zh: "该成年人登记为不陪同")
        case .adultBanned: .init(en: "This adult is banned as a visitor", zh: "该成年人被停止会见")
        case .adultNotAdmitted: .init(en: "The rules do not admit the child with this adult", zh: "按规定不能由该成年人陪同会见")
        case .vettingEnded: .init(en: "The escort’s vetting ends before the journey does", zh: "陪同人员的审查在行程结束前到期")
        case .adultNotAvailable: .init(en: "The escort is not available on a day of the journey", zh: "行程中有陪同人员不在岗的日子")
        case .adultOtherWeekday:
            .init(en: "A day of the journey is not one of this adult’s days", zh: "行程中有该成年人不能陪同的星期")
        case .adultAbsent: .init(en: "This adult cannot on a day of the journey", zh: "行程中有一天该成年人有事")
        case .childAbsent: .init(en: "The child cannot on a day of the journey", zh: "行程中有一天孩子有事")
        case .adultTwice: .init(en: "This adult would be in two places at once", zh: "该成年人同一时间被安排在两处")
        case .childTwice: .init(en: "The child would be in two places at once", zh: "孩子同一时间被安排在两处")
        case .bondTwice: .init(en: "The child has two visits to the prisoner at once", zh: "孩子同一时间有两次与同一人的会见")
        case .escortOverfull: .init(en: "The escort leads more children than they may", zh: "陪同人员所带孩子超过上限")
        default: .init(en: "The party is of more than one household", zh: "同行者不属于同一个家庭")
        }
    }

    private var aboutTheVisit: BilingualText {
        switch self {
        case .closed: .init(en: "The visiting room is closed on that day", zh: "会见室当天停止会见")
        case .noSession: .init(en: "There is no such session on that day", zh: "当天没有该场次")
        case .sessionChanged: .init(en: "The session is not what was agreed any more", zh: "场次与约定的不同")
        case .tablesFull: .init(en: "The session has too few tables", zh: "该场次桌位不足")
        case .seatsFull: .init(en: "The session has too few seats", zh: "该场次座位不足")
        case .visitorsOver: .init(en: "More persons come than may at one visit", zh: "会见人数超过上限")
        case .tablesOver: .init(en: "An adult sits at more tables of one session than may be", zh: "一名成年人在同一场次照看的桌数过多")
        case .quotaOver: .init(en: "The prisoner’s quota does not reach", zh: "超出服刑人员的会见次数")
        case .tooSoon: .init(en: "It is too soon after another visit", zh: "距上一次会见太近")
        case .bookingClosed: .init(en: "It is too late to ask the prison", zh: "已过监狱的预约期限")
        case .papersMissing: .init(en: "A paper that must be in the file is not", zh: "缺少必需的材料")
        case .late: .init(en: "The party is at the gate too late", zh: "到达监狱门口太晚")
        case .homeHours: .init(en: "The journey is outside the household’s hours", zh: "行程超出家庭可外出的时间")
        case .journeyBroken: .init(en: "The parts of the journey do not fit each other", zh: "行程各段不衔接")
        case .legUntrue: .init(en: "A part of the journey is not in the timetable", zh: "行程中有一段不在时刻表中")
        case .journeyTorn: .init(en: "The visits of one journey do not fit each other", zh: "同一行程的各次会见不一致")
        case .budgetOver: .init(en: "The journeys of the month cost more than there is", zh: "当月路费超出预算")
        case .textUntrue: .init(en: "A reason that the visit gives is not true", zh: "会见说明与事实不符")
        default: .init(en: "The day has passed and nobody has said what became of it", zh: "日期已过，尚未登记结果")
        }
    }
}
