import VisitModel

/// `closures.csv`: days on which a prison, or one of its sessions, does not open.
enum ClosureRow: RowLoader {
    enum Column: Int, ColumnSet {
        case id, prison, session, from, to, reason

        static let table = TableName.closures

        var definition: ColumnDefinition {
            switch self {
            case .id:
                ColumnDefinition(
                    "id", .required, zh: ["编号"], also: ["closure id"],
                    BilingualText(en: "the identifier of the closure", zh: "停止会见的编号"), examples: ["CL1", "CL2"])
            case .prison:
                ColumnDefinition(
                    "prison", .required, zh: ["监狱", "监狱编号"],
                    BilingualText(en: "the prison", zh: "监狱的编号"), examples: ["PR1", "PR1"])
            case .session:
                ColumnDefinition(
                    "session", .optional, zh: ["时段", "时段编号"], empty: .staysUntilNone,
                    BilingualText(
                        en: "the session that does not take place (empty: the whole prison is closed)",
                        zh: "停止的时段编号（空：全监停止会见）"), examples: ["", "S1"])
            case .from:
                ColumnDefinition(
                    "from", .required, zh: ["开始日期", "开始", "起"],
                    BilingualText(en: "the first day", zh: "首日"), examples: ["2026-10-01", "2026-11-14"])
            case .to:
                ColumnDefinition(
                    "to", .optional, zh: ["结束日期", "结束", "止"],
                    BilingualText(en: "the last day (empty: the same)", zh: "末日（空：仅首日）"), examples: ["2026-10-03", ""])
            case .reason:
                ColumnDefinition(
                    "reason", .optional, zh: ["原因"], empty: .clears,
                    BilingualText(en: "why, in the words of the prison", zh: "原因"),
                    examples: ["National Day", "Repairs"], zhExamples: ["国庆节", "设施维修"])
            }
        }
    }

    static let key: Column? = .id

    static func load(_ row: inout RowReader<Column>, into draft: inout Draft) {
        let id = row.key(.id, of: Closure.self, draft: &draft)
        let prison = row.reference(.prison, to: .prisons, of: Prison.self, draft: draft)
        let stored = draft.stored(id, in: .closures, \.closures)
        let template = row.resolved(.session, stored?.template) {
            $0.reference(.session, to: .sessions, of: SessionTemplate.self, draft: draft)
        }
        let days = row.days(.from, .to, stored: stored?.days)
        let reason = row.resolved(.reason, stored?.reason, otherwise: "") { $0.freeText(.reason) }
        if let template, let prison, let owner = draft.template(template)?.prison, owner != prison {
            row.fault(
                .session, .otherPrison, found: template.text,
                expected: BilingualText(
                    en: "a session of \(prison); this one is of \(owner)", zh: "\(prison) 的时段；该时段属于 \(owner)"),
                advice: BilingualText(en: "Perhaps the other prison was meant.", zh: "也许应为另一所监狱。"))
        }
        guard let id, let prison, let days else { return }
        draft.register.closures.append(
            Closure(id: id, prison: prison, template: template, days: days, reason: reason))
    }
}
