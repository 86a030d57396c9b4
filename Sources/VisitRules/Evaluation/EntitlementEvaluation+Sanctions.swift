import VisitModel

/// What has been taken away or put off, and what protects contact from that.
extension EntitlementEvaluation {
    /// A suspension of the prisoner's visits that runs on the date.
    private struct Ban {
        var item: Active
        var suspension: Effect.Suspension
        var until: Day?
    }

    mutating func decideSanctions() {
        deferVisits()
        let bans = runningBans()
        let immunities = active(.immunity)
        for item in immunities { record(item) }
        for ban in bans { apply(ban, against: immunities) }
    }

    /// The lowest limit of all rules on deferral holds; a deferral never outlasts the event.
    private mutating func deferVisits() {
        var ends: [(item: Active, last: Day?)] = []
        for item in active(.defer) {
            guard case .defer(let most) = effect(of: item), let trigger = item.trigger else { continue }
            let days = most.flatMap { number($0, in: item) }
            let limit = days.map { trigger.first + ($0 - 1) }
            ends.append((item, [trigger.last, limit].compactMap { $0 }.min()))
        }
        let earliest = ends.min { Self.isEarlier($0.last, $1.last) }
        guard let earliest else { return }
        let isOver = earliest.last.map { $0 < contact.date } ?? false
        var decisive: Int?
        for (item, last) in ends {
            let overrider = Self.isEarlier(earliest.last, last) ? rules[earliest.item.rule].id : nil
            let step = record(
                item, until: last, overriddenBy: overrider,
                adding: isOver && overrider == nil
                    ? BilingualText(en: "That time is over: visits go on.", zh: "该期限已过，会见恢复。") : nil)
            if decisive == nil, overrider == nil { decisive = step }
        }
        if !isOver { call(for: .deferred, until: earliest.last, because: decisive) }
    }

    /// Whether the end `a` comes before `b`; no end comes last.
    private static func isEarlier(_ a: Day?, _ b: Day?) -> Bool {
        guard let a else { return false }
        return b.map { a < $0 } ?? true
    }

    private mutating func runningBans() -> [Ban] {
        var bans: [Ban] = []
        for item in active(.suspend) {
            guard case .suspend(let suspension) = effect(of: item) else { continue }
            let length = suspension.length.flatMap { span in
                item.trigger.flatMap { values.lastDay(of: span, from: $0.first) }
            }
            if let name = suspension.length?.amount.parameter { noteParameter(name, values.number(name), in: item) }
            let isTimed = suspension.restoration == .automatic
            let end = isTimed ? length : nil
            // What somebody has recorded of one person's ban goes before the usual length.
            let until =
                suspension.target == .visitor
                ? item.trigger?.last ?? end : [end, item.trigger?.last].compactMap { $0 }.min()
            if let until, until < contact.date { continue }
            if suspension.target == .visitor {
                record(item, until: until, review: length.map { $0 + 1 })
                noteLongBan(item, suspension)
                continue
            }
            bans.append(Ban(item: item, suspension: suspension, until: until))
        }
        return bans
    }

    /// Reports a recorded end of one person's ban that is later than the rule allows at the most. It is followed all the same.
    private mutating func noteLongBan(_ item: Active, _ suspension: Effect.Suspension) {
        guard suspension.restoration == .automatic, let trigger = item.trigger, let recorded = trigger.last,
            let most = suspension.length.flatMap({ values.latestDay(of: $0, from: trigger.first) }), recorded > most
        else { return }
        let citation = rules[item.rule].citation
        noteConflict(
            item, nil,
            BilingualText(
                en: "An adult is banned until \(recorded) on record; \(citation.english) ends that on \(most) at the "
                    + "latest. The record is followed.",
                zh: "记录显示某成年人被暂停会见资格至 \(recorded)；\(citation.chinese)规定最迟至 \(most)。此处按记录处理。"))
    }

    private mutating func apply(_ ban: Ban, against immunities: [Active]) {
        let review = ban.suspension.length.flatMap { span in
            ban.item.trigger.flatMap { values.lastDay(of: span, from: $0.first) }
        }
        if ban.suspension.reach == .inPerson {
            record(ban.item, until: ban.until, review: review.map { $0 + 1 })
            restrict(to: [.video, .call], until: ban.until, visits: nil)
            return
        }
        let lifting = immunities.filter { isStronger($0, than: ban.item) }
        let step = record(
            ban.item, until: ban.until, review: review.map { $0 + 1 },
            overriddenBy: lifting.first.map { rules[$0.rule].id })
        if lifting.isEmpty {
            for immunity in immunities { noteBanConflict(ban.item, immunity) }
            call(for: .suspended, until: ban.until, because: step)
            return
        }
        var means: [Mode] = []
        for item in lifting {
            guard case .immunity(let immunity) = effect(of: item) else { continue }
            means += immunity.restrictedMeans.filter { !means.contains($0) }
            if immunity.needsEnd, ban.until == nil { noteMissingEnd(ban.item, item) }
        }
        let visits = ban.suspension.liftedVisits.flatMap { number($0, in: ban.item) }
        restrict(to: means, until: ban.until, visits: visits)
    }

    private mutating func noteMissingEnd(_ ban: Active, _ immunity: Active) {
        note(.endOfRestriction, of: immunity, since: ban.trigger?.first, due: ban.trigger?.first)
        noteConflict(
            ban, immunity,
            BilingualText(
                en: "Contact may be restricted for a limited time only, but no end of the restriction is on record.",
                zh: "对会见方式的限制必须有期限，但记录中没有限制的截止日期。"))
    }

    /// Whether the protecting rule `a` prevails over the restricting rule `b`. The operator's protection of children's
    /// contact lifts it above policy and practice, never above law.
    func isStronger(_ a: Active, than b: Active) -> Bool {
        let (protecting, restricting) = (rules[a.rule].force, rules[b.rule].force)
        if protecting.rank > restricting.rank { return true }
        return contact.protectChildContact && restricting != .law
    }

    private mutating func noteBanConflict(_ ban: Active, _ immunity: Active) {
        let force = rules[ban.rule].force.name
        noteConflict(
            ban, immunity,
            BilingualText(
                en:
                    "The \(force.english) permits a ban on visits; \(rules[immunity.rule].citation.english) forbids it. "
                    + "The ban is followed.",
                zh: "\(force.chinese)允许停止会见，而\(rules[immunity.rule].citation.chinese)禁止这样做。此处按停止会见处理。"))
    }

    /// Leaves only contact of those forms.
    private mutating func restrict(to means: [Mode], until: Day?, visits: Int?) {
        call(for: .restricted, until: until)
        let kept = restrictedMeans.map { $0.filter(means.contains) } ?? means
        // Two restrictions that leave nothing in common would be a ban, which neither of them is.
        if !kept.isEmpty { restrictedMeans = kept }
        if let visits { restrictedVisits = min(restrictedVisits ?? visits, visits) }
    }
}
