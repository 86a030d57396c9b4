import VisitModel

/// Why a visit is on its date: sentences for the family, without names.
struct VisitReasons {
    let facts: RegisterIndex
    let parameters: PlanningParameters

    /// The reasons for a visit of `party` in `session`.
    func reasons(for party: Party, in session: Session, trip: Trip?, maxGap: Int) -> [BilingualText] {
        var reasons = [gap(party, session.date, maxGap: maxGap)]
        if party.children.count > 1 {
            reasons.append(
                BilingualText(
                    en: "The \(party.children.count) children of the household go together.",
                    zh: "家里的 \(party.children.count) 个孩子一起去。"))
        }
        if let school = school(party, session, trip) { reasons.append(school) }
        if let trip { reasons.append(journey(trip)) }
        if let shared = trip?.shared.flatMap({ self.shared($0, party, session) }) { reasons.append(shared) }
        if session.site != nil { reasons.append(Self.byVideo) }
        if let quota = party.entitlement(on: session.date)?.visits {
            reasons.append(entitlement(quota))
        }
        return reasons
    }

    private func gap(_ party: Party, _ date: Day, maxGap: Int) -> BilingualText {
        guard let last = party.lastVisit(facts) else {
            let isFirstOfAll = party.children.allSatisfy { facts.heldVisits($0.id, party.prisoner.id).isEmpty }
            return isFirstOfAll ? VisitReason.firstOnRecord : VisitReason.firstOfSome
        }
        let days = date - last
        return days > maxGap
            ? BilingualText(
                en:
                    "By then the last visit is \(days) days ago, longer than the \(maxGap) days that should not be exceeded; so it counts among the first to be planned.",
                zh: "届时距上次会见 \(days) 天，超过了不宜超过的 \(maxGap) 天，因此优先安排。")
            : BilingualText(
                en: "By then the last visit is \(days) days ago; no more than \(maxGap) should pass.",
                zh: "届时距上次会见 \(days) 天，间隔不超过 \(maxGap) 天。")
    }

    /// What the visit costs in school: every day of the journey counts.
    private func school(_ party: Party, _ session: Session, _ trip: Trip?) -> BilingualText? {
        let calendars = party.children.compactMap { $0.schoolCalendar.flatMap { facts.schoolCalendars[$0] } }
        guard !calendars.isEmpty else { return nil }
        let days = Array(trip?.days ?? DayRange(session.date, session.date))
        let missed = days.filter { day in calendars.contains { $0.teaches(on: day) } }
        guard !missed.isEmpty else { return days.count == 1 ? VisitReason.noSchool : VisitReason.noSchoolOnTheWay }
        guard days.count > 1 else { return VisitReason.schoolDay }
        return BilingualText(
            en:
                "The journey takes \(missed.count == 1 ? "a school day" : "\(missed.count) school days"); the school needs a note.",
            zh: "行程占用 \(missed.count) 个上学日，需要向学校请假。")
    }

    private func journey(_ trip: Trip) -> BilingualText {
        if trip.nights == 0, trip.days.count > 1 {
            return BilingualText(en: "The journey there and back goes past midnight.", zh: "往返行程会跨过午夜。")
        }
        return trip.nights == 0
            ? VisitReason.oneDay
            : BilingualText(
                en: "The journey needs \(trip.nights == 1 ? "a night" : "\(trip.nights) nights") away from home.",
                zh: "路途较远，需要在外住 \(trip.nights) 晚。")
    }

    private static let byVideo = BilingualText(
        en: "It is by video from a site near home, which the rules allow; it is worth less than meeting in person.",
        zh: "规则允许在就近的会见点以视频方式会见；其价值低于当面会见。")

    /// That the journey leads to another meeting of the household, or that other children of its organisation are along.
    ///
    /// Of anybody else who travels along it reads in the journey, as far as who asks may know: a sentence that is kept
    /// cannot be taken apart.
    private func shared(_ shared: SharedTrip, _ party: Party, _ session: Session) -> BilingualText? {
        let homes = shared.meetings.map { meeting in
            Set(meeting.children.map { facts.children[$0].flatMap { facts.households[$0.household] } })
        }
        let own = zip(shared.meetings, homes).filter { $0.1 == [party.household] }.map(\.0)
        guard let other = own.first(where: { $0.session != session.id }) else {
            let together = zip(shared.meetings, homes).filter { meeting, homes in
                meeting.session == session.id
                    && homes.allSatisfy { $0 != nil && $0?.organisation == party.household.organisation }
            }
            guard together.count > 1 else { return nil }
            return BilingualText(
                en: "Children of the same home travel together to this session.", zh: "同一机构的孩子结伴前往这一场次。")
        }
        return other.begins.day == session.date
            ? BilingualText(
                en: "Another visit on the same day is made on the same journey.", zh: "当天的另一次会见与此次同行程。")
            : BilingualText(
                en: "The visit on \(other.begins.day) is made on the same journey, which saves a second one.",
                zh: "\(other.begins.day) 的会见与此次同一行程，省去再跑一趟。")
    }

    private func entitlement(_ quota: Entitlement.Quota) -> BilingualText {
        let times = quota.count == 1 ? "one visit" : "\(quota.count) visits"
        switch quota.period {
        case .calendarMonth:
            return BilingualText(
                en: "The rules that apply give \(times) in a calendar month.", zh: "适用的规则为每个自然月 \(quota.count) 次。")
        case .days(let days, _):
            return BilingualText(
                en: "The rules that apply give \(times) in \(days) days.", zh: "适用的规则为每 \(days) 天 \(quota.count) 次。")
        case .calendarYear:
            return BilingualText(
                en: "The rules that apply give \(times) in a calendar year.", zh: "适用的规则为每年 \(quota.count) 次。")
        case .trailing(let days):
            return BilingualText(
                en: "The rules that apply give \(times) in any \(days) days.",
                zh: "适用的规则为任意 \(days) 天内 \(quota.count) 次。")
        }
    }
}
