import VisitModel

/// `prisoners.csv`: parents and others in custody.
enum PrisonerRow: RowLoader {
    enum Column: Int, ColumnSet {
        case id, name, sex, prison, birthDate, grade, admitted, release, sentence, consents

        static let table = TableName.prisoners

        var definition: ColumnDefinition {
            switch self {
            case .id:
                ColumnDefinition(
                    "id", .required, zh: ["编号", "服刑人员编号"], also: ["prisoner id"],
                    BilingualText(en: "the identifier of the prisoner", zh: "服刑人员的编号"), examples: ["M1", "M2"])
            case .name:
                ColumnDefinition(
                    "name", .required, zh: ["姓名", "服刑人员姓名", "名字"], isPersonal: true,
                    BilingualText(en: "the prisoner's name", zh: "服刑人员姓名"),
                    examples: ["Example Mother (invented)", "Example Father (invented)"],
                    zhExamples: ["示例母亲（虚构）", "示例父亲（虚构）"])
            case .sex:
                ColumnDefinition(
                    "sex", .required, zh: ["性别"], also: ["gender"], words: Words.sex.list,
                    BilingualText(en: "the prisoner's sex", zh: "性别"), examples: ["female", "male"],
                    zhExamples: ["女", "男"])
            case .prison:
                ColumnDefinition(
                    "prison", .required, zh: ["监狱", "监狱编号"],
                    BilingualText(en: "the prison", zh: "所在监狱的编号"), examples: ["PR1", "PR2"])
            case .birthDate:
                ColumnDefinition(
                    "birth_date", .optional, zh: ["出生日期", "生日"], also: ["date of birth", "born"],
                    empty: .staysUntilNone,
                    BilingualText(en: "the date of birth", zh: "出生日期"), examples: ["1988-02-11", ""])
            case .grade:
                ColumnDefinition(
                    "grade", .optional, zh: ["管理等级", "处遇等级", "等级"], empty: .staysUntilNone,
                    words: Words.grade.list,
                    BilingualText(en: "the grade that the prison has given", zh: "监狱评定的等级"),
                    examples: ["ordinary", "lenient"], zhExamples: ["普管", "宽管"])
            case .admitted:
                ColumnDefinition(
                    "admitted", .optional, zh: ["入监日期"], empty: .staysUntilNone,
                    BilingualText(en: "when the prisoner was admitted", zh: "入监日期"), examples: ["2023-04-02", ""])
            case .release:
                ColumnDefinition(
                    "release", .optional, zh: ["释放日期", "刑满日期"], empty: .staysUntilNone,
                    BilingualText(en: "when the prisoner will be released", zh: "预计释放日期"), examples: ["2029-04-01", ""])
            case .sentence:
                ColumnDefinition(
                    "sentence", .optional, zh: ["刑种", "刑罚"], empty: .staysUntilNone, words: Words.sentence.list,
                    BilingualText(en: "the kind of sentence", zh: "刑罚种类"), examples: ["fixed-term", "life"],
                    zhExamples: ["有期徒刑", "无期徒刑"])
            case .consents:
                ColumnDefinition(
                    "consents", .optional, zh: ["同意会见", "本人同意"], words: Words.flag.list,
                    BilingualText(
                        en: "whether the prisoner has agreed to be visited (empty: yes)", zh: "本人是否同意会见（空：是）"),
                    examples: ["yes", "yes"], zhExamples: ["是", "是"])
            }
        }
    }

    static let key: Column? = .id

    static func load(_ row: inout RowReader<Column>, into draft: inout Draft) {
        let id = row.key(.id, of: Prisoner.self, draft: &draft)
        let name = row.name(.name)
        let sex = row.word(.sex, in: Words.sex)
        let prison = row.reference(.prison, to: .prisons, of: Prison.self, draft: draft)
        let stored = draft.stored(id, in: .prisoners, \.prisoners)
        let birthDate = row.resolved(.birthDate, stored?.birthDate) { $0.day(.birthDate) }
        let grade = row.resolved(.grade, stored?.grade) { $0.word(.grade, in: Words.grade) }
        let admitted = row.resolved(.admitted, stored?.admitted) { $0.day(.admitted) }
        let release = row.resolved(.release, stored?.release) { $0.day(.release) }
        let sentence = row.resolved(.sentence, stored?.sentence) { $0.word(.sentence, in: Words.sentence) }
        let consents = row.resolved(.consents, stored?.consents, otherwise: true) {
            $0.word(.consents, in: Words.flag)
        }
        row.checkAge(
            .birthDate, birthDate, stored: stored?.birthDate, ages: LikelyAges.prisoner,
            BilingualText(en: "a prisoner", zh: "服刑人员"), on: draft.today)
        row.isOrdered(.birthDate, birthDate, .admitted, admitted)
        row.isOrdered(.admitted, admitted, .release, release)
        if let sex, let prison { checkSex(sex, in: prison, &row, draft) }
        row.requireKept(.consents, draft: draft) { current in
            !consents && draft.prisoner(Identifier(current))?.consents == true
        }
        guard let id, let name, let sex, let prison else { return }
        draft.register.prisoners.append(
            Prisoner(
                id: id, name: name, sex: sex, prison: prison, birthDate: birthDate, grade: grade, admitted: admitted,
                release: release, sentence: sentence, consents: consents))
    }

    private static func checkSex(
        _ sex: Sex, in prison: Identifier<Prison>, _ row: inout RowReader<Column>, _ draft: Draft
    ) {
        guard let holds = draft.prison(prison)?.holds, !holds.admits(sex) else { return }
        row.fault(
            .sex, .contradiction, found: sex.rawValue,
            expected: BilingualText(
                en: "\(holds.rawValue), as the prison \(prison) holds",
                zh: "\(holds == .female ? "女" : "男")（\(prison) 的关押对象）"),
            advice: BilingualText(en: "Perhaps the prison is another one.", zh: "也许应为另一所监狱。"))
    }
}
