import VisitModel
import VisitRules

/// What a visit ahead needs before it can take place: a request while it is only proposed, and the papers that are not
/// on file.
package struct VisitPreparation {
    private let facts: RegisterIndex
    private let book: RuleBook
    private var choice: CompanionChoice
    private var cache = EntitlementCache()

    /// - Parameter horizon: the days over which it is asked who goes along where a visit names nobody.
    package init(_ facts: RegisterIndex, book: RuleBook, horizon: DayRange) {
        self.facts = facts
        self.book = book
        choice = CompanionChoice(facts, book: book, horizon: horizon)
    }

    /// The duties of `bond` for the visit and its adult, each with its last day.
    package mutating func duties(for visit: Visit, of bond: Bond) -> [Duty] {
        guard let answer = answer(visit, bond) else { return [] }
        let notice = facts.prisons[visit.prison]?.daysOfNotice(rules: answer.noticeDays) ?? answer.noticeDays ?? 0
        let due = visit.date - notice
        var duties: [Duty] = []
        if visit.status == .proposed, let rule = answer.noticeRule.flatMap({ book.rule($0) }) {
            let sentence = BilingualText(
                en: "The visit of \(visit.date) is only proposed; the prison wants to be asked by \(due).",
                zh: "\(visit.date) 的会见尚为拟定，须在 \(due) 前向监狱申请。")
            duties.append(Self.duty(.requestVisit, rule, due, sentence))
        }
        let missing = answer.documents.filter { !$0.isCarriedByAdult && !bond.papers.contains($0) }
        let byRule = Dictionary(grouping: missing) { answer.documentRules[$0] ?? "" }
        for (id, papers) in byRule.sorted(by: { $0.key < $1.key }) {
            guard let rule = book.rule(id) else { continue }
            let sentence = BilingualText(
                en:
                    "Not on file for the visit of \(visit.date): \(papers.map(\.name.english).joined(separator: ", ")).",
                zh: "\(visit.date) 会见所需但未存档：\(papers.map(\.name.chinese).joined(separator: "、"))。")
            duties.append(Self.duty(.papers, rule, due, sentence))
        }
        return duties
    }

    /// How many days ahead the rules want the visit asked for, with the adult whom it names; nil where none does.
    package mutating func noticeDays(for visit: Visit) -> Int? {
        var days: Int?
        for child in visit.children {
            for bond in facts.bonds[child, default: []] where bond.prisoner == visit.prisoner {
                days = [days, answer(visit, bond)?.noticeDays].compactMap { $0 }.max()
            }
        }
        return days
    }

    /// What the rules say of the part of `bond` in the visit.
    private mutating func answer(_ visit: Visit, _ bond: Bond) -> Entitlement? {
        let companion = choice.companion(of: bond, on: visit.date, named: visit.companion)
        return facts.contactCase(for: bond, on: visit.date, companion: companion).map {
            book.entitlement(for: $0, using: &cache)
        }
    }

    private static func duty(_ task: Duty.Task, _ rule: Rule, _ due: Day, _ sentence: BilingualText) -> Duty {
        Duty(
            task: task, rule: rule.id, citation: rule.citation, force: rule.force, confidence: rule.confidence,
            due: due, sentence: sentence)
    }
}

extension Paper {
    /// Whether the adult who goes along carries it; it is no part of a bond's file.
    fileprivate var isCarriedByAdult: Bool { self == .residentIdentityCard || self == .photoIdentity }
}
