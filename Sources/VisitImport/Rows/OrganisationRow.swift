import VisitModel

/// `organisations.csv`: the charities and offices that look after households, and whose money journeys are paid with.
enum OrganisationRow: RowLoader {
    enum Column: Int, ColumnSet {
        case id, name, nameZh, phone, email

        static let table = TableName.organisations

        var definition: ColumnDefinition {
            switch self {
            case .id:
                ColumnDefinition(
                    "id", .required, zh: ["编号", "机构编号"], also: ["organisation id", "organization id"],
                    BilingualText(en: "the identifier of the organisation", zh: "机构的编号"), examples: ["ORG1", "ORG2"])
            case .name:
                ColumnDefinition(
                    "name", .either(or: "name_zh"), zh: ["英文名称", "英文名"], also: ["name_en"],
                    BilingualText(en: "its name in English", zh: "英文名称"),
                    examples: ["Example Children's Village (invented)", "Example Aid (invented)"])
            case .nameZh:
                ColumnDefinition(
                    "name_zh", .either(or: "name"), zh: ["名称", "中文名称", "机构名称", "机构"],
                    BilingualText(en: "its name in Chinese", zh: "中文名称"), examples: ["示例儿童村（虚构）", "示例救助中心（虚构）"])
            case .phone:
                ColumnDefinition(
                    "phone", .optional, zh: ["电话", "联系电话"], also: ["telephone"], isPersonal: true,
                    empty: .staysUntilNone,
                    BilingualText(en: "a telephone number", zh: "联系电话"), examples: ["000-0000-0009", ""])
            case .email:
                ColumnDefinition(
                    "email", .optional, zh: ["电子邮箱", "邮箱"], isPersonal: true, empty: .staysUntilNone,
                    BilingualText(en: "an e-mail address", zh: "电子邮箱"), examples: ["", "office@example.org"])
            }
        }
    }

    static let key: Column? = .id

    static func load(_ row: inout RowReader<Column>, into draft: inout Draft) {
        let id = row.key(.id, of: Organisation.self, draft: &draft)
        let stored = draft.stored(id, in: .organisations, \.organisations)
        let name = row.name(.name, .nameZh, stored: stored?.name)
        let phone = row.resolved(.phone, stored?.phone) {
            $0.phone(.phone, in: draft.country(ofPlace: nil))
        }
        let email = row.resolved(.email, stored?.email) { $0.email(.email) }
        guard let id, let name else { return }
        draft.register.organisations.append(Organisation(id: id, name: name, phone: phone, email: email))
    }
}
