/// A guardian and an escort who are one person, kept twice: to everything that asks where an adult is they are two.
public struct SamePerson: Hashable, Sendable {
    /// The one row.
    public var guardian: Identifier<Guardian>
    /// The other.
    public var escort: Identifier<Escort>

    /// Who is kept twice, as far as can be seen: under one identifier, with one citizen number, or with one name and one
    /// telephone number. By guardian.
    public static func all(of guardians: [Guardian], _ escorts: [Escort]) -> [SamePerson] {
        let ids = Set(escorts.map(\.id.text))
        let byNumber = Dictionary(
            escorts.compactMap { escort in escort.citizenNumber.map { ($0.identity, escort.id) } }
        ) { first, _ in first }
        let byContact = Dictionary(
            escorts.compactMap { escort in Contact(escort.name, escort.phone).map { ($0, escort.id) } }
        ) { first, _ in first }
        return guardians.compactMap { guardian -> SamePerson? in
            let sameID = ids.contains(guardian.id.text) ? Identifier<Escort>(guardian.id.text) : nil
            let sameNumber = guardian.citizenNumber.flatMap { byNumber[$0.identity] }
            let escort = sameID ?? sameNumber ?? Contact(guardian.name, guardian.phone).flatMap { byContact[$0] }
            return escort.map { SamePerson(guardian: guardian.id, escort: $0) }
        }.sorted { $0.guardian < $1.guardian }
    }

    /// What is said about it.
    public var finding: Finding {
        Finding(
            .warning, code: "same-person", subject: "guardian \(guardian)",
            sentence: BilingualText(
                en: """
                    The guardian \(guardian) and the escort \(escort) seem to be one person. They count as two, who could be in \
                    two places at one time.
                    """,
                zh: "监护人 \(guardian) 与陪同人员 \(escort) 似为同一人。系统按两人处理，可能会被同时安排到两处。"),
            advice: BilingualText(
                en: "Perhaps keep the escort alone, and let escorts_from of the household name the escort's home.",
                zh: "可只保留陪同人员一行，并在家庭的 escorts_from 中填写该陪同人员所在的家庭。"))
    }

    /// A name and a telephone number, as far as they tell people apart.
    private struct Contact: Hashable {
        let name: String
        let digits: String

        init?(_ name: String, _ phone: String?) {
            self.name = name.filter { !$0.isWhitespace }.lowercased()
            digits = (phone ?? "").filter(\.isWholeNumber)
            if self.name.isEmpty || digits.isEmpty { return nil }
        }
    }
}
