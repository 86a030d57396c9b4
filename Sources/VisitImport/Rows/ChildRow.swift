import VisitModel

/// `children.csv`: the children whose contact is to be kept.
enum ChildRow: RowLoader {
    enum Column: Int, ColumnSet {
        case id, name, birthDate, household, schoolCalendar, needs, citizenNumber

        static let table = TableName.children

        var definition: ColumnDefinition {
            switch self {
            case .id:
                ColumnDefinition(
                    "id", .required, zh: ["编号", "儿童编号"], also: ["child id"],
                    BilingualText(en: "the identifier of the child", zh: "儿童的编号"), examples: ["C1", "C2"])
            case .name:
                ColumnDefinition(
                    "name", .required, zh: ["姓名", "儿童姓名", "名字"], isPersonal: true,
                    BilingualText(en: "the child's name", zh: "儿童姓名"),
                    examples: ["Example Child One (invented)", "Example Child Two (invented)"],
                    zhExamples: ["示例儿童甲（虚构）", "示例儿童乙（虚构）"])
            case .birthDate:
                ColumnDefinition(
                    "birth_date", .required, zh: ["出生日期", "生日"], also: ["date of birth", "born"],
                    BilingualText(en: "the date of birth", zh: "出生日期"), examples: ["2016-05-20", "2012-11-03"],
                    zhExamples: ["2016年5月20日", "2012/11/3"])
            case .household:
                ColumnDefinition(
                    "household", .required, zh: ["家庭", "家庭编号"],
                    BilingualText(en: "the household where the child lives", zh: "所在家庭的编号"), examples: ["H1", "H2"])
            case .schoolCalendar:
                ColumnDefinition(
                    "school_calendar", .optional, zh: ["校历", "校历编号"], empty: .staysUntilNone,
                    BilingualText(
                        en: "the calendar of the child's school (empty: does not go to one)", zh: "所在学校的校历编号（空：未上学）"),
                    examples: ["SC1", ""])
            case .needs:
                ColumnDefinition(
                    "needs", .optional, zh: ["特殊需要", "需要"], empty: .staysUntilNone, words: Words.need.list,
                    BilingualText(en: "what a journey must be fit for, as a list", zh: "出行需要，可多项"),
                    examples: ["travel-sickness", ""], zhExamples: ["晕车", ""])
            case .citizenNumber: .citizenNumber(examples: 2)
            }
        }
    }

    static let key: Column? = .id

    static func load(_ row: inout RowReader<Column>, into draft: inout Draft) {
        let id = row.key(.id, of: Child.self, draft: &draft)
        let name = row.name(.name)
        let birthDate = row.day(.birthDate)
        let household = row.reference(.household, to: .households, of: Household.self, draft: draft)
        let stored = draft.stored(id, in: .children, \.children)
        let calendar = row.resolved(.schoolCalendar, stored?.schoolCalendar) {
            $0.reference(.schoolCalendar, to: .schoolCalendars, of: SchoolCalendar.self, draft: draft)
        }
        let needs = row.resolved(.needs, stored?.needs, otherwise: []) { $0.words(.needs, in: Words.need) }
        row.checkAge(
            .birthDate, birthDate, stored: stored?.birthDate, ages: LikelyAges.child,
            BilingualText(en: "a child", zh: "儿童"), on: draft.today)
        let citizenNumber = row.citizenNumber(.citizenNumber, stored: stored?.citizenNumber)
        row.checkCitizenNumber(
            .citizenNumber, citizenNumber, of: id.map { .child($0) }, birthDate: (.birthDate, birthDate), in: &draft)
        guard let id, let name, let birthDate, let household else { return }
        if stored == nil { askWhetherKnown(id, name, birthDate, &row, &draft) }
        draft.register.children.append(
            Child(
                id: id, name: name, birthDate: birthDate, household: household, schoolCalendar: calendar, needs: needs,
                citizenNumber: citizenNumber))
    }

    /// Asks whether a new child is one that is there already under another identifier: then its bonds and visits are, too.
    private static func askWhetherKnown(
        _ id: Identifier<Child>, _ name: String, _ birthDate: Day, _ row: inout RowReader<Column>, _ draft: inout Draft
    ) {
        guard let known = draft.namesakes.note(id, named: name, born: birthDate) else { return }
        row.fault(
            .id, .perhapsKnown, severity: .warning,
            BilingualText(
                en:
                    "is \(Quoted.en(id.text)), a new child with the name and the birth date of the child \(known); expected "
                    + "one record of each child",
                zh: "为\(Quoted.zh(id.text))，是新儿童，但与儿童 \(known) 同名且同日出生；每名儿童只应有一条记录"),
            advice: BilingualText(
                en:
                    "Perhaps \(known) was meant. Where both are stored, visitctl merge --child \(known) \(id) makes one record.",
                zh: "也许应为“\(known)”。如已写入两条，可用 visitctl merge --child \(known) \(id) 合并。"))
    }
}
