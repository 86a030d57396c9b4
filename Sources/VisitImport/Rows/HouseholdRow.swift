import VisitModel

/// `households.csv`: where children live together.
enum HouseholdRow: RowLoader {
    enum Column: Int, ColumnSet {
        case id, name, kind, place, language, phone, leavesAfter, returnsBefore, escortsFrom, organisation

        static let table = TableName.households

        var definition: ColumnDefinition {
            switch self {
            case .id:
                ColumnDefinition(
                    "id", .required, zh: ["编号", "家庭编号"], also: ["household id"],
                    BilingualText(en: "the identifier of the household", zh: "家庭的编号"), examples: ["H1", "H2"])
            case .name:
                ColumnDefinition(
                    "name", .required, zh: ["名称", "家庭名称", "户名"], isPersonal: true,
                    BilingualText(en: "its name", zh: "名称"),
                    examples: ["Example family (invented)", "Example children's home (invented)"],
                    zhExamples: ["示例家庭（虚构）", "示例儿童村（虚构）"])
            case .kind:
                ColumnDefinition(
                    "kind", .optional, zh: ["类别", "类型"], words: Words.householdKind.list,
                    BilingualText(en: "what kind of household it is (empty: family)", zh: "家庭类别（空：家庭）"),
                    examples: ["family", "charity-home"], zhExamples: ["家庭", "儿童村"])
            case .place:
                ColumnDefinition(
                    "place", .required, zh: ["地点", "所在地", "地点编号"],
                    BilingualText(en: "the place where it is", zh: "所在地点的编号"), examples: ["PL1", "PL2"])
            case .language:
                ColumnDefinition(
                    "language", .optional, zh: ["语言"], words: Words.language.list,
                    BilingualText(
                        en: "the language in which it is written to (empty: that of the headings)",
                        zh: "通知使用的语言（空：与表头相同）"),
                    examples: ["zh", "zh"], zhExamples: ["中文", "中文"])
            case .phone:
                ColumnDefinition(
                    "phone", .optional, zh: ["电话", "联系电话"], also: ["telephone"], isPersonal: true,
                    empty: .staysUntilNone,
                    BilingualText(en: "a telephone number", zh: "联系电话"), examples: ["000-0000-0001", "000-0000-0002"])
            case .leavesAfter:
                ColumnDefinition(
                    "leaves_after", .optional, zh: ["最早出门", "最早出门时间"],
                    BilingualText(en: "the earliest time to leave home (empty: 06:00)", zh: "最早出门时间（空：06:00）"),
                    examples: ["06:30", "07:00"])
            case .returnsBefore:
                ColumnDefinition(
                    "returns_before", .optional, zh: ["最晚到家", "最晚到家时间"],
                    BilingualText(en: "the latest time to be home again (empty: 21:00)", zh: "最晚到家时间（空：21:00）"),
                    examples: ["20:30", "20:00"])
            case .escortsFrom:
                ColumnDefinition(
                    "escorts_from", .optional, zh: ["陪同来源", "陪同人员来源"], empty: .staysUntilNone,
                    BilingualText(
                        en: "the household whose escorts take its children along (empty: its own)",
                        zh: "由哪个家庭（机构）的陪同人员带领（空：自己的）"), examples: ["H2", ""])
            case .organisation:
                ColumnDefinition(
                    "organisation", .optional, zh: ["机构", "机构编号"], also: ["organization"],
                    empty: .staysUntilNone,
                    BilingualText(
                        en: "the identifier of the organisation that looks after it (empty or none: the operator)",
                        zh: "负责该家庭的机构的编号（空或“无”：运营者）"), examples: ["", "ORG1"])
            }
        }
    }

    static let key: Column? = .id

    static func load(_ row: inout RowReader<Column>, into draft: inout Draft) {
        let id = row.key(.id, of: Household.self, draft: &draft)
        let name = row.name(.name)
        let stored = draft.stored(id, in: .households, \.households)
        let kind = row.resolved(.kind, stored?.kind, otherwise: .family) { $0.word(.kind, in: Words.householdKind) }
        let place = row.reference(.place, to: .places, of: Place.self, draft: draft)
        let language = row.resolved(.language, stored?.language, otherwise: row.isChinese ? .chinese : .english) {
            $0.word(.language, in: Words.language)
        }
        let phone = row.resolved(.phone, stored?.phone) {
            $0.phone(.phone, in: draft.country(ofPlace: place))
        }
        let leaves = row.resolved(.leavesAfter, stored?.leavesAfter, otherwise: Household.usualLeaving) {
            $0.clock(.leavesAfter)
        }
        let returns = row.resolved(.returnsBefore, stored?.returnsBefore, otherwise: Household.usualReturn) {
            $0.clock(.returnsBefore)
        }
        let source = row.resolved(.escortsFrom, stored?.escortsFrom) { $0.identifier(.escortsFrom, of: Household.self) }
        let organisation = row.resolved(.organisation, stored?.organisation) {
            $0.reference(.organisation, to: .organisations, of: Organisation.self, draft: draft)
        }
        if leaves >= returns {
            row.fault(
                .returnsBefore, .wrongOrder, found: "\(returns)",
                expected: BilingualText(en: "a time after leaving home at \(leaves)", zh: "晚于最早出门时间（\(leaves)）"),
                advice: BilingualText(en: "Perhaps the two times are exchanged.", zh: "也许两个时间颠倒了。"))
        }
        if let id, let source { noteSource(source, of: id, &row, &draft) }
        guard let id, let name, let place else { return }
        draft.register.households.append(
            Household(
                id: id, name: name, kind: kind, place: place, language: language, phone: phone, leavesAfter: leaves,
                returnsBefore: returns, escortsFrom: source, organisation: organisation))
    }

    private static func noteSource(
        _ source: Identifier<Household>, of id: Identifier<Household>, _ row: inout RowReader<Column>,
        _ draft: inout Draft
    ) {
        guard source != id else {
            row.fault(
                .escortsFrom, .toItself, found: source.text,
                expected: BilingualText(
                    en: "another household, or nothing for escorts of its own", zh: "另一个家庭；用自己的陪同人员时应留空"),
                advice: BilingualText(en: "Perhaps leave the cell empty.", zh: "也许该格应留空。"))
            return
        }
        draft.escortSources.append(
            Draft.Pending(fact: source, subject: row.subject, location: row.location(of: .escortsFrom)))
    }

    /// Checks the references among households, once all of them are read.
    static func checkEscortSources(of draft: Draft) -> [Finding] {
        draft.escortSources.compactMap { pending in
            guard !draft.references.mayHold(pending.fact.text, in: .households) else { return nil }
            return Finding(
                .error, code: FaultCode.unknownReference.rawValue, subject: pending.subject, at: pending.location,
                sentence: BilingualText(
                    en: "escorts_from is \(Quoted.en(pending.fact.text)); expected the id of a household in "
                        + "households.csv or in the store.",
                    zh: "“陪同来源”为\(Quoted.zh(pending.fact.text))；应为“家庭”表或数据库中已有的编号。"),
                advice: BilingualText(en: "Perhaps the identifier is misspelt.", zh: "也许编号写错。"))
        }
    }
}
