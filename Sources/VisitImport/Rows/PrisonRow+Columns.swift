import VisitModel

extension PrisonRow.Column {
    var definition: ColumnDefinition {
        switch self {
        case .id, .name, .nameZh, .jurisdiction, .facility, .holds: identity
        case .place, .zone, .tableSeats, .noticeMinDays, .noticeMaxDays, .checkInMinutes, .phone, .maxVisitors,
            .tablesPerAdult, .listsCitizenNumbers:
            visiting
        }
    }

    private var identity: ColumnDefinition {
        switch self {
        case .name:
            ColumnDefinition(
                "name", .either(or: "name_zh"), zh: ["英文名称", "英文名"], also: ["name_en"],
                BilingualText(en: "its name in English", zh: "英文名称"),
                examples: ["Example Women's Prison (invented)", "Example Men's Prison (invented)"])
        case .nameZh:
            ColumnDefinition(
                "name_zh", .either(or: "name"), zh: ["名称", "中文名称", "监狱名称"],
                BilingualText(en: "its name in Chinese", zh: "中文名称"), examples: ["示例女子监狱（虚构）", "示例男子监狱（虚构）"])
        case .jurisdiction:
            ColumnDefinition(
                "jurisdiction", .required, zh: ["法域", "管辖地区", "管辖"],
                BilingualText(
                    en: "the law that it is under: CN, CN-SC, US-BOP, US-MI, GB-EAW", zh: "适用法律的地区代码：CN、CN-SC、US-BOP 等"),
                examples: ["CN-SC", "CN-SC"])
        case .facility:
            ColumnDefinition(
                "facility", .optional, zh: ["类型", "机构类型"], words: Words.facility.list,
                BilingualText(en: "what kind of institution it is (empty: prison)", zh: "机构类型（空：监狱）"),
                examples: ["prison", "prison"], zhExamples: ["监狱", "监狱"])
        case .holds:
            ColumnDefinition(
                "holds", .required, zh: ["关押对象", "关押性别"], words: Words.holds.list,
                BilingualText(en: "whom it holds", zh: "关押男犯、女犯或两者"), examples: ["female", "male"],
                zhExamples: ["女", "男"])
        default:
            ColumnDefinition(
                "id", .required, zh: ["编号", "监狱编号"], also: ["prison id"],
                BilingualText(en: "the identifier of the prison", zh: "监狱的编号"), examples: ["PR1", "PR2"])
        }
    }

    private var visiting: ColumnDefinition {
        switch self {
        case .zone:
            ColumnDefinition(
                "zone", .required, zh: ["时区"], also: ["time zone"],
                BilingualText(en: "the IANA name of the zone that its clocks show", zh: "IANA 时区名"),
                examples: ["Asia/Shanghai", "Asia/Shanghai"])
        case .tableSeats:
            ColumnDefinition(
                "table_seats", .optional, zh: ["每桌座位", "每桌座位数"],
                BilingualText(en: "how many persons sit at one table (empty: 4)", zh: "每张会见桌可坐人数（空：4）"),
                examples: ["4", "3"])
        case .noticeMinDays:
            ColumnDefinition(
                "notice_min_days", .optional, zh: ["最少提前天数"],
                BilingualText(
                    en: "how many whole days ahead a visit must at least be booked (empty: 2)", zh: "至少提前几天预约（空：2）"),
                examples: ["3", "7"])
        case .noticeMaxDays:
            ColumnDefinition(
                "notice_max_days", .optional, zh: ["最多提前天数"],
                BilingualText(
                    en: "how many days ahead it can at most be booked (empty: 90)", zh: "最多可提前几天预约（空：90）"),
                examples: ["60", "90"])
        case .checkInMinutes:
            ColumnDefinition(
                "check_in_minutes", .optional, zh: ["提前到达分钟", "提前到达分钟数"],
                BilingualText(
                    en: "how long before a session visitors must be at the gate (empty: 30)", zh: "会见开始前多少分钟到达（空：30）"),
                examples: ["30", "45"])
        case .phone:
            ColumnDefinition(
                "phone", .optional, zh: ["电话", "联系电话"], also: ["telephone"], isPersonal: true, empty: .staysUntilNone,
                BilingualText(en: "the telephone number of its visits office", zh: "会见办公室电话"),
                examples: ["028-0000-0001", ""])
        case .maxVisitors:
            ColumnDefinition(
                "max_visitors", .optional, zh: ["每次会见人数上限", "最多会见人数", "会见人数上限"],
                empty: .staysUntilNone,
                BilingualText(
                    en: "how many persons may come to one visit, children included (empty: as a parameter says)",
                    zh: "每次会见最多来几人，含儿童（空：按参数）"),
                examples: ["5", ""])
        case .tablesPerAdult:
            ColumnDefinition(
                "tables_per_adult", .optional, zh: ["每名成人可带桌数", "每名成人桌数"], empty: .staysUntilNone,
                BilingualText(
                    en: "at how many tables of one session an adult may sit with children (empty: as a parameter says)",
                    zh: "同一场次中每名成人最多照看几桌（空：按参数）"),
                examples: ["", "2"])
        case .listsCitizenNumbers:
            ColumnDefinition(
                "lists_citizen_numbers", .optional, zh: ["名单列身份证号", "名单含身份证号"], words: Words.flag.list,
                BilingualText(
                    en: "whether its gate list names visitors with their citizen numbers (empty: no)",
                    zh: "入门名单是否列出会见人的身份证号（空：否）"),
                examples: ["yes", "no"], zhExamples: ["是", "否"])
        default:
            ColumnDefinition(
                "place", .required, zh: ["地点", "所在地", "地点编号"],
                BilingualText(en: "the place where it stands", zh: "所在地点的编号"), examples: ["PL1", "PL2"])
        }
    }
}
