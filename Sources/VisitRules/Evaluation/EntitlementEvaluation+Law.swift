import VisitModel

/// Whether there is law to answer with, and whether what it asks for is on record.
///
/// Nothing is permitted because nobody has said anything: without law, or without a fact that the law turns on, the answer
/// is undetermined, and says what is wanted.
extension EntitlementEvaluation {
    mutating func decideLaw() {
        askForFacts()
        guard !hasLaw, verdicts.allSatisfy({ $0.decision == .undetermined }) else { return }
        if verdicts.contains(where: { $0.step != nil }) { return }
        recordFact(missingLaw)
        call(for: .undetermined)
        hasNoAnswer = true
    }

    /// Facts that a rule on visits turns on and that nobody has recorded.
    private mutating func askForFacts() {
        var facts: [Applicability.Fact] = []
        for index in candidates where rules[index].isInForce(on: contact.date) && rules[index].isDecisive {
            guard case .unless(let missing) = applicability.coverage(by: rules[index]),
                applicability.trigger(of: rules[index].conditions) != nil
            else { continue }
            facts += missing.filter { !facts.contains($0) }
        }
        for fact in facts.sorted(by: { $0.rawValue < $1.rawValue }) {
            recordFact(fact.request)
            call(for: .undetermined)
            hasNoAnswer = true
        }
    }

    /// Whether a rule that is more than an international standard speaks of visits in this case.
    private var hasLaw: Bool {
        active.contains { rules[$0.rule].force != .soft && effect(of: $0).governsVisits }
    }

    private var missingLaw: BilingualText {
        let place = contact.jurisdiction
        let speaking = candidates.filter { rules[$0].governsVisits }
        if speaking.isEmpty {
            return BilingualText(
                en: "No law on visits in \(place) is on file, and international standards alone permit nothing: add a "
                    + "rule pack for it, or ask the prison.",
                zh: "未收录 \(place) 关于会见的规定，仅凭国际标准不能认定可以会见：请补充该地的规则包，或向监狱确认。")
        }
        if !speaking.contains(where: { rules[$0].isInForce(on: contact.date) }) {
            return BilingualText(
                en:
                    "The rules on file for \(place) do not speak of \(contact.date): add those of that time, or ask the "
                    + "prison.",
                zh: "所收录的 \(place) 规定不适用于 \(contact.date)：请补充当时的规定，或向监狱确认。")
        }
        return BilingualText(
            en: "The rules on file for \(place) do not speak of a prisoner of this kind: ask the prison.",
            zh: "所收录的 \(place) 规定未涉及此类在押人员：请向监狱确认。")
    }
}

extension Applicability {
    /// A fact of a case that rules turn on, in the order in which it is asked for.
    enum Fact: Int, Hashable {
        case custody, sentence, grade

        /// What somebody must record.
        var request: BilingualText {
            switch self {
            case .custody:
                BilingualText(
                    en: "Whether the prisoner is on remand, serves a short sentence in a detention centre or is "
                        + "convicted is not on record, and the rules differ: record the kind of sentence.",
                    zh: "未登记该人员是未决在押、在看守所服短期刑还是已决服刑，而各自规定不同：请登记刑罚种类。")
            case .sentence:
                BilingualText(
                    en: "The kind of sentence is not on record, and a rule turns on it: record it.",
                    zh: "未登记刑罚种类，而有规定以此为准：请登记。")
            case .grade:
                BilingualText(
                    en: "The prisoner's grade is not on record, and a rule stops visits in one grade: record it.",
                    zh: "未登记处遇等级，而有规定在某一等级停止会见：请登记。")
            }
        }
    }

    /// How far the scope of a rule covers a case.
    enum Coverage: Hashable {
        case full, none
        /// It would, if what is missing were as the rule has it.
        case unless([Fact])
    }

    /// How far `rule` covers the case by its scope and by where its instrument binds.
    func coverage(by rule: Rule) -> Coverage {
        guard isBound(by: rule), isCoveredByFacts(rule.scope) else { return .none }
        let scope = rule.scope
        var missing: [Fact] = []
        func admits<Value: Equatable>(_ list: [Value], _ value: Value?, _ fact: Fact) -> Bool {
            if list.isEmpty { return true }
            guard let value else {
                missing.append(fact)
                return true
            }
            return list.contains(value)
        }
        guard admits(scope.custody, contact.custody, .custody), admits(scope.sentences, contact.sentence, .sentence),
            admits(scope.grades, grade, .grade)
        else { return .none }
        return missing.isEmpty ? .full : .unless(missing)
    }

    private func isBound(by rule: Rule) -> Bool {
        rule.binds.isEmpty
            || rule.binds.contains { contact.jurisdiction.isWithin($0.jurisdiction) && $0.from <= contact.date }
    }
}

extension Effect {
    /// Whether it says if, how often or by whom somebody may be visited, and not only what goes with a visit.
    var governsVisits: Bool {
        switch self {
        case .eligibility, .ask, .visitOrders: true
        case .floor(.visits, _, _), .cap(.visits, _, _, _): true
        case .floor(.minutes, _, let per), .cap(.minutes, _, let per, _): per != .visit
        default: false
        }
    }

    /// Whether leaving it out for want of a fact could permit what is not permitted, or leave a right unsaid.
    fileprivate var isDecisive: Bool {
        switch self {
        case .suspendCustody, .exclusion, .defer: true
        case .suspend(let suspension): suspension.target == .prisoner
        default: governsVisits
        }
    }
}

extension Rule {
    /// Whether it governs visits, and is more than an international standard.
    var governsVisits: Bool { force != .soft && provisions.contains { $0.effect.governsVisits } }

    fileprivate var isDecisive: Bool { provisions.contains { $0.effect.isDecisive } }
}

extension RuleBook {
    /// Whether a rule on visits in `jurisdiction`, other than an international standard, is on file for `day`.
    public func hasLaw(in jurisdiction: Jurisdiction, on day: Day) -> Bool {
        candidates(in: jurisdiction).contains { rules[$0].governsVisits && rules[$0].isInForce(on: day) }
    }
}
