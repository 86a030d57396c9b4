import VisitModel

/// What to expect at the prison, from what is known of the prison and of the form of the visit.
struct PrisonVisitSentences {
    let detail: VisitDetail
    let phrases: Phrases

    private var visit: Visit { detail.visit }

    /// A line for each thing.
    var lines: [String] {
        guard visit.mode.isAtPrison else { return [form, length].compactMap { $0 } }
        return [arrival, search, form, table, length].compactMap { $0 }
    }

    private var arrival: String? {
        guard let begins = visit.begins, detail.prison.checkIn > .zero else { return nil }
        let deadline = (begins - detail.prison.checkIn).clock
        let before = phrases.duration(detail.prison.checkIn)
        return phrases.choose(
            "Check-in closes \(before) before the visit: be at the gate by \(deadline).",
            "会见前\(before)截止登记，\(deadline)前须到门口。")
    }

    /// Said as advice: what may be brought is the prison's own business.
    private var search: String {
        phrases.choose(
            "Bags and pockets are looked through, children’s too. Ask the visits office what may be brought.",
            "随身物品会接受检查，孩子也一样。可带什么，请先问会见室。")
    }

    /// What the form of the meeting is like.
    private var form: String? {
        switch visit.mode {
        case .contact: phrases.choose("You are together in one room and may touch each other.", "大家在同一间屋里，可以拥抱。")
        case .table: phrases.choose("You sit together at a table.", "大家围坐在一张桌旁。")
        case .glass: phrases.choose("There is glass between you; you talk over a telephone.", "中间隔着玻璃，通过电话说话。")
        case .video: phrases.choose("You see each other on a screen.", "通过屏幕见面。")
        case .familyRoom: phrases.choose("You have a room of your own.", "有单独的房间。")
        case .childDay: phrases.choose("It is a day for children, with time to play.", "这是亲子活动日，可以一起玩。")
        case .holidayStay:
            phrases.choose("You stay together for longer, as agreed with the prison.", "可以较长时间相聚，具体按与监狱的约定。")
        case .call: phrases.choose("You talk over the telephone.", "通过电话交谈。")
        }
    }

    private var table: String? {
        guard visit.mode == .table, detail.prison.tableSeats > 0 else { return nil }
        return phrases.choose(
            "A table is for \(detail.prison.tableSeats) persons.", "一张桌坐\(detail.prison.tableSeats)人。")
    }

    private var length: String {
        let time = phrases.duration(visit.minutes)
        return phrases.choose("You have \(time).", "时间是\(time)。")
    }
}
