import VisitModel

/// `bonds.csv`: which child keeps contact with which prisoner.
enum BondRow: RowLoader {
    enum Column: Int, ColumnSet {
        case id, child, prisoner, relation, contact, papers, maxGapDays, reviewOn

        static let table = TableName.bonds

        var definition: ColumnDefinition {
            switch self {
            case .id:
                ColumnDefinition(
                    "id", .required, zh: ["编号", "关系编号"], also: ["bond id"],
                    BilingualText(en: "the identifier of the bond", zh: "关系的编号"), examples: ["B1", "B2"])
            case .child:
                ColumnDefinition(
                    "child", .required, zh: ["儿童", "儿童编号"],
                    BilingualText(en: "the child", zh: "儿童的编号"), examples: ["C1", "C2"])
            case .prisoner:
                ColumnDefinition(
                    "prisoner", .required, zh: ["服刑人员", "服刑人员编号"],
                    BilingualText(en: "the prisoner", zh: "服刑人员的编号"), examples: ["M1", "M2"])
            case .relation:
                ColumnDefinition(
                    "relation", .required, zh: ["关系", "与儿童关系"], words: Words.bondRelation.list,
                    BilingualText(en: "what the prisoner is to the child", zh: "服刑人员是儿童的什么人"),
                    examples: ["mother", "father"], zhExamples: ["母亲", "父亲"])
            case .contact:
                ColumnDefinition(
                    "contact", .optional, zh: ["联系决定", "会见决定"], words: Words.contact.list,
                    BilingualText(
                        en: "what was decided about contact (empty for a new bond: allowed)", zh: "对联系的决定（新关系留空：允许）"),
                    examples: ["allowed", "on-hold"], zhExamples: ["允许", "暂停"])
            case .papers:
                ColumnDefinition(
                    "papers", .optional, zh: ["证件", "已有证件", "材料"], empty: .staysUntilNone, words: Words.paper.list,
                    BilingualText(en: "the papers that are in the file, as a list", zh: "已备齐的证件，可多项"),
                    examples: ["household-register;proof-of-relationship", ""], zhExamples: ["户口簿；亲属关系证明", ""])
            case .maxGapDays:
                ColumnDefinition(
                    "max_gap_days", .optional, zh: ["最长间隔天数"], empty: .clears,
                    BilingualText(
                        en: "the longest time that should pass between two visits (empty: the operator's default)",
                        zh: "两次会见最长间隔（空：默认值）"), examples: ["45", ""])
            case .reviewOn:
                ColumnDefinition(
                    "review_on", .optional, zh: ["复核日期", "再询问日期"], empty: .staysUntilNone,
                    BilingualText(
                        en: "when a decision against contact is looked at again, the child being asked first",
                        zh: "不会见的决定何时复核（先询问孩子）"), examples: ["", "2027-03-01"])
            }
        }
    }

    static let key: Column? = .id

    static func load(_ row: inout RowReader<Column>, into draft: inout Draft) {
        let id = row.key(.id, of: Bond.self, draft: &draft)
        let child = row.reference(.child, to: .children, of: Child.self, draft: draft)
        let prisoner = row.reference(.prisoner, to: .prisoners, of: Prisoner.self, draft: draft)
        let relation = row.word(.relation, in: Words.bondRelation)
        let stored = draft.stored(id, in: .bonds, \.bonds)
        let written = row.resolved(.contact, stored?.contact, otherwise: Bond.usualContact) {
            $0.word(.contact, in: Words.contact)
        }
        let isRefused = isRefusalInForce(id, written, &row, draft)
        let contact = isRefused ? .declinedByChild : written
        let papers = row.resolved(.papers, stored?.papers, otherwise: []) { $0.words(.papers, in: Words.paper) }
        let maxGap = row.resolved(.maxGapDays, stored?.maxGap) { $0.whole(.maxGapDays, in: 1...3650, Units.days) }
        // What is allowed is not waiting to be looked at.
        let reviewOn: Day? =
            if isRefused {
                stored?.reviewOn
            } else if contact == .allowed {
                nil
            } else {
                row.resolved(.reviewOn, stored?.reviewOn) { $0.day(.reviewOn) }
            }
        row.requireKept(.contact, draft: draft) { current in
            let kept =
                draft.register.bonds.last { $0.id.text == current }
                ?? draft.stored(key: current, in: .bonds, \.bonds)
            return contact.strictness > kept?.contact.strictness ?? 0
        }
        guard let id, let child, let prisoner, let relation else { return }
        checkSex(of: prisoner, as: relation, &row, draft)
        checkAges(child, prisoner, relation, &row, draft)
        let bond = Bond(
            id: id, child: child, prisoner: prisoner, relation: relation, contact: contact,
            reviewOn: reviewOn, papers: papers, maxGap: maxGap)
        if stored == nil, !row.has(.contact) { draft.bondsOfUsualContact.append((id, row.location(of: .contact))) }
        draft.register.bonds.append(bond)
        draft.bondLocations.append(row.location(of: .prisoner))
    }

    /// Whether a child's no that a step has taken stays, because the row does not say that the child was asked again: the file
    /// may be older than the no. A no that a file brought gives way to another word in a file.
    private static func isRefusalInForce(
        _ id: Identifier<Bond>?, _ written: Bond.Contact, _ row: inout RowReader<Column>, _ draft: Draft
    ) -> Bool {
        guard let id, written == .allowed || written == .onHold, let no = draft.childsNo(to: id) else { return false }
        if row.isFilled(.reviewOn) {
            if row.mayBeNone(.reviewOn) { return false }
            // A day before the no answers an earlier one.
            guard let asked = row.day(.reviewOn) else { return true }
            if asked >= no { return false }
        }
        let reviewOn = row.heading(of: .reviewOn)
        row.fault(
            .contact, .refusalInForce, severity: .warning,
            BilingualText(
                en: "does not lift the child's no of \(no) to the bond \(id), which stands; "
                    + "expected \(reviewOn) in the same row",
                zh: "不足以解除：儿童于 \(no) 对关系 \(id) 表示的“儿童不愿”保留；同一行应填“\(reviewOn)”"),
            advice: BilingualText(
                en: "Perhaps write \(reviewOn) - the day on which the child was asked, not before \(no) - to lift it.",
                zh: "如要解除，请在“\(reviewOn)”填写再次询问孩子的日期（不早于 \(no)）。"))
        return true
    }

    private static func checkSex(
        of prisoner: Identifier<Prisoner>, as relation: Bond.Relation, _ row: inout RowReader<Column>, _ draft: Draft
    ) {
        let expected: Sex? =
            switch relation {
            case .mother, .stepmother, .grandmother: .female
            case .father, .stepfather, .grandfather: .male
            case .sibling, .guardian, .other: nil
            }
        guard let expected, let sex = draft.prisoner(prisoner)?.sex, sex != expected else { return }
        row.fault(
            .relation, .unlikely, severity: .warning, found: relation.rawValue,
            expected: BilingualText(
                en: "a relation of a \(sex.rawValue) prisoner, as \(prisoner) is",
                zh: "与 \(prisoner) 的性别（\(sex == .female ? "女" : "男")）相符的关系"),
            advice: BilingualText(en: "Perhaps the other parent is meant.", zh: "也许应为另一位家长。"))
    }

    private static func checkAges(
        _ child: Identifier<Child>, _ prisoner: Identifier<Prisoner>, _ relation: Bond.Relation,
        _ row: inout RowReader<Column>, _ draft: Draft
    ) {
        guard relation == .mother || relation == .father,
            let born = draft.child(child)?.birthDate,
            let parentBorn = draft.prisoner(prisoner)?.birthDate
        else { return }
        let age = parentBorn.years(until: born)
        guard !(12...70).contains(age) else { return }
        row.fault(
            .relation, .unlikely, severity: .warning, found: relation.rawValue,
            expected: BilingualText(
                en: "a parent aged 12 to 70 at the child's birth; the dates say \(age)",
                zh: "儿童出生时家长为12至70岁；按日期为\(age)岁"),
            advice: BilingualText(en: "Perhaps one of the dates of birth is wrong.", zh: "也许其中一个出生日期有误。"))
    }

    /// Says of the new bonds of each file that does not tell what was decided what they were taken for.
    static func tellUsualContact(of draft: Draft) -> [Finding] {
        let files = Dictionary(grouping: draft.bondsOfUsualContact, by: \.location.file)
        return files.sorted { $0.key < $1.key }.map { file, bonds in
            let shown = bonds.prefix(5).map(\.id.text)
            let more = bonds.count > shown.count
            return Finding(
                .note, code: FaultCode.usualContact.rawValue, subject: "file", at: SourceLocation(file: file),
                sentence: BilingualText(
                    en: "The file has no column contact: its \(bonds.count) new bonds "
                        + "(\(shown.joined(separator: ", "))\(more ? ", …" : "")) are stored as allowed; expected what "
                        + "was decided about each.",
                    zh: "文件没有“联系决定”列：\(bonds.count)条新关系（\(shown.joined(separator: "、"))\(more ? "等" : "")）"
                        + "按“允许”写入；应注明各自的联系决定。"),
                advice: BilingualText(
                    en: "Perhaps add the column contact, so that nobody is planned a visit who must not have one.",
                    zh: "也许应补上“联系决定”列，以免为不得会见的儿童安排会见。"))
        }
    }

    /// Checks that no child has two bonds with one prisoner: in the files, or in a file and the store.
    static func checkPairs(of draft: Draft, known: [Bond]) -> [Finding] {
        struct Pair: Hashable {
            let child: Identifier<Child>
            let prisoner: Identifier<Prisoner>
        }
        let replaced = Set(draft.register.bonds.map(\.id))
        var holders: [Pair: Identifier<Bond>] = [:]
        for bond in known where !replaced.contains(bond.id) {
            holders[Pair(child: bond.child, prisoner: bond.prisoner)] = bond.id
        }
        return zip(draft.register.bonds, draft.bondLocations).compactMap { bond, location in
            let pair = Pair(child: bond.child, prisoner: bond.prisoner)
            guard let holder = holders.updateValue(bond.id, forKey: pair) else { return nil }
            return Finding(
                .error, code: FaultCode.repeatedBond.rawValue, subject: "bond \(bond.id)", at: location,
                sentence: BilingualText(
                    en: "The child \(bond.child) and the prisoner \(bond.prisoner) have the bond \(holder) already; "
                        + "expected one bond of the two.",
                    zh: "儿童 \(bond.child) 与服刑人员 \(bond.prisoner) 已有关系 \(holder)；两人之间只应有一条。"),
                advice: BilingualText(
                    en: "Perhaps the bond \(holder) is to be changed instead.", zh: "也许应修改关系 \(holder)。"))
        }
    }
}
