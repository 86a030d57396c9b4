/// Two records of the store that seem to be of one person: they have the same name and the same date of birth.
public struct DuplicateRecord: Hashable, Sendable {
    /// The one record, by identifier the first.
    public var first: Absence.Person
    /// The other.
    public var second: Absence.Person

    /// The children and the prisoners who are kept twice, as far as can be seen, each with the first of the same.
    public static func all(of register: Register) -> [DuplicateRecord] {
        let children = register.children.compactMap { child in
            Likeness(child.name, child.birthDate).map { (Absence.Person.child(child.id), $0) }
        }
        let prisoners = register.prisoners.compactMap { prisoner in
            Likeness(prisoner.name, prisoner.birthDate).map { (Absence.Person.prisoner(prisoner.id), $0) }
        }
        return [children, prisoners].flatMap { people in
            var first: [Likeness: Absence.Person] = [:]
            return people.sorted { $0.0.id < $1.0.id }.compactMap { person, likeness -> DuplicateRecord? in
                guard let known = first[likeness] else {
                    first[likeness] = person
                    return nil
                }
                return DuplicateRecord(first: known, second: person)
            }
        }
    }

    /// What is said about it.
    public var finding: Finding {
        let (kind, name) = (first.kind.rawValue, first.kind == .child ? "儿童" : "服刑人员")
        return Finding(
            .warning, code: "perhaps-known", subject: "\(kind) \(second.id)",
            sentence: BilingualText(
                en:
                    "The \(kind) \(second.id) has the name and the date of birth of the \(kind) \(first.id); expected one record "
                    + "of each person.",
                zh: "\(name) \(second.id) 与\(name) \(first.id) 同名且同日出生；每人只应有一条记录。"),
            advice: BilingualText(
                en:
                    "Perhaps look at both with visitctl merge --\(kind) \(first.id) \(second.id), which changes nothing without --yes.",
                zh: "可用 visitctl merge --\(kind) \(first.id) \(second.id) 并列查看；不加 --yes 不作更改。"))
    }

    /// What tells people apart here.
    private struct Likeness: Hashable {
        let name: String
        let birthDate: Day

        init?(_ name: String, _ birthDate: Day?) {
            let key = PlainText.nameKey(name)
            // Who was erased has no name.
            guard !key.isEmpty, let birthDate else { return nil }
            (self.name, self.birthDate) = (key, birthDate)
        }
    }
}
