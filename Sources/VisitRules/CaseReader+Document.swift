import VisitModel

/// The parts of a `visitd-case/1` document.
extension CaseReader {
    /// The document at the root; nil after noting what is wrong.
    mutating func document(_ root: CaseValue) -> CaseDocument? {
        let known = [
            "format", "date", "packs", "parameters", "protectChildContact", "prison", "prisoner", "child", "escort",
            "visitors", "history",
        ]
        guard let fields = fields(root, at: "$", known: known) else { return nil }
        checkFormat("visitd-case/1", of: fields)
        if required("date", of: fields) == nil { return nil }
        let date = day("date", of: fields)
        let prison = requiredFields("prison", of: fields, known: ["jurisdiction", "region", "facility", "sex"])
        let prisoner = requiredFields(
            "prisoner", of: fields,
            known: ["sex", "grade", "admitted", "birthDate", "sentence", "custody", "termMonths", "consents", "events"])
        let child = requiredFields(
            "child", of: fields, known: ["birthDate", "relation", "otherParent", "careState", "kilometresFromPrison"])
        guard let date, let prison, let prisoner, let child else { return nil }
        guard var contact = contact(on: date, prison: prison, prisoner: prisoner, child: child) else { return nil }
        contact.companion = companion(of: fields)
        contact.otherParent = otherParent(of: child)
        contact.recordedCustody = word("custody", of: prisoner, as: Prisoner.Custody.self)
        contact.termMonths = number("termMonths", of: prisoner, in: 1...1200)
        contact.careState = state("careState", of: child)
        contact.distance = number("kilometresFromPrison", of: child, in: 0...25_000).map { Metres($0 * 1000) }
        contact.visitors = number("visitors", of: fields, in: 1...100)
        contact.history = history(of: fields)
        contact.protectChildContact = flag("protectChildContact", of: fields) ?? false
        contact.parameters = parameters(of: fields)
        let packs = fields.value("packs") == nil ? nil : packs(of: fields)
        return CaseDocument(contactCase: contact, packs: packs)
    }

    /// A State by its code: `US-KY`.
    private mutating func state(_ name: String, of fields: CaseFields) -> Jurisdiction? {
        guard let code = text(name, of: fields) else { return nil }
        if code.wholeMatch(of: /US-[A-Z][A-Z]/) != nil { return Jurisdiction(code) }
        unexpected(
            .text(code), at: fields.path(name), en: "a State such as US-KY", zh: "州的代码，如 US-KY")
        return nil
    }

    /// Notes that the document does not say that it is of the format `expected`.
    mutating func checkFormat(_ expected: String, of fields: CaseFields) {
        guard let format = required("format", of: fields) else { return }
        if case .text(expected) = format { return }
        unexpected(format, at: "$.format", en: "'\(expected)'", zh: " '\(expected)'")
    }

    private mutating func contact(
        on date: Day, prison: CaseFields, prisoner: CaseFields, child: CaseFields
    ) -> ContactCase? {
        let jurisdiction = jurisdiction(of: prison)
        let facility = word("facility", of: prison, as: Prison.Facility.self) ?? .prison
        let holds = word("sex", of: prison, as: Prison.Holds.self) ?? .mixed
        let isSexed = required("sex", of: prisoner) != nil
        let sex = word("sex", of: prisoner, as: Sex.self)
        let isBorn = required("birthDate", of: child) != nil
        let birthDate = day("birthDate", of: child)
        let isRelated = required("relation", of: child) != nil
        guard let jurisdiction, isSexed, let sex, isBorn, let birthDate, isRelated else { return nil }
        guard let relation = relation(of: child, prisonerSex: sex) else { return nil }
        if date < birthDate {
            report(
                "unexpected-value", child.path("birthDate"), en: "The child is born after the date of the case.",
                zh: "儿童的出生日期晚于案例日期。")
            return nil
        }
        return ContactCase(
            date: date, jurisdiction: jurisdiction, facility: facility, prisonHolds: holds, prisonerSex: sex,
            grade: word("grade", of: prisoner, as: Prisoner.Grade.self),
            sentence: word("sentence", of: prisoner, as: Prisoner.Sentence.self, synonyms: ["fixed": .fixedTerm]),
            admitted: day("admitted", of: prisoner), prisonerBirthDate: day("birthDate", of: prisoner),
            consents: flag("consents", of: prisoner) ?? true, events: events(of: prisoner),
            childBirthDate: birthDate, relation: relation)
    }

    /// `CN-SC`, also where it is written as jurisdiction `CN` and region `SC`.
    private mutating func jurisdiction(of prison: CaseFields) -> Jurisdiction? {
        if required("jurisdiction", of: prison) == nil { return nil }
        guard let code = text("jurisdiction", of: prison) else { return nil }
        guard let region = text("region", of: prison) else { return Jurisdiction(code) }
        return Jurisdiction(region == code || region.hasPrefix(code + "-") ? region : "\(code)-\(region)")
    }

    /// What the prisoner is to the child. Rules often say it the other way round ("child", "grandchild"): both are read.
    private mutating func relation(of child: CaseFields, prisonerSex sex: Sex) -> Bond.Relation? {
        let isWoman = sex == .female
        let parent: Bond.Relation = isWoman ? .mother : .father
        return word(
            "relation", of: child, as: Bond.Relation.self,
            synonyms: [
                "child": parent, "son": parent, "daughter": parent, "stepchild": isWoman ? .stepmother : .stepfather,
                "grandchild": isWoman ? .grandmother : .grandfather, "brother": .sibling, "sister": .sibling,
                "half-sibling": .sibling, "stepsibling": .sibling,
                "ward": .guardian, "fosterChild": .fosterParent, "foster-child": .fosterParent,
                "nephew": isWoman ? .aunt : .uncle, "niece": isWoman ? .aunt : .uncle,
            ])
    }

    private mutating func companion(of document: CaseFields) -> ContactCase.Companion? {
        guard let value = document.value("escort"),
            let fields = fields(
                value, at: document.path("escort"), known: ["relation", "relationToPrisoner", "age", "legalGuardian"])
        else { return nil }
        let age = number("age", of: fields, in: 0...130)
        let isLegal = flag("legalGuardian", of: fields) ?? false
        let kin = word("relationToPrisoner", of: fields, as: ContactCase.Kin.self)
        if required("relation", of: fields) == nil { return nil }
        switch fields.value("relation") {
        case .text("charity"), .text("ngo"):
            return ContactCase.Companion(relation: nil, age: age, isLegalGuardian: isLegal, relationToPrisoner: kin)
        default: break
        }
        let relation = word(
            "relation", of: fields, as: Guardian.Relation.self,
            synonyms: [
                "brother": .sibling, "sister": .sibling, "half-sibling": .sibling, "stepsibling": .sibling,
                "legal-guardian": .guardian, "foster-parent": .foster, "nephew": .other, "niece": .other,
            ])
        return relation.map {
            ContactCase.Companion(relation: $0, age: age, isLegalGuardian: isLegal, relationToPrisoner: kin)
        }
    }

    private mutating func otherParent(of child: CaseFields) -> ContactCase.OtherParent {
        guard let value = child.value("otherParent"),
            let fields = fields(value, at: child.path("otherParent"), known: ["state", "since"]),
            required("state", of: fields) != nil,
            let state = word("state", of: fields, as: ContactCase.OtherParent.State.self)
        else { return ContactCase.OtherParent(.unknown) }
        return ContactCase.OtherParent(state, since: day("since", of: fields))
    }

    private mutating func history(of document: CaseFields) -> [ContactCase.PastVisit] {
        var visits: [ContactCase.PastVisit] = []
        for (path, value) in list("history", of: document) {
            guard let fields = fields(value, at: path, known: ["date", "minutes", "mode"]) else { continue }
            if required("date", of: fields) == nil { continue }
            let minutes = number("minutes", of: fields, in: 0...100_000) ?? 0
            let mode = word("mode", of: fields, as: Mode.self) ?? .table
            guard let date = day("date", of: fields) else { continue }
            visits.append(ContactCase.PastVisit(date: date, minutes: Minutes(minutes), mode: mode))
        }
        return visits.sorted { $0.date < $1.date }
    }

    private mutating func parameters(of document: CaseFields) -> [Parameter] {
        guard let value = document.value("parameters") else { return [] }
        guard case .object(let members) = value else {
            unexpected(value, at: document.path("parameters"), en: "an object", zh: "对象")
            return []
        }
        return members.keys.sorted().compactMap { name in
            switch members[name] {
            case .int(let number): return Parameter(name: name, value: String(number))
            case .bool(let flag): return Parameter(name: name, value: flag ? "yes" : "no")
            case .text(let text): return Parameter(name: name, value: text)
            case .null, nil: return nil
            case let other?:
                unexpected(
                    other, at: "\(document.path("parameters")).\(name)", en: "a number, a text, true or false",
                    zh: "数字、文字、true 或 false")
                return nil
            }
        }
    }

    private mutating func packs(of document: CaseFields) -> [String] {
        list("packs", of: document).compactMap { path, value in
            if case .text(let id) = value { return id }
            unexpected(value, at: path, en: "a text", zh: "文字")
            return nil
        }
    }
}
