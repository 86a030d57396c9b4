/// What somebody should know who makes two records one: what differed, and what became of it.
public enum MergeRemark: Hashable, Sendable {
    /// The two live in different households; the kept one's stays. Whether no child is left in the other one.
    case households(kept: Identifier<Household>, other: Identifier<Household>, isLeftEmpty: Bool)
    /// Only one of the two records holds a decision that protects somebody. It stays; where it was the duplicate's, the files do
    /// not say it in the cell.
    case decision(DecisionCell, value: BilingualText, isOfDuplicate: Bool)
    /// Facts in which the records differ; those of the duplicate are dropped.
    case dropped(columns: [BilingualText], kept: String, duplicate: String)
    /// Both have a bond with the same person; they are one now.
    case bonds(kept: Bond, other: Bond, merged: Bond)
    /// An event is recorded with both.
    case event(kept: Identifier<PrisonerEvent>, other: Identifier<PrisonerEvent>)
    /// Both were on one visit, on which there is one person fewer now.
    case together(visit: String)
    /// Two visits of one person are at one time.
    case atOnce(visit: String, other: String, date: Day)
    /// The two visit accounts are one, whose balance would be the sum: what is taken out again, so that the higher one counts.
    case account([LedgerEntry])

    /// What it is.
    public var sentence: BilingualText {
        switch self {
        case .households(let kept, let other, let isLeftEmpty):
            BilingualText(
                en: "They live in different households, \(kept) and \(other); \(kept) stays"
                    + (isLeftEmpty ? ", and no child is left in \(other)." : "."),
                zh: "两条记录的家庭不同（\(kept) 与 \(other)），保留 \(kept)" + (isLeftEmpty ? "；\(other) 中不再有儿童。" : "。"))
        case .decision(let cell, let value, let isOfDuplicate): Self.sentence(cell, value, isOfDuplicate)
        case .dropped(let columns, let kept, let duplicate):
            BilingualText(
                en: "\(duplicate) differs from \(kept), whose facts stay, and what it says is dropped in: "
                    + columns.map(\.english).joined(separator: ", ") + ".",
                zh: "\(duplicate) 的下列内容与 \(kept) 不同，以 \(kept) 为准，不再保留："
                    + columns.map(\.chinese).joined(separator: "、") + "。")
        case .bonds(let kept, let other, let merged): Self.sentence(kept, other, merged)
        case .event(let kept, let other):
            BilingualText(
                en: "The events \(kept) and \(other) say the same; they are one now, \(kept).",
                zh: "事件 \(kept) 与 \(other) 内容相同，合并为 \(kept)。")
        case .together(let visit):
            BilingualText(
                en: "Both are on the visit \(visit); it goes on with one person fewer.",
                zh: "两条记录都在会见 \(visit) 中；该次会见减少一人。")
        case .atOnce(let visit, let other, let date):
            BilingualText(
                en: "The visits \(visit) and \(other) on \(date) are at one time; perhaps one was entered twice.",
                zh: "会见 \(visit) 与 \(other)（\(date)）时间重叠；也许是同一次会见登记了两遍。")
        case .account(let lines):
            BilingualText(
                en: "The visit accounts are one. The higher of the two balances counts: "
                    + lines.map { "\($0.count) × \($0.unit.rawValue) \($0.kind == .waived ? "waived" : "taken off")" }
                    .joined(separator: ", ") + ".",
                zh: "两本会见台账合并，余额取较高者："
                    + lines.map { "\($0.unit.chinese)\($0.kind == .waived ? "免除欠额" : "扣除") \($0.count) 次" }
                    .joined(separator: "、") + "。")
        }
    }

    private static func sentence(
        _ cell: DecisionCell, _ value: BilingualText, _ isOfDuplicate: Bool
    ) -> BilingualText {
        let name = cell.columnName
        let order = isOfDuplicate ? cell.order(to: value) : nil
        return BilingualText(
            en: "The records differ in \(name.english); the stricter one stays: \(value.english)."
                + (order.map { " " + $0.english } ?? ""),
            zh: "两条记录的“\(name.chinese)”不同，从严保留：\(value.chinese)。" + (order?.chinese ?? ""))
    }

    private static func sentence(_ kept: Bond, _ other: Bond, _ merged: Bond) -> BilingualText {
        var (english, chinese) = (
            ["The bonds \(kept.id) and \(other.id) are one now, \(kept.id)"],
            ["关系 \(kept.id) 与 \(other.id) 合并为 \(kept.id)"]
        )
        if kept.contact != other.contact {
            english.append(
                "contact was \(kept.contact.name.english) and \(other.contact.name.english): "
                    + "the stricter one stays, \(merged.contact.name.english)")
            chinese.append(
                "联系决定原为“\(kept.contact.name.chinese)”和“\(other.contact.name.chinese)”，从严保留“\(merged.contact.name.chinese)”"
            )
        }
        if kept.relation != other.relation {
            english.append("\(other.id) said \(other.relation.rawValue), and \(kept.relation.rawValue) stays")
            chinese.append("\(other.id) 的称谓为 \(other.relation.rawValue)，保留 \(kept.relation.rawValue)")
        }
        if Set(merged.papers) != Set(kept.papers) {
            english.append("the papers of both are in the file")
            chinese.append("两份材料合并")
        }
        let word = BilingualText(en: merged.contact.rawValue, zh: merged.contact.name.chinese)
        let cell = DecisionCell(table: "bonds", id: kept.id.text, column: "contact")
        let order = merged.contact == kept.contact ? nil : cell.order(to: word)
        return BilingualText(
            en: english.joined(separator: "; ") + "." + (order.map { " " + $0.english } ?? ""),
            zh: chinese.joined(separator: "；") + "。" + (order?.chinese ?? ""))
    }
}

extension LedgerEntry.Unit {
    fileprivate var chinese: String {
        switch self {
        case .visitOrder: "探访令"
        case .privilegeOrder: "优待探访令"
        case .visit: "会见"
        }
    }
}

/// Why two records are not made one.
public enum MergeObstacle: Hashable, Sendable {
    /// The dates of birth differ, so that they may be two people.
    case birthDates(Day, Day)
    /// The citizen numbers differ, which twins have of their own. They are not part of it: it stands in answers and errors.
    case citizenNumbers
    /// The sexes differ.
    case sexes(Sex, Sex)
    /// Two visits ahead that are agreed are at one time: nobody can be at both.
    case agreedAtOnce(visit: String, other: String, date: Day)
    /// The two must not meet, so that they are two people.
    case keptApart(Identifier<Separation>)
    /// A visit account cannot be computed from its lines.
    case account(Identifier<Prisoner>)

    /// Whether somebody who is sure that they are one person can have it passed over. What stays says so.
    public var canBeForced: Bool {
        switch self {
        case .birthDates, .citizenNumbers, .sexes: true
        case .agreedAtOnce, .keptApart, .account: false
        }
    }

    /// What it is, with what was expected.
    public var sentence: BilingualText {
        switch self {
        case .birthDates(let kept, let other):
            BilingualText(
                en: "The dates of birth are \(kept) and \(other); expected those of one person.",
                zh: "出生日期为 \(kept) 与 \(other)；同一人应相同。")
        case .citizenNumbers:
            BilingualText(
                en: "The citizen numbers are two different ones; expected that of one person.",
                zh: "身份证号不同；同一人应相同。")
        case .sexes(let kept, let other):
            BilingualText(
                en: "The sexes are \(kept.rawValue) and \(other.rawValue); expected those of one person.",
                zh: "性别为\(kept.chinese)与\(other.chinese)；同一人应相同。")
        case .agreedAtOnce(let visit, let other, let date):
            BilingualText(
                en:
                    "The visits \(visit) and \(other) on \(date) are both confirmed and at one time; expected at most one of them.",
                zh: "会见 \(visit) 与 \(other)（\(date)）均已确认且时间重叠；最多只应有一次。")
        case .keptApart(let separation):
            BilingualText(
                en: "The two must not meet (\(separation)); expected one person, who cannot be kept apart from itself.",
                zh: "两人不得同场（\(separation)）；同一人不会与自己隔离。")
        case .account(let prisoner):
            BilingualText(
                en:
                    "The visit account of \(prisoner) cannot be computed from its lines; expected lines that fit each other.",
                zh: "\(prisoner) 的会见台账无法推算；各条明细应能衔接。")
        }
    }

    /// What to do about it.
    public var advice: BilingualText {
        switch self {
        case .birthDates, .citizenNumbers, .sexes:
            BilingualText(
                en: "Perhaps they are two people; where you are sure that they are one, say --force.",
                zh: "也许是两个人；如确定为同一人，可加 --force。")
        case .agreedAtOnce:
            BilingualText(en: "Perhaps cancel or move one of the two first.", zh: "也许应先取消其中一次或改期。")
        case .keptApart: BilingualText(en: "Perhaps they are two people.", zh: "也许是两个人。")
        case .account: BilingualText(en: "Perhaps run visitctl doctor.", zh: "也许应运行 visitctl doctor。")
        }
    }
}

extension Sex {
    fileprivate var chinese: String { self == .female ? "女" : "男" }
}
