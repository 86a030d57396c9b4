extension VisitFlag {
    /// What does not hold, in a sentence: with identifiers and figures, without names of people.
    public var sentence: BilingualText { sentence(naming: .none) }

    /// What does not hold, in a sentence: what happened, since when, and what it has to do with the visit.
    ///
    /// - Parameter names: what people call those whom the flag names; where a name is missing the identifier stands.
    public func sentence(naming names: FlagNames) -> BilingualText { FlagWording(self, names).sentence }
}

/// Puts a flag into words. A figure that is missing is left out: a flag of an earlier program has fewer.
struct FlagWording {
    let flag: VisitFlag
    let names: FlagNames

    init(_ flag: VisitFlag, _ names: FlagNames) {
        self.flag = flag
        self.names = names
    }

    /// The sentence, or two.
    var sentence: BilingualText {
        let words =
            switch flag.code {
            case .contactForbidden, .contactOnHold, .declinedByChild, .noBond, .prisonerDeclines, .notPermitted,
                .undetermined, .keptApart:
                aboutContact
            case .prisonerElsewhere, .whereaboutsUnknown, .released, .prisonerAway: aboutThePrisoner
            case .noAdult, .unknown, .adultUnderAge, .doesNotAccompany, .adultBanned, .adultNotAdmitted, .vettingEnded,
                .adultNotAvailable, .adultOtherWeekday, .adultAbsent:
                aboutTheAdult
            case .childAbsent, .adultTwice, .childTwice, .bondTwice, .escortOverfull, .twoHouseholds: aboutTheParty
            case .closed, .noSession, .sessionChanged, .tablesFull, .seatsFull, .visitorsOver, .tablesOver: aboutTheRoom
            case .quotaOver, .tooSoon, .bookingClosed, .papersMissing: aboutTheRequest
            case .late, .homeHours, .journeyBroken, .legUntrue, .journeyTorn: aboutTheJourney
            case .budgetOver, .textUntrue, .noOutcome: aboutTheRest
            }
        let since =
            flag.isPutRight
            ? BilingualText(
                en: " That was put right since and is no obstacle any more.", zh: "该情况后来已更正，不再是障碍。")
            : BilingualText("")
        return BilingualText(en: words.english.withCapital + since.english, zh: words.chinese.tidy + since.chinese)
    }

    // MARK: Who and what

    /// Who or what the flag is about.
    var who: BilingualText { person(flag.subject) }

    /// Somebody by name, otherwise by kind and identifier: `child C17`; the visit's where nobody is named.
    func person(_ subject: String) -> BilingualText {
        if let name = names.people[subject], !name.isEmpty { return BilingualText(name) }
        guard subject.contains(" ") else { return BilingualText(en: "somebody", zh: "有人") }
        return BilingualText(en: subject, zh: " \(SubjectName.text(subject).chinese) ")
    }

    /// The prison that a fact names.
    func prison(_ fact: String) -> BilingualText? {
        flag.fact(fact).map { id in
            guard let name = names.prisons[Identifier(id)] else {
                return BilingualText(en: "prison \(id)", zh: " 监狱 \(id) ")
            }
            // A prison may have a name in one language alone.
            return BilingualText(en: name[.english], zh: name[.chinese])
        }
    }

    /// The other visits that a flag names, by number and day; another one where it names none.
    var others: BilingualText {
        let told = flag.facts.filter { $0.name == "meeting" }.map { fact -> BilingualText in
            let parts = fact.value.split(separator: " ").map(String.init)
            guard parts.count == 2 else {
                return BilingualText(en: "another visit on \(fact.value)", zh: " \(fact.value) 的另一次会见")
            }
            return BilingualText(en: "visit \(parts[0]) on \(parts[1])", zh: " \(parts[1]) 的会见 \(parts[0]) ")
        }
        guard !told.isEmpty else { return BilingualText(en: "another visit", zh: "另一次会见") }
        return Self.list(told)
    }

    // MARK: Figures

    /// The value of a fact; a dash where the flag has none.
    func value(_ fact: String) -> String { flag.fact(fact) ?? "–" }

    /// The days that a flag names: `on 2026-12-05`, `from 2026-12-05 to 2026-12-09`, `since 2026-12-05`; empty for none.
    var days: BilingualText {
        switch (flag.fact("from"), flag.fact("until")) {
        case (let from?, let until?) where from == until: BilingualText(en: "on \(from)", zh: " \(from) ")
        case (let from?, let until?): BilingualText(en: "from \(from) to \(until)", zh: " \(from) 至 \(until) ")
        case (let from?, nil): BilingualText(en: "since \(from)", zh: "自 \(from) 起")
        case (nil, let until?): BilingualText(en: "until \(until)", zh: "至 \(until) ")
        case (nil, nil): BilingualText("")
        }
    }

    /// A moment as people read it: `2026-12-05 10:00`.
    func moment(_ fact: String) -> String { value(fact).replacing("T", with: " ") }

    /// Money in the currency that the flag names.
    func money(_ fact: String) -> BilingualText {
        guard let cents = flag.fact(fact).flatMap({ Int($0) }) else { return BilingualText("–") }
        return Cents(cents).text(currency: flag.fact("currency") ?? "CNY")
    }

    /// The rule on which it rests, in brackets; empty where none is named.
    var rule: BilingualText {
        flag.fact("rule").map { BilingualText(en: " (rule \($0))", zh: "（规则 \($0)）") } ?? BilingualText("")
    }

    static func list(_ items: [BilingualText]) -> BilingualText {
        BilingualText(
            en: items.map(\.english).joined(separator: "; "), zh: items.map(\.chinese).joined(separator: "、"))
    }
}

extension String {
    /// The text with one blank where identifiers and dates meet Chinese words, and none beside punctuation.
    fileprivate var tidy: String {
        var text = ""
        for letter in self {
            let isBesideMark = text.last.map { "，。：；、（）“”".contains($0) } ?? true
            if letter == " ", isBesideMark || text.last == " " { continue }
            if text.last == " " {
                let isBetweenWords = letter.isASCII || text.dropLast().last?.isASCII == true
                if !isBetweenWords || "，。：；、（）“”".contains(letter) { text.removeLast() }
            }
            text.append(letter)
        }
        return text
    }

    /// The text with its first letter as a sentence begins.
    fileprivate var withCapital: String { prefix(1).uppercased() + dropFirst() }
}
