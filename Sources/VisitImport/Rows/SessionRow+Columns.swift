import VisitModel

extension SessionRow.Column {
    var definition: ColumnDefinition {
        switch self {
        case .id, .prison, .weekday, .date, .start, .minutes: occasion
        case .modes, .tables, .seats, .everyWeeks, .anchor, .validFrom, .validTo, .site: form
        }
    }

    private var occasion: ColumnDefinition {
        switch self {
        case .prison:
            ColumnDefinition(
                "prison", .required, zh: ["监狱", "监狱编号"],
                BilingualText(en: "the prison whose room it is", zh: "监狱的编号"), examples: ["PR1", "PR2"])
        case .weekday:
            ColumnDefinition(
                "weekday", .either(or: "date"), zh: ["星期", "星期几"], words: Words.weekday.list,
                BilingualText(en: "the day of the week, for a session that repeats", zh: "星期几（每周重复的时段）"),
                examples: ["sat", ""], zhExamples: ["周六", ""])
        case .date:
            ColumnDefinition(
                "date", .either(or: "weekday"), zh: ["日期"],
                BilingualText(en: "the date, for a session that takes place once", zh: "日期（单次时段）"),
                examples: ["", "2026-10-06"])
        case .start:
            ColumnDefinition(
                "start", .required, zh: ["开始时间", "开始"],
                BilingualText(en: "when it begins, on the clocks of the prison", zh: "开始时间（监狱当地）"),
                examples: ["09:30", "14:00"])
        case .minutes:
            ColumnDefinition(
                "minutes", .required, zh: ["分钟", "时长", "时长分钟"],
                BilingualText(en: "how long a visit lasts in it", zh: "每次会见的分钟数"), examples: ["30", "120"])
        default:
            ColumnDefinition(
                "id", .required, zh: ["编号", "时段编号"], also: ["session id"],
                BilingualText(en: "the identifier of the session", zh: "时段的编号"), examples: ["S1", "S2"])
        }
    }

    private var form: ColumnDefinition {
        switch self {
        case .tables:
            ColumnDefinition(
                "tables", .required, zh: ["桌数", "窗口数"],
                BilingualText(en: "how many tables, windows or screens there are", zh: "会见桌（或窗口、屏幕）数"),
                examples: ["12", "8"])
        case .seats:
            ColumnDefinition(
                "seats", .optional, zh: ["总座位", "最多人数"], empty: .staysUntilNone,
                BilingualText(en: "the most persons in the room at once (empty: no limit)", zh: "同时在场最多人数（空：不限）"),
                examples: ["48", ""])
        case .everyWeeks:
            ColumnDefinition(
                "every_weeks", .optional, zh: ["间隔周数", "每几周"],
                BilingualText(en: "every how many weeks it takes place (empty: 1)", zh: "每几周一次（空：1）"),
                examples: ["2", ""])
        case .anchor:
            ColumnDefinition(
                "anchor", .optional, zh: ["起算日", "起算日期"], empty: .staysUntilNone,
                BilingualText(
                    en: "a day of a week in which it takes place, from which the weeks are counted",
                    zh: "开放周中的任意一天，用来推算间隔"),
                examples: ["2026-09-05", ""])
        case .validFrom:
            ColumnDefinition(
                "valid_from", .optional, zh: ["有效期起", "生效日期"], empty: .staysUntilNone,
                BilingualText(en: "the first day on which it is valid", zh: "生效首日"), examples: ["2026-09-01", ""])
        case .validTo:
            ColumnDefinition(
                "valid_to", .optional, zh: ["有效期止", "失效日期"], empty: .staysUntilNone,
                BilingualText(en: "the last day on which it is valid", zh: "有效末日"), examples: ["2027-08-31", ""])
        case .site:
            ColumnDefinition(
                "site", .optional, zh: ["视频会见点", "会见点"], also: ["video site"], empty: .staysUntilNone,
                BilingualText(
                    en:
                        "for a session by video: the place near home where the visitors sit (empty: they come to the prison)",
                    zh: "视频会见时，会见人所在的就近会见点的地点编号（空：到监狱会见）"),
                examples: ["", ""])
        default:
            ColumnDefinition(
                "modes", .optional, zh: ["会见方式", "方式"], also: ["mode"], words: Words.mode.list,
                BilingualText(
                    en: "the forms offered, the most open first, as a list (empty: table)",
                    zh: "提供的会见方式，最开放的在前，可多项（空：桌边会见）"),
                examples: ["table;glass", "family-room"], zhExamples: ["桌边会见；隔窗会见", "亲情会见室"])
        }
    }
}
