import VisitModel

/// `separations.csv`: prisoners who must not be in the visiting room in one session.
enum SeparationRow: RowLoader {
    enum Column: Int, ColumnSet {
        case id, prisoner, other

        static let table = TableName.separations

        var definition: ColumnDefinition {
            switch self {
            case .id:
                ColumnDefinition(
                    "id", .optional, zh: ["编号", "记录编号"],
                    BilingualText(
                        en: "the identifier of the separation (empty: made of the two prisoners)",
                        zh: "本条记录的编号（空：由两名服刑人员的编号组成）"),
                    examples: ["SP1"])
            case .prisoner:
                ColumnDefinition(
                    "prisoner", .required, zh: ["服刑人员", "服刑人员编号"],
                    BilingualText(en: "one of the two prisoners; their order does not matter", zh: "其中一名服刑人员的编号，先后不限"),
                    examples: ["M1"])
            case .other:
                ColumnDefinition(
                    "other", .required, zh: ["另一服刑人员", "另一名服刑人员", "另一方"], also: ["other prisoner"],
                    BilingualText(
                        en: "the other one: co-accused, or in conflict with the first", zh: "另一名服刑人员的编号（如同案、有矛盾）"),
                    examples: ["M2"])
            }
        }
    }

    static let key: Column? = nil

    static func load(_ row: inout RowReader<Column>, into draft: inout Draft) {
        let given = row.identifier(.id, of: Separation.self)
        let prisoner = row.reference(.prisoner, to: .prisoners, of: Prisoner.self, draft: draft)
        let other = row.reference(.other, to: .prisoners, of: Prisoner.self, draft: draft)
        if let given, !row.noteKey(given.text, at: .id, draft: &draft) { return }
        guard let prisoner, let other else { return }
        guard prisoner != other else {
            row.fault(
                .other, .toItself, found: other.text,
                expected: BilingualText(en: "another prisoner than \(prisoner)", zh: "与 \(prisoner) 不同的服刑人员"),
                advice: BilingualText(en: "Perhaps one of the two identifiers is wrong.", zh: "也许其中一个编号有误。"))
            return
        }
        var separation = Separation(id: "", prisoner, other)
        let pair = "\(separation.first)+\(separation.second)"
        guard given?.text == pair || row.noteKey(pair, at: .other, draft: &draft) else { return }
        let known = draft.knownSeparation(of: separation)
        if let known, let given, known != given {
            row.fault(
                .id, .contradiction, found: given.text,
                expected: BilingualText(
                    en: "\(known), under which the store keeps these two apart already",
                    zh: "\(known)（数据库中这两人已有此记录）"),
                advice: BilingualText(en: "Perhaps leave the cell empty.", zh: "也许该格应留空。"))
            return
        }
        separation.id = given ?? known ?? Identifier(pair)
        draft.register.separations.append(separation)
    }
}
