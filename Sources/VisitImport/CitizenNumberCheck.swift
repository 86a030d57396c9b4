import VisitModel

/// Looks for citizen numbers that two people have, once all files are read.
struct CitizenNumberCheck {
    private let written: [Draft.Pending<Absence.Person>]
    private let owners: [String: [Absence.Person]]
    private let numbers: [Absence.Person: String]

    /// Looks at the numbers that the files write, among all that hold after them.
    init(_ draft: Draft, known: Register) {
        written = draft.citizenNumbers
        guard !written.isEmpty else {
            (owners, numbers) = ([:], [:])
            return
        }
        let register = draft.register
        let told = Set(
            register.children.map { Absence.Person.child($0.id) } + register.guardians.map { .guardian($0.id) }
                + register.escorts.map { .escort($0.id) })
        let all = Self.numbers(in: register) + Self.numbers(in: known).filter { !told.contains($0.person) }
        owners = Dictionary(grouping: all, by: \.number).mapValues { $0.map(\.person) }
        numbers = Dictionary(all.map { ($0.person, $0.number) }) { first, _ in first }
    }

    private static func numbers(in register: Register) -> [(person: Absence.Person, number: String)] {
        func pairs<Entity>(
            _ entities: [Entity], _ person: (Entity) -> Absence.Person, _ number: KeyPath<Entity, CitizenNumber?>
        ) -> [(person: Absence.Person, number: String)] {
            entities.compactMap { entity in entity[keyPath: number].map { (person(entity), $0.identity) } }
        }
        return pairs(register.children, { .child($0.id) }, \.citizenNumber)
            + pairs(register.guardians, { .guardian($0.id) }, \.citizenNumber)
            + pairs(register.escorts, { .escort($0.id) }, \.citizenNumber)
    }

    /// Each number that several people have, told at the last place where the files write it.
    var findings: [Finding] {
        var isTold: Set<String> = []
        return written.reversed().compactMap { pending in
            guard let number = numbers[pending.fact], isTold.insert(number).inserted else { return nil }
            let others = (owners[number] ?? []).filter { $0 != pending.fact }
            // One person who is guardian and escort is told as such.
            guard !others.isEmpty, !isSameAdultInBothTables(pending.fact, others) else { return nil }
            let english = others.map { "\($0.kind.rawValue) \($0.id)" }.joined(separator: ", ")
            let chinese = others.map { "\($0.kind.chinese) \($0.id)" }.joined(separator: "、")
            return Finding(
                .warning, code: FaultCode.repeatedCitizenNumber.rawValue, subject: pending.subject,
                at: pending.location,
                sentence: BilingualText(
                    en: "The citizen number is also that of the \(english); expected one of each person's own.",
                    zh: "该身份证号与\(chinese) 的相同；每人的号码应各不相同。"),
                advice: BilingualText(
                    en: "Perhaps a row was copied, or one person is kept twice.", zh: "也许复制了别人的行，或同一人登记了两次。"))
        }
    }

    private func isSameAdultInBothTables(_ person: Absence.Person, _ others: [Absence.Person]) -> Bool {
        guard others.count == 1, let other = others.first else { return false }
        return Set([person.kind, other.kind]) == [.guardian, .escort]
    }
}

extension Absence.Kind {
    /// What such a person is called in a sentence.
    fileprivate var chinese: String {
        switch self {
        case .guardian: "监护人"
        case .escort: "陪同人员"
        case .child: "儿童"
        case .prisoner: "服刑人员"
        }
    }
}
