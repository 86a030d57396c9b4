import VisitModel

/// `prisoner_events.csv`: what happened to prisoners and rules mention.
enum PrisonerEventRow: RowLoader {
    enum Column: Int, ColumnSet {
        case id, prisoner, event, date, until, visitor, misconduct, note

        static let table = TableName.prisonerEvents

        var definition: ColumnDefinition {
            switch self {
            case .id:
                ColumnDefinition(
                    "id", .required, zh: ["编号", "事件编号"], also: ["event id"],
                    BilingualText(en: "the identifier of the event", zh: "事件的编号"), examples: ["EV1", "EV2", "EV3"])
            case .prisoner:
                ColumnDefinition(
                    "prisoner", .required, zh: ["服刑人员", "服刑人员编号"],
                    BilingualText(en: "whom it concerns", zh: "服刑人员的编号"), examples: ["M1", "M2", "M1"])
            case .event:
                ColumnDefinition(
                    "event", .required, zh: ["事件", "事件类型"], also: ["kind"], words: Words.event.list,
                    BilingualText(en: "what happened", zh: "事件类型"),
                    examples: ["gradeChanged", "misconduct", "visitorSuspended"], zhExamples: ["等级变更", "违规", "暂停会见人资格"])
            case .date:
                ColumnDefinition(
                    "date", .required, zh: ["日期", "发生日期"], also: ["from"],
                    BilingualText(en: "when, or when it began", zh: "发生（或开始）日期"),
                    examples: ["2025-06-01", "2026-01-10", "2026-02-01"])
            case .until:
                ColumnDefinition(
                    "until", .optional, zh: ["截止日期", "结束日期"], empty: .staysUntilNone,
                    BilingualText(
                        en: "its last day, for what lasts (empty for a ban: until further notice)",
                        zh: "末日（持续性事件；暂停会见资格留空表示未定期限）"),
                    examples: ["", "", "2026-04-30"])
            case .visitor:
                ColumnDefinition(
                    "visitor", .optional, zh: ["被限制会见人", "会见人", "访客"], empty: .staysUntilNone,
                    BilingualText(
                        en:
                            "the guardian or escort whom a suspension or a breach is about (a suspension of nobody keeps "
                            + "everybody away)",
                        zh: "被暂停会见资格或会见违规的监护人或陪同人员的编号（暂停会见资格留空：所有人都不能会见）"),
                    examples: ["", "", "G1"])
            case .misconduct:
                ColumnDefinition(
                    "misconduct", .optional, zh: ["违规类型"], empty: .staysUntilNone, words: Words.misconduct.list,
                    BilingualText(en: "what a misconduct was about", zh: "违规的类型"), examples: ["", "alcohol", ""],
                    zhExamples: ["", "饮酒", ""])
            case .note:
                ColumnDefinition(
                    "note", .optional, zh: ["备注", "说明"], isPersonal: true, empty: .clears,
                    BilingualText(
                        en: "facts of the event, such as the new grade; of a transfer the id of the new prison",
                        zh: "事件说明，如新的等级；调监填调入监狱的编号"),
                    examples: ["ordinary", "", ""], zhExamples: ["普管", "", ""])
            }
        }
    }

    static let key: Column? = .id

    static func load(_ row: inout RowReader<Column>, into draft: inout Draft) {
        let id = row.key(.id, of: PrisonerEvent.self, draft: &draft)
        let prisoner = row.reference(.prisoner, to: .prisoners, of: Prisoner.self, draft: draft)
        let kind = row.word(.event, in: Words.event)
        let date = row.day(.date)
        let stored = draft.stored(id, in: .prisonerEvents, \.events)
        let until = row.resolved(.until, stored?.until) { $0.day(.until) }
        // What the store holds of an event of another kind does not fit the new one.
        let misconduct = row.resolved(.misconduct, kind == .misconduct ? stored?.misconduct : nil) {
            $0.word(.misconduct, in: Words.misconduct)
        }
        let visitor = row.resolved(.visitor, kind?.mayNameVisitor == false ? nil : stored?.visitor) {
            Self.visitor(of: kind, &$0, draft)
        }
        let note = row.resolved(.note, stored?.note, otherwise: "") { $0.freeText(.note) }
        row.isOrdered(.date, date, .until, until)
        if let kind, let misconduct, kind != .misconduct {
            row.fault(
                .misconduct, .contradiction, found: misconduct.rawValue,
                expected: BilingualText(
                    en: "nothing, since the event is \(kind.rawValue) and not misconduct", zh: "留空（该事件不是违规）"),
                advice: BilingualText(en: "Perhaps the event is a misconduct.", zh: "也许事件类型应为违规。"))
        }
        checkWhatIsOpen(kind, visitor, note, &row, draft)
        guard let id, let prisoner, let kind, let date else { return }
        draft.register.events.append(
            PrisonerEvent(
                id: id, prisoner: prisoner, kind: kind, date: date, until: until, misconduct: misconduct,
                visitor: visitor, note: note))
    }

    /// Says what the event leaves open and visits rest on: where a transfer leads, and whom a suspension keeps away.
    private static func checkWhatIsOpen(
        _ kind: PrisonerEvent.Kind?, _ visitor: Visit.Companion?, _ note: String, _ row: inout RowReader<Column>,
        _ draft: Draft
    ) {
        switch kind {
        case .transferred where !draft.references.mayHold(note, in: .prisons):
            row.fault(
                .note, .unknownReference, severity: .warning, found: note,
                expected: BilingualText(
                    en: "the id of the prison to which the prisoner was moved, in prisons.csv or in the store",
                    zh: "调入监狱的编号（“监狱”表或数据库中已有）"),
                advice: BilingualText(
                    en: "Perhaps write the prison's id; until then the prisoner's visits are to be verified.",
                    zh: "也许应填监狱编号；在此之前，该服刑人员的会见须先核实。"))
        case .visitorSuspended where visitor == nil && (row.plainText(of: .visitor) ?? "").isEmpty:
            row.fault(
                .visitor, .missingValue, severity: .warning,
                BilingualText(
                    en:
                        "is empty; expected the guardian or escort who is suspended: without one everybody is kept away",
                    zh: "为空；应填被暂停资格的监护人或陪同人员：留空则所有人都不能会见"),
                advice: BilingualText(
                    en: "Perhaps fill in the id from guardians.csv or escorts.csv.", zh: "也许应填“监护人”表或“陪同人员”表中的编号。"))
        default: break
        }
    }

    /// The adult in the cell, whom the event is about.
    private static func visitor(
        of kind: PrisonerEvent.Kind?, _ row: inout RowReader<Column>, _ draft: Draft
    ) -> Visit.Companion? {
        guard let named = row.identifier(.visitor, of: Visit.Companion.self)?.text else { return nil }
        let id = row.current(named, in: [.guardians, .escorts], .visitor, draft: draft)
        if let kind, !kind.mayNameVisitor {
            row.fault(
                .visitor, .contradiction, found: id,
                expected: BilingualText(
                    en: "nothing, since the event is \(kind.rawValue) and about no visitor", zh: "留空（该事件与会见人无关）"),
                advice: BilingualText(
                    en: "Perhaps the event is visitorSuspended or visitBreach.", zh: "也许事件类型应为“暂停会见人资格”或“会见违规”。"))
        }
        let adults = draft.adults(named: id)
        if adults.count > 1 {
            row.fault(
                .visitor, .contradiction, found: id, expected: Advice.oneAdult, advice: Advice.renameAdult)
        } else if adults.isEmpty, !draft.mayHoldAdult(id) {
            row.fault(
                .visitor, .unknownReference, found: id,
                expected: BilingualText(
                    en: "the id of a guardian or an escort in guardians.csv, escorts.csv or in the store",
                    zh: "“监护人”表、“陪同人员”表或数据库中已有的编号"),
                advice: BilingualText(
                    en: "Perhaps the identifier is misspelt, or one of the two files was left out.",
                    zh: "也许编号写错，或漏了其中一个文件。"))
        }
        return adults.first
    }
}
