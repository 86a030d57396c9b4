import VisitModel

/// `escorts.csv`: adults of a charity or an office who take children to visits.
enum EscortRow: RowLoader {
    enum Column: Int, ColumnSet {
        case id, name, home, weekdays, from, to, maxChildren, vettedUntil, phone, email
        case citizenNumber

        static let table = TableName.escorts

        var definition: ColumnDefinition {
            switch self {
            case .id:
                ColumnDefinition(
                    "id", .required, zh: ["编号", "陪同人员编号"], also: ["escort id"],
                    BilingualText(en: "the identifier of the escort", zh: "陪同人员的编号"), examples: ["E1"])
            case .name:
                ColumnDefinition(
                    "name", .required, zh: ["姓名", "名字"], isPersonal: true,
                    BilingualText(en: "the escort's name", zh: "姓名"), examples: ["Example Escort (invented)"],
                    zhExamples: ["示例陪同人员（虚构）"])
            case .home:
                ColumnDefinition(
                    "home", .required, zh: ["所属家庭", "所属机构", "出发家庭"], also: ["household"],
                    BilingualText(en: "the household from which the escort works", zh: "所属家庭（机构）的编号"),
                    examples: ["H2"])
            case .weekdays:
                ColumnDefinition(
                    "weekdays", .optional, zh: ["可陪同日", "可陪同星期"], words: Words.weekdays.list,
                    BilingualText(
                        en: "the days of the week on which the escort can travel, as a list (empty: all)",
                        zh: "星期几可出行，可多项（空：每天）"), examples: ["weekend"], zhExamples: ["周末"])
            case .from:
                ColumnDefinition(
                    "from", .required, zh: ["开始日期", "开始", "起"],
                    BilingualText(en: "the first day of availability", zh: "可陪同的首日"), examples: ["2026-09-01"])
            case .to:
                ColumnDefinition(
                    "to", .required, zh: ["结束日期", "结束", "止"],
                    BilingualText(en: "the last day of availability", zh: "可陪同的末日"), examples: ["2027-08-31"])
            case .maxChildren:
                ColumnDefinition(
                    "max_children", .required, zh: ["最多儿童数", "最多儿童"],
                    BilingualText(en: "how many children the escort can take on one journey", zh: "一次最多带领几名儿童"),
                    examples: ["4"])
            case .vettedUntil:
                ColumnDefinition(
                    "vetted_until", .optional, zh: ["审查有效期至", "审查有效期"], empty: .staysUntilNone,
                    BilingualText(
                        en: "the last day on which the vetting is valid (empty or none: it does not end)",
                        zh: "背景审查有效期末日（空或“无”：长期）"
                    ),
                    examples: ["2027-06-30"])
            case .phone:
                ColumnDefinition(
                    "phone", .optional, zh: ["电话", "联系电话"], also: ["telephone"], isPersonal: true,
                    empty: .staysUntilNone,
                    BilingualText(en: "a telephone number", zh: "联系电话"), examples: ["000-0000-0004"])
            case .email:
                ColumnDefinition(
                    "email", .optional, zh: ["电子邮箱", "邮箱"], also: ["mail"], isPersonal: true,
                    empty: .staysUntilNone,
                    BilingualText(en: "an e-mail address, for messages", zh: "电子邮箱，用于接收通知"), examples: [""])
            case .citizenNumber: .citizenNumber(examples: 1)
            }
        }
    }

    static let key: Column? = .id

    static func load(_ row: inout RowReader<Column>, into draft: inout Draft) {
        let id = row.key(.id, of: Escort.self, draft: &draft)
        let name = row.name(.name)
        let home = row.reference(.home, to: .households, of: Household.self, draft: draft)
        let stored = draft.stored(id, in: .escorts, \.escorts)
        let weekdays = row.resolved(.weekdays, stored?.weekdays, otherwise: Weekday.allCases) { $0.weekdays(.weekdays) }
        let available = row.days(.from, .to)
        let maxChildren = row.whole(.maxChildren, in: 1...100, Units.children)
        let vettedUntil = row.resolved(.vettedUntil, stored?.vettedUntil) { $0.day(.vettedUntil) }
        let phone = row.resolved(.phone, stored?.phone) {
            $0.phone(.phone, in: draft.country(ofHousehold: home))
        }
        let email = row.resolved(.email, stored?.email) { $0.email(.email) }
        let citizenNumber = row.citizenNumber(.citizenNumber, stored: stored?.citizenNumber)
        row.checkCitizenNumber(.citizenNumber, citizenNumber, of: id.map { .escort($0) }, in: &draft)
        row.checkAge(
            .citizenNumber, citizenNumber?.birthDate, stored: stored?.citizenNumber?.birthDate, ages: LikelyAges.adult,
            BilingualText(en: "an escort", zh: "陪同人员"), on: draft.today)
        if row.has(.vettedUntil), let available, let vettedUntil, vettedUntil < available.first {
            row.fault(
                .vettedUntil, .unlikely, severity: .warning, found: "\(vettedUntil)",
                expected: BilingualText(
                    en: "a day not before \(available.first), from which the escort is available",
                    zh: "不早于可陪同首日（\(available.first)）"),
                advice: BilingualText(en: "Perhaps the vetting is to be renewed.", zh: "也许应更新背景审查。"))
        }
        guard let id, let name, let home, let available, let maxChildren else { return }
        draft.register.escorts.append(
            Escort(
                id: id, name: name, home: home, weekdays: weekdays, available: available, maxChildren: maxChildren,
                vettedUntil: vettedUntil, phone: phone, email: email, citizenNumber: citizenNumber))
    }
}
