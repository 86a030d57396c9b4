import VisitModel

extension LedgerEntry {
    /// What happened, in a sentence.
    var sentence: BilingualText {
        let named = unit.counted(count)
        let visit = visit?.text.onOneLine ?? ""
        return switch kind {
        case .granted: granted(named)
        case .carried:
            BilingualText(
                en: "\(named.english) put off in the period before can be made up.", zh: "上一期推迟的\(named.chinese)可以补办。")
        case .repaid:
            BilingualText(en: "\(named.english) went into what was owed.", zh: "\(named.chinese)用于抵扣欠额。")
        case .accumulated:
            BilingualText(
                en: "\(named.english) not used in time became accumulated.", zh: "\(named.chinese)到期未用，转为累积。")
        case .expired: expired(named, visit)
        case .used:
            BilingualText(en: "The visit \(visit) took \(named.english).", zh: "会见 \(visit) 使用\(named.chinese)。")
        case .owed where visit.isEmpty:
            BilingualText(en: "\(named.english) more taken off than there were: owed.", zh: "多扣\(named.chinese)，记为欠额。")
        case .owed:
            BilingualText(
                en: "The visit \(visit) was agreed without one: \(named.english) owed.",
                zh: "会见 \(visit) 已约定但无可用次数：欠\(named.chinese)。")
        case .refunded:
            BilingualText(
                en: "The visit \(visit) does not take place: \(named.english) came back.",
                zh: "会见 \(visit) 不再进行：退回\(named.chinese)。")
        case .withdrawn where cause == .merge:
            BilingualText(
                en: "\(named.english) granted in both records that were joined: taken off.",
                zh: "两份合并的档案均已发放\(named.chinese)，扣除一份。")
        case .withdrawn: BilingualText(en: "\(named.english) taken off by hand.", zh: "人工扣减\(named.chinese)。")
        case .waived: BilingualText(en: "\(named.english) no longer owed.", zh: "不再欠\(named.chinese)。")
        case .reverted:
            BilingualText(
                en: "Taken back: the line of \(since) about \(named.english) no longer counts.",
                zh: "冲销：\(since)关于\(named.chinese)的一笔记录作废。")
        }
    }

    private func granted(_ named: BilingualText) -> BilingualText {
        switch cause {
        case .adjustment: BilingualText(en: "\(named.english) added by hand.", zh: "人工增加\(named.chinese)。")
        case .merge:
            BilingualText(en: "\(named.english) came from a record that was joined.", zh: "合并档案，增加\(named.chinese)。")
        case .night, .visit, .admission:
            unit == .visit
                ? BilingualText(
                    en: "\(named.english) for the period from \(since).", zh: "自 \(since) 起的一期，可\(named.chinese)。")
                : BilingualText(en: "\(named.english) issued.", zh: "发放\(named.chinese)。")
        }
    }

    private func expired(_ named: BilingualText, _ visit: String) -> BilingualText {
        switch cause {
        case .admission:
            BilingualText(en: "A new admission: \(named.english) expired.", zh: "重新收押：\(named.chinese)失效。")
        case .visit:
            BilingualText(
                en: "The visit \(visit) does not take place, but the account is full: \(named.english) expired.",
                zh: "会见 \(visit) 不再进行，但余额已满：\(named.chinese)失效。")
        case .night, .adjustment, .merge:
            BilingualText(en: "\(named.english) expired.", zh: "\(named.chinese)失效。")
        }
    }
}

extension LedgerEntry.Unit {
    /// A number of them: "2 visit orders", "2张探访令".
    func counted(_ count: Int) -> BilingualText {
        let many = count == 1 ? "" : "s"
        return switch self {
        case .visitOrder: BilingualText(en: "\(count) visit order\(many)", zh: "\(count)张探访令")
        case .privilegeOrder: BilingualText(en: "\(count) privilege order\(many)", zh: "\(count)张优待探访令")
        case .visit: BilingualText(en: "\(count) visit\(many)", zh: "会见\(count)次")
        }
    }
}
