import VisitModel

/// The computing of one entitlement: finds the rules that apply, then merges their effects, one concern after another.
///
/// Each question has a file of its own and writes its steps into the trace, in the order in which a caseworker would
/// ask: is there contact at all, is anything suspended, how often, how long, how many visitors, in which mode, with
/// whom, with which papers, and what else.
struct EntitlementEvaluation {
    /// One effect of a rule that applies, with the event that made it apply.
    struct Active {
        var rule: Int
        var provision: Int
        var word: Effect.Word
        var trigger: Timeline.Stretch?
    }

    /// A decision other than `allowed` that something calls for.
    struct Verdict {
        var decision: Entitlement.Decision
        var until: Day?
        /// The position in the trace of the step that calls for it; nil where a figure is missing.
        var step: Int?
    }

    let contact: ContactCase
    let rules: [Rule]
    let candidates: [Int]
    let applicability: Applicability
    /// Whether duties are wanted besides the answer; they take as long again.
    let notesDuties: Bool
    private(set) var active: [Active] = []
    var verdicts: [Verdict] = []
    /// The only forms that remain where sanctions restrict the means; nil where none does.
    var restrictedMeans: [Mode]?
    /// The most visits that remain then.
    var restrictedVisits: Int?
    var result = Entitlement(decision: .allowed)

    /// `rules` are in the order in which they speak: the stronger first, among equals by identifier.
    init(
        _ contact: ContactCase, rules: [Rule], candidates: [Int], values: ParameterValues, notesDuties: Bool
    ) {
        self.contact = contact
        self.notesDuties = notesDuties
        self.rules = rules
        self.candidates = candidates
        applicability = Applicability(contact, values: values)
        for index in candidates where rules[index].isInForce(on: contact.date) {
            guard applicability.isCovered(by: rules[index].scope),
                let trigger = applicability.trigger(of: rules[index].conditions)
            else { continue }
            for provision in rules[index].provisions.indices {
                let word = rules[index].provisions[provision].effect.word
                active.append(Active(rule: index, provision: provision, word: word, trigger: trigger))
            }
        }
        result.trace.reserveCapacity(active.count)
    }

    /// The effects of these words that apply, in the order in which their rules speak.
    func active(_ words: Effect.Word...) -> [Active] {
        active.filter { words.contains($0.word) }
    }

    var values: ParameterValues { applicability.values }
    var timeline: Timeline { applicability.timeline }

    /// The entitlement.
    mutating func evaluate() -> Entitlement {
        decideCustody()
        decideEligibility()
        decideSanctions()
        computeVisits()
        computeOrders()
        computeMinutes()
        computeVisitors()
        chooseModes()
        computeVideo()
        computeStay()
        demandCompany()
        demandPapers()
        noteDuties()
        conclude()
        return result
    }

    /// The effect itself.
    func effect(of active: Active) -> Effect { rules[active.rule].provisions[active.provision].effect }

    /// Writes a step for `active` into the trace and returns its position.
    @discardableResult
    mutating func record(
        _ active: Active, value: Int? = nil, until: Day? = nil, review: Day? = nil, overriddenBy: String? = nil,
        adding more: BilingualText? = nil
    ) -> Int {
        let index = active.rule
        var sentence = rules[index].provisions[active.provision].sentence.filled(
            with: SentenceTemplate.Values(
                value: value, until: until, since: active.trigger?.first, childAge: applicability.childAge,
                review: review))
        if let more {
            sentence.english += " " + more.english
            sentence.chinese += more.chinese
        }
        result.trace.append(
            TraceStep(
                rule: rules[index].id, citation: rules[index].citation, force: rules[index].force,
                confidence: rules[index].confidence, effect: active.word.rawValue, overriddenBy: overriddenBy,
                sentence: sentence))
        return result.trace.count - 1
    }

    /// Writes a step for something that is on record and that no rule is needed for.
    mutating func recordFact(_ sentence: BilingualText) {
        result.trace.append(
            TraceStep(
                rule: "register", citation: BilingualText(en: "the facts on record", zh: "在案事实"), force: .practice,
                confidence: .verified, effect: "fact", sentence: sentence))
    }

    /// The number that `amount` stands for in the rule of `active`. A number that the operator sets is noted as such;
    /// one that is unset leaves the case undetermined.
    mutating func number(_ amount: Amount, in active: Active) -> Int? {
        guard let name = amount.parameter else { return values.number(amount) }
        let number = values.number(name)
        noteParameter(name, number, in: active)
        if number == nil { verdicts.append(Verdict(decision: .undetermined)) }
        return number
    }

    /// Notes that the rule of `active` leaves something open that the operator's parameter `name` settles.
    mutating func noteParameter(_ name: String, _ number: Int?, in active: Active) {
        let id = rules[active.rule].id
        if result.unquantified.contains(where: { $0.rule == id && $0.parameter == name }) { return }
        result.unquantified.append(
            Entitlement.Unquantified(
                rule: id, parameter: name,
                value: number.map { values.text($0, of: name) } ?? Entitlement.Unquantified.unset,
                sentence: values.explanation(of: name)))
    }

    /// Calls for `decision`, because of the step at that position of the trace, else the last one.
    mutating func call(for decision: Entitlement.Decision, until: Day? = nil, because step: Int? = nil) {
        verdicts.append(Verdict(decision: decision, until: until, step: step ?? result.trace.indices.last))
    }

    /// Notes that two rules cannot both be followed.
    mutating func noteConflict(_ a: Active, _ b: Active?, _ sentence: BilingualText) {
        let conflict = Entitlement.Conflict(
            rules: [a.rule, b?.rule].compactMap { $0 }.map { rules[$0].id }, sentence: sentence)
        if !result.conflicts.contains(conflict) { result.conflicts.append(conflict) }
    }
}

extension TraceStep.Force {
    /// Law > policy > practice > soft law; what is no longer in force comes last.
    var rank: Int {
        switch self {
        case .law: 4
        case .policy: 3
        case .practice: 2
        case .soft: 1
        case .historic: 0
        }
    }
}
