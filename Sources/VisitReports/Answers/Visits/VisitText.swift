import VisitModel

/// One visit with what people did to it, for a person: how it stands, what does not hold, and step by step how it came to that.
/// It holds names.
public struct VisitText: Sendable {
    /// What is told.
    public var document: VisitDocument

    /// A text of that document.
    public init(_ document: VisitDocument) {
        self.document = document
    }

    private var language: Language { document.language }
    private var phrases: Phrases { Phrases(language) }

    /// The text.
    public var text: String {
        let visit = document.visit.visit
        let number = visit.number.map { phrases.bracketed(VisitNumber.text($0)) } ?? ""
        let day = ["\(visit.date)", visit.start.map { "\($0)" }].compactMap { $0 }.joined(separator: " ")
        let state = visit.status.name[language] + phrases.choose(", ", "，") + day
        let flags = document.visit.flagLines(language).map { "  ! \($0)" }
        let lines = flags + document.acts.map(step) + [told].compactMap { $0 }
        return ([phrases.labelled("\(visit.id)\(number)", state)] + lines).joined(separator: "\n")
    }

    private func step(_ act: VisitAct) -> String {
        let by = act.by.map { phrases.bracketed($0.ground(act.found)[language]) } ?? ""
        let done = act.kind.name[language] + by
        let why = act.found?.name[language] ?? act.reason.onOneLine
        return "  \(act.moment) \(why.isEmpty ? done : phrases.labelled(done, why))"
    }

    /// That the family knows of the end of the visit, as somebody has said.
    private var told: String? {
        guard let told = document.told else { return nil }
        let done = phrases.choose("the family was told", "已告知家属")
        let how = told.reason == VisitWaiver.noWords ? nil : told.reason.onOneLine
        return "  \(told.moment) \(how.map { phrases.labelled(done, $0) } ?? done)"
    }
}
