import VisitModel

/// What a run of the planner gave, for a person.
public struct PlanText: Sendable {
    /// The plan.
    public var plan: Plan
    /// Whether this run published the plan.
    public var isPublished: Bool
    /// The ISO 4217 code of the currency.
    public var currency: String
    /// The language.
    public var language: Language

    /// A text of a plan.
    public init(_ plan: Plan, isPublished: Bool, currency: String, language: Language) {
        self.plan = plan
        self.isPublished = isPublished
        self.currency = currency
        self.language = language
    }

    private var phrases: Phrases { Phrases(language) }

    /// The text: what the plan covers, how good it is, what changed and why, what was refused, and what would help.
    public var text: String {
        [head, changes, refusals, help].filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private var head: String {
        let days = phrases.days(plan.horizon)
        let title =
            plan.number == 0
            ? phrases.choose("A plan for \(days)", "\(days)的会见计划")
            : phrases.choose("Plan \(plan.number) for \(days)", "\(days)的会见计划（第\(plan.number)号）")
        let state =
            isPublished
            ? phrases.choose("published", "已发布") : phrases.choose("nothing was published", "未发布")
        return ([title + phrases.bracketed(state), "  " + coverage, "  " + quality] + parts.map { "  " + $0 })
            .map { $0 + "\n" }.joined()
    }

    private var coverage: String {
        let certificate = plan.certificate
        let visits = phrases.count(plan.visitsAhead.count, "visit", "visits", "次会见")
        let due = certificate.dueChildren
        return phrases.choose(
            "\(visits). \(certificate.coveredChildren) of the \(due) children whose visit falls due see their parent in time\(share).",
            "共\(visits)。应在此期间会见父母的\(due)名孩子中，\(certificate.coveredChildren)名能按时见到\(share)。")
    }

    private var share: String {
        guard plan.certificate.dueChildren > 0 else { return "" }
        let tenths = plan.certificate.coveredChildren * 1000 / plan.certificate.dueChildren
        return phrases.bracketed("\(tenths / 10).\(tenths % 10)%")
    }

    /// How far the plan can be from the best one. The share is rounded up, so that it never promises too much.
    private var quality: String {
        let certificate = plan.certificate
        guard certificate.bound != certificate.score else {
            return phrases.choose("No better plan is possible.", "不可能有更好的计划。")
        }
        let hundredths = Int((certificate.gap * 10_000).rounded(.up))
        let gap = Phrases.decimal(hundredths) + "%"
        return phrases.choose(
            "It is within \(gap) of the best that is possible.", "与理论最优的差距不超过\(gap)。")
    }

    /// What no plan betters, level by level where that is known, and the prisons whose plans may lack most.
    private var parts: [String] { [levels, prisons].filter { !$0.isEmpty } }

    private var levels: String {
        func bound(_ name: Plan.Certificate.Level.Name) -> Int? {
            plan.certificate.levels.first { $0.name == name }?.bound
        }
        guard let children = bound(.covered), let visits = bound(.visits) else { return "" }
        return phrases.choose(
            "No plan covers more than \(children) of these children or has more than \(visits) visits.",
            "任何计划最多只能让\(children)名孩子按时会见，最多安排\(visits)次会见。")
    }

    private var prisons: String {
        let lacking = plan.certificate.prisons.filter { $0.lack > 0 }.enumerated()
            .sorted { ($1.element.lack, $0.offset) < ($0.element.lack, $1.offset) }.prefix(3)
            .map { $0.element.prison.text.onOneLine + phrases.bracketed(share(of: $0.element)) }
        guard plan.certificate.prisons.count > 1, !lacking.isEmpty else { return "" }
        return phrases.labelled(
            phrases.choose("Where it may lack most (share of all that is lacking)", "可能差距最大的监狱（占总差距）"),
            phrases.list(lacking))
    }

    /// A prison's share of what the plan may lack, in per cent.
    private func share(of part: Plan.Certificate.PrisonPart) -> String {
        let lack = plan.certificate.bound - plan.certificate.score
        guard lack > 0 else { return "0%" }
        return "\(part.lack * 100 / lack)%"
    }

    private var changes: String {
        guard !plan.changes.isEmpty else { return "" }
        let counts = Plan.Change.Kind.allCases.compactMap { kind -> String? in
            let count = plan.changes.count { $0.kind == kind }
            return count == 0 ? nil : phrases.choose("\(count) \(kind.name.english)", "\(kind.name.chinese)\(count)次")
        }
        let title = phrases.labelled(
            phrases.choose("Changes since the plan before", "与上一计划相比"), phrases.list(counts))
        // The first plan adds every visit for the same reason; only what was moved or cancelled has to be told singly.
        let told = plan.changes.filter { $0.kind != .added }.map { change in
            let reason = phrases.sentence(change.reason[language])
            return phrases.labelled("  \(change.kind.name[language]) \(which(change))", reason)
        }
        return ([title] + told).map { $0 + "\n" }.joined()
    }

    /// The visit by what people name it, with its day, and what it was before: the day, or the adult by the identifier. Its
    /// identifier where the plan does not hold it any more.
    private func which(_ change: Plan.Change) -> String {
        guard let visit = plan.visits.first(where: { $0.id == change.visit }) else {
            let day = change.dateBefore.map { phrases.bracketed("\($0)") } ?? ""
            return change.visit.text.onOneLine + day
        }
        var told = "\(visit.date)"
        if let before = change.dateBefore, before != visit.date { told = "\(before) → \(visit.date)" }
        if change.kind == .adult {
            let nobody = phrases.choose("nobody", "无")
            let adults = [change.adultBefore, visit.companion].map { $0?.id.onOneLine ?? nobody }
            told += phrases.choose(", ", "，") + adults.joined(separator: " → ")
        }
        return visit.label.onOneLine + phrases.bracketed(told)
    }

    private var refusals: String {
        let counts = plan.refusalCounts
        guard !counts.isEmpty else { return phrases.choose("Every bond has a visit.\n", "每一对亲子都有会见安排。\n") }
        let total = plan.refusals.count
        let title = phrases.choose(
            "\(phrases.count(total, "bond has", "bonds have", "")) no visit, because:", "有\(total)对亲子没有安排会见，原因如下：")
        let width = String(counts.map(\.count).max() ?? 0).count
        let lines = counts.map { code, count in
            "  " + String(repeating: " ", count: width - String(count).count) + "\(count)  \(code.title[language])"
        }
        return ([title] + lines).map { $0 + "\n" }.joined()
    }

    /// The three things of which one more would help most.
    private var help: String {
        guard !plan.prices.isEmpty else { return "" }
        let title = phrases.choose(
            "What would help most (visitctl report bottlenecks):", "最需要增加的（visitctl report bottlenecks）：")
        let lines = plan.prices.prefix(3).map { price in
            let day = price.day.map { phrases.bracketed($0.description) } ?? ""
            let points = phrases.choose("\(price.points) points", "\(price.points)分")
            let what = price.kind.wouldHelp(currency)[language]
            return "  " + phrases.labelled(what, price.subject.onOneLine + day) + " · " + points
        }
        return ([title] + lines).map { $0 + "\n" }.joined()
    }
}
