import VisitModel

extension TravelRefusal {
    /// The reason in plain words, without names.
    public var sentence: BilingualText {
        switch limit {
        case .noWay(let error): error.sentence
        case .hoursPerDay(let needed, let allowed): hoursPerDay(needed: needed, allowed: allowed)
        case .householdHours(let needed, let earliest, let latest):
            BilingualText(
                en: """
                    One way takes about \(needed.spoken[.english]) (estimated), longer than the household's day from \
                    \(earliest) to \(latest).
                    """,
                zh: "单程预计约\(needed.spoken[.chinese])，超出该户可出行的时段（\(earliest) 至 \(latest)）。")
        case .beginsTooEarly(let excess, let earliest): beginsTooEarly(by: excess, earliest: earliest)
        case .endsTooLate(let excess, let latest): endsTooLate(by: excess, latest: latest)
        case .boardings(let needed, let allowed):
            BilingualText(
                en: """
                    One way takes \(needed) boardings, \(needed - allowed) more than the \(allowed) that the operator \
                    assumes \(who.english).
                    """,
                zh: "单程须乘车\(needed)次，比\(who.chinese)假定的上限\(allowed)次多\(needed - allowed)次。")
        case .nights(let needed, let allowed):
            BilingualText(
                en: """
                    The journey takes \(needed) nights away or more, \(needed - allowed) more than the \(allowed) that \
                    the operator allows \(who.english).
                    """,
                zh: "须外宿至少\(needed)晚，比\(who.chinese)允许的\(allowed)晚多\(needed - allowed)晚。")
        case .noConnection(let earliest, let latest):
            BilingualText(
                en: """
                    No train or bus of the timetable suits the session and the household's day from \(earliest) to \
                    \(latest), even with a night on either side.
                    """,
                zh: "时刻表中没有适合该场次和该户出行时段（\(earliest) 至 \(latest)）的车次，前后各住一晚也不行。")
        }
    }

    /// What would help, the most helpful first.
    public var wouldHelp: [BilingualText] {
        switch limit {
        case .noWay(let error):
            error.advice.map { [$0] } ?? []
        case .hoursPerDay, .householdHours, .boardings, .nights, .noConnection:
            [
                BilingualText(en: "A visit by video from a site near home.", zh: "在住地附近以远程视频方式会见。"),
                BilingualText(
                    en: "The prisoner's transfer to a prison nearer to the child (Bangkok Rules, rule 4).",
                    zh: "将服刑人员调往离孩子较近的监狱（《曼谷规则》第4条）。"),
                limitRaised,
            ]
        case .beginsTooEarly(let excess, let earliest):
            [
                BilingualText(
                    en: "A session that begins at least \(excess.spoken[.english]) later.",
                    zh: "安排至少晚\(excess.spoken[.chinese])开始的会见场次。"),
                BilingualText(
                    en: "Leave to set out before \(earliest) on the day of the visit.",
                    zh: "允许会见当日早于 \(earliest) 出发。"),
            ]
        case .endsTooLate(let excess, let latest):
            [
                BilingualText(
                    en: "A session that ends at least \(excess.spoken[.english]) earlier.",
                    zh: "安排至少早\(excess.spoken[.chinese])结束的会见场次。"),
                BilingualText(
                    en: "Leave to come back after \(latest) on the day of the visit.",
                    zh: "允许会见当日晚于 \(latest) 返回。"),
            ]
        }
    }

    private func hoursPerDay(needed: Minutes, allowed: Minutes) -> BilingualText {
        return BilingualText(
            en: """
                The journey takes about \(needed.spoken[.english]) on one day (estimated), \
                \((needed - allowed).spoken[.english]) more than the limit of \(allowed.spoken[.english]) that the \
                operator assumes \(who.english).
                """,
            zh: """
                一天的路程预计约\(needed.spoken[.chinese])，比\(who.chinese)假定的每日上限\(allowed.spoken[.chinese])\
                多出\((needed - allowed).spoken[.chinese])。
                """)
    }

    /// The company for which a limit holds.
    private var who: BilingualText {
        switch (youngest, isTravelSick) {
        case (let age?, true):
            BilingualText(en: "with a travel-sick child and the youngest aged \(age)", zh: "有晕车儿童、最小\(age)岁时")
        case (let age?, false): BilingualText(en: "with a child aged \(age)", zh: "有\(age)岁儿童同行时")
        case (nil, _): BilingualText(en: "for adults", zh: "成人出行时")
        }
    }

    private func beginsTooEarly(by excess: Minutes, earliest: ClockTime) -> BilingualText {
        let night: BilingualText =
            isLocal
            ? BilingualText("")
            : BilingualText(en: ", even after a night near the prison", zh: "即使提前一晚住在监狱附近，")
        return BilingualText(
            en: """
                To be at the gate in time the party would have to set out \(excess.spoken[.english]) before \(earliest)\
                \(night.english).
                """,
            zh: "\(night.chinese)须比 \(earliest) 早\(excess.spoken[.chinese])出发才能按时到达。")
    }

    private func endsTooLate(by excess: Minutes, latest: ClockTime) -> BilingualText {
        isLocal
            ? BilingualText(
                en: "After the visit the party would be home \(excess.spoken[.english]) after \(latest).",
                zh: "会见后要比 \(latest) 晚\(excess.spoken[.chinese])才能到家。")
            : BilingualText(
                en: """
                    After the visit the party would come to a bed \(excess.spoken[.english]) after \(latest), even for a \
                    night near the prison.
                    """,
                zh: "会见后即使就近住宿，也要比 \(latest) 晚\(excess.spoken[.chinese])才能到住处。")
    }

    /// Within one city a night away helps nobody.
    private var isLocal: Bool { metres == nil }

    private var limitRaised: BilingualText {
        switch limit {
        case .householdHours(let needed, _, _):
            BilingualText(
                en: "Wider hours of the household: a day of \(needed.spoken[.english]).",
                zh: "放宽该户的出行时段至\(needed.spoken[.chinese])。")
        case .boardings(_, let allowed):
            BilingualText(
                en: "The operator's leave for more than \(allowed) boardings.", zh: "由运营方准许乘车超过\(allowed)次。")
        case .nights(_, let allowed):
            BilingualText(
                en: "The operator's leave for more than \(allowed) nights away.", zh: "由运营方准许外宿超过\(allowed)晚。")
        case .noConnection:
            BilingualText(en: "A session at another time of day.", zh: "安排在其他时间的会见场次。")
        case .hoursPerDay, .noWay, .beginsTooEarly, .endsTooLate:
            BilingualText(
                en: "The operator's leave for \((excess ?? .zero).spoken[.english]) more of travel on one day.",
                zh: "由运营方准许当日行程延长\((excess ?? .zero).spoken[.chinese])。")
        }
    }
}

extension Minutes {
    /// The span in words: `5 h 40 min`.
    fileprivate var spoken: BilingualText {
        let (hours, minutes) = (count / 60, count % 60)
        if hours == 0 { return BilingualText(en: "\(minutes) min", zh: "\(minutes)分钟") }
        if minutes == 0 { return BilingualText(en: "\(hours) h", zh: "\(hours)小时") }
        return BilingualText(en: "\(hours) h \(minutes) min", zh: "\(hours)小时\(minutes)分")
    }
}
