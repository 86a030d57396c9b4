import VisitModel

extension Check {
    /// A prisoner has no more visits in a period than the rules give, held and ahead together.
    ///
    /// Where children of one prisoner may come differently often, the most generous answer counts, since the visits are
    /// the prisoner's. Visit orders are counted by the ledger.
    static let quota = Check(.quotaOver, of: .prisoner) { visits, _ in
        var allowed: [DayRange: Int] = [:]
        for visit in visits where visit.isAhead {
            guard let quota = visit.quota else { continue }
            let days = quota.period.days(around: visit.visit.date)
            allowed[days] = max(allowed[days] ?? 0, quota.count)
        }
        return allowed.flatMap { days, limit -> [VisitFlag] in
            let inside = visits.filter { days.contains($0.visit.date) && $0.usesQuota }
            guard inside.count > limit else { return [] }
            return inside.surplus(over: limit) { _ in 1 }.map { visit in
                visit.flag(
                    .quotaOver, "prisoner \(visit.visit.prisoner)",
                    [
                        "visits": "\(inside.count)", "allowed": "\(limit)", "from": "\(days.first)",
                        "until": "\(days.last)",
                    ])
            }
        }
    }

    /// Nobody sees the same prisoner again sooner than the operator has set. What people have agreed on is theirs to
    /// decide.
    static let gap = Check(.tooSoon, of: .prisoner) { visits, world in
        guard let least = world.figures.leastGap, least > 0 else { return [] }
        return visits.enumerated().flatMap { position, earlier in
            visits[(position + 1)...].prefix { $0.visit.date - earlier.visit.date < least }.filter { later in
                !later.meets(during: earlier) && later.visit.children.contains(where: earlier.visit.children.contains)
            }.flatMap { later in
                later.toName(besides: earlier).filter(\.visit.visit.status.isOpen).map { visit, other in
                    visit.flag(
                        .tooSoon, "prisoner \(visit.visit.prisoner)",
                        other.named + [
                            Refusal.Fact("days", "\(later.visit.date - earlier.visit.date)"),
                            Refusal.Fact("least", "\(least)"),
                        ])
                }
            }
        }
    }
}

extension JudgedVisit {
    /// How often the prisoner may be visited around that day; nil where the rules give no number.
    fileprivate var quota: Entitlement.Quota? {
        answers.filter { $0.verdict == .admitted }.compactMap(\.quota).max { $0.count < $1.count }
    }

    /// Whether it takes one of the visits of a period. A meeting by video does not where the rules say so.
    fileprivate var usesQuota: Bool { visit.mode != .video || answers.allSatisfy(\.videoCounts) }
}
