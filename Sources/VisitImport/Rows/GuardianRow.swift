import VisitModel

/// `guardians.csv`: adults of households who are responsible for the children.
enum GuardianRow: RowLoader {
    enum Column: Int, ColumnSet {
        case id, name, household, relation, birthDate, phone, accompanies, weekdays, email
        case citizenNumber, wechat

        static let table = TableName.guardians

        var definition: ColumnDefinition {
            switch self {
            case .id:
                ColumnDefinition(
                    "id", .required, zh: ["编号", "监护人编号"], also: ["guardian id"],
                    BilingualText(en: "the identifier of the guardian", zh: "监护人的编号"), examples: ["G1", "G2"])
            case .name:
                ColumnDefinition(
                    "name", .required, zh: ["姓名", "监护人姓名", "名字"], isPersonal: true,
                    BilingualText(en: "the guardian's name", zh: "监护人姓名"),
                    examples: ["Example Grandmother (invented)", "Example Carer (invented)"],
                    zhExamples: ["示例祖母（虚构）", "示例照护人（虚构）"])
            case .household:
                ColumnDefinition(
                    "household", .required, zh: ["家庭", "家庭编号"],
                    BilingualText(en: "the household", zh: "所在家庭的编号"), examples: ["H1", "H2"])
            case .relation:
                ColumnDefinition(
                    "relation", .required, zh: ["关系", "与儿童关系"], words: Words.guardianRelation.list,
                    BilingualText(en: "what the guardian is to the children", zh: "与儿童的关系"),
                    examples: ["grandmother", "carer"], zhExamples: ["祖母", "照护人"])
            case .birthDate:
                ColumnDefinition(
                    "birth_date", .optional, zh: ["出生日期", "生日"], also: ["date of birth", "born"],
                    empty: .staysUntilNone,
                    BilingualText(en: "the date of birth", zh: "出生日期"), examples: ["1962-03-15", ""])
            case .phone:
                ColumnDefinition(
                    "phone", .optional, zh: ["电话", "联系电话"], also: ["telephone"], isPersonal: true,
                    empty: .staysUntilNone,
                    BilingualText(en: "a telephone number", zh: "联系电话"), examples: ["000-0000-0003", ""])
            case .accompanies:
                ColumnDefinition(
                    "accompanies", .optional, zh: ["能否陪同", "可陪同"], words: Words.flag.list,
                    BilingualText(
                        en: "whether the guardian can take the children to a visit (empty: yes)", zh: "能否陪同会见（空：是）"),
                    examples: ["yes", "no"], zhExamples: ["是", "否"])
            case .weekdays:
                ColumnDefinition(
                    "weekdays", .optional, zh: ["可陪同日", "可陪同星期"], words: Words.weekdays.list,
                    BilingualText(
                        en: "the days of the week on which the guardian can, as a list (empty: all)",
                        zh: "星期几可陪同，可多项（空：每天）"),
                    examples: ["sat;sun", ""], zhExamples: ["周六；周日", ""])
            case .email:
                ColumnDefinition(
                    "email", .optional, zh: ["电子邮箱", "邮箱"], also: ["mail"], isPersonal: true,
                    empty: .staysUntilNone,
                    BilingualText(en: "an e-mail address, for messages", zh: "电子邮箱，用于接收通知"), examples: ["", ""])
            case .citizenNumber: .citizenNumber(examples: 2)
            case .wechat:
                ColumnDefinition(
                    "wechat", .optional, zh: ["微信号", "微信"], also: ["wechat id", "wechat name"], isPersonal: true,
                    empty: .staysUntilNone,
                    BilingualText(
                        en: "the name in WeChat, or the telephone number by which the guardian is found there",
                        zh: "微信号，或微信绑定的手机号"), examples: ["example_grandmother", ""])
            }
        }
    }

    static let key: Column? = .id

    static func load(_ row: inout RowReader<Column>, into draft: inout Draft) {
        let id = row.key(.id, of: Guardian.self, draft: &draft)
        let name = row.name(.name)
        let household = row.reference(.household, to: .households, of: Household.self, draft: draft)
        let relation = row.word(.relation, in: Words.guardianRelation)
        let stored = draft.stored(id, in: .guardians, \.guardians)
        let birthDate = row.resolved(.birthDate, stored?.birthDate) { $0.day(.birthDate) }
        let phone = row.resolved(.phone, stored?.phone) {
            $0.phone(.phone, in: draft.country(ofHousehold: household))
        }
        let accompanies = row.resolved(.accompanies, stored?.accompanies, otherwise: true) {
            $0.word(.accompanies, in: Words.flag)
        }
        let weekdays = row.resolved(.weekdays, stored?.weekdays, otherwise: Weekday.allCases) { $0.weekdays(.weekdays) }
        let email = row.resolved(.email, stored?.email) { $0.email(.email) }
        let wechat = row.resolved(.wechat, stored?.wechat) {
            $0.wechat(.wechat, in: draft.country(ofHousehold: household))
        }
        let citizenNumber = row.citizenNumber(.citizenNumber, stored: stored?.citizenNumber)
        row.checkCitizenNumber(
            .citizenNumber, citizenNumber, of: id.map { .guardian($0) }, birthDate: (.birthDate, birthDate),
            sex: relation?.sex, in: &draft)
        row.checkAge(
            birthDate == nil ? .citizenNumber : .birthDate, birthDate ?? citizenNumber?.birthDate,
            stored: stored?.birthDate ?? stored?.citizenNumber?.birthDate, ages: LikelyAges.adult,
            BilingualText(en: "a guardian", zh: "监护人"), on: draft.today)
        row.requireKept(.accompanies, draft: draft) { current in
            !accompanies && draft.guardian(Identifier(current))?.accompanies == true
        }
        guard let id, let name, let household, let relation else { return }
        draft.register.guardians.append(
            Guardian(
                id: id, name: name, household: household, relation: relation, birthDate: birthDate, phone: phone,
                email: email, accompanies: accompanies, weekdays: weekdays, citizenNumber: citizenNumber, wechat: wechat
            ))
    }
}
