import VisitFormats
import VisitModel

/// `costs.csv`: what was really spent on visits.
enum CostRow: RowLoader {
    enum Column: Int, ColumnSet {
        case id, visit, person, amount, kind, receipt

        static let table = TableName.costs

        var definition: ColumnDefinition {
            switch self {
            case .id:
                ColumnDefinition(
                    "id", .optional, zh: ["编号", "费用编号"],
                    BilingualText(
                        en: "the identifier of the payment (empty: made of visit, person, kind and receipt)",
                        zh: "费用的编号（空：由会见、支付人、类别和票据号得出）"),
                    examples: ["K1", "K2"])
            case .visit:
                ColumnDefinition(
                    "visit", .required, zh: ["会见", "会见号", "会见编号"],
                    BilingualText(en: "the visit, by its number (V-0123) or identifier", zh: "会见号（V-0123）或会见编号"),
                    examples: ["V1", "V1"])
            case .person:
                ColumnDefinition(
                    "person", .optional, zh: ["支付人", "垫付人", "经手人"], isPersonal: true,
                    empty: .clears,
                    BilingualText(en: "the escort or guardian who paid, by identifier", zh: "支付人（陪同人员或监护人）的编号"),
                    examples: ["G1", "G1"])
            case .amount:
                ColumnDefinition(
                    "amount", .required, zh: ["金额", "费用金额"],
                    BilingualText(en: "the money, in units of the currency", zh: "金额（元）"), examples: ["128.50", "36"])
            case .kind:
                ColumnDefinition(
                    "kind", .required, zh: ["类别", "费用类别"], words: Words.costKind.list,
                    BilingualText(en: "what it was spent on", zh: "费用类别"), examples: ["fare", "food"],
                    zhExamples: ["交通费", "餐费"])
            case .receipt:
                ColumnDefinition(
                    "receipt", .optional, zh: ["票据号", "发票号", "票据编号"], empty: .clears,
                    BilingualText(en: "the number of the receipt, if there is one", zh: "票据或发票的号码（如有）"),
                    examples: ["R-1", ""])
            }
        }
    }

    static let key: Column? = nil

    static func load(_ row: inout RowReader<Column>, into draft: inout Draft) {
        let given = row.identifier(.id, of: VisitCost.self)
        let visit = visit(&row, draft)
        let stored = draft.stored(given, in: .costs, \.costs)
        let person = row.resolved(.person, stored?.person, otherwise: "") { Self.person(&$0, draft) }
        let cents = row.decimal(.amount, places: 2, in: 0...100_000_000_000, Units.money)
        let kind = row.word(.kind, in: Words.costKind)
        let receipt = row.resolved(.receipt, stored?.receipt) { $0.text(.receipt) }
        if let given, !row.noteKey(given.text, at: .id, draft: &draft) { return }
        guard let visit, let cents, let kind else { return }
        let cost = VisitCost(
            id: given ?? "", visit: visit, person: person, cents: Cents(cents), kind: kind, receipt: receipt)
        if given != nil {
            draft.register.costs.append(cost)
        } else {
            draft.namelessCosts.append(
                UnidentifiedCost(
                    cost: cost, tells: .init(id: row.has(.id), person: row.has(.person), receipt: row.has(.receipt)),
                    location: row.location(of: .amount)))
        }
    }

    private static func visit(_ row: inout RowReader<Column>, _ draft: Draft) -> Identifier<Visit>? {
        guard let named = row.identifier(.visit, of: Visit.self) else { return nil }
        if let known = draft.visit(named: named.text) { return known }
        row.fault(
            .visit, .unknownReference, found: named.text,
            expected: BilingualText(
                en: "the number or the id of a visit in visits.csv or in the store", zh: "“会见记录”表或数据库中已有的会见号或会见编号"),
            advice: BilingualText(
                en: "Perhaps a digit is wrong, or visits.csv was left out.", zh: "也许有一位写错，或漏了“会见记录”文件。"))
        return nil
    }

    /// Who paid. A cell that holds no identifier may hold a name, and is not quoted.
    private static func person(_ row: inout RowReader<Column>, _ draft: Draft) -> String? {
        guard let named = row.identifier(.person, of: Escort.self)?.text else { return nil }
        let id = row.current(named, in: [.escorts, .guardians], .person, draft: draft)
        let isKnown = [TableName.escorts, .guardians].contains { draft.references.mayHold(id, in: $0) }
        guard !isKnown else { return id }
        row.fault(
            .person, .unknownReference, found: nil,
            expected: BilingualText(
                en: "the id of an escort or a guardian in the files or in the store", zh: "文件或数据库中已有的陪同人员或监护人编号"),
            advice: BilingualText(en: "Perhaps leave the cell empty.", zh: "也许该格应留空。"))
        return nil
    }
}
