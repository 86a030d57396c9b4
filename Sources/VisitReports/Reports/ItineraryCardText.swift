/// One card of the itinerary in plain text.
struct ItineraryCardText {
    let card: ItineraryCard
    let phrases: Phrases

    /// The card: a heading underlined to its width, the steps, the facts.
    var text: String {
        let heading = [card.date, card.time].compactMap { $0 }.joined(separator: phrases.choose(", ", " "))
        let rule = String(repeating: "═", count: DisplayWidth.columns(of: heading))
        let head = [heading, rule, "\(card.prison)\(phrases.bracketed(card.form))", card.people, card.firmness, ""]
        return (head + steps + [""] + facts).joined(separator: "\n") + "\n"
    }

    private var steps: [String] {
        let width = card.steps.map { DisplayWidth.columns(of: $0.time) }.max() ?? 0
        return card.steps.flatMap { step -> [String] in
            let mark = step.isVisit ? "●" : step.isMilestone ? "○" : "│"
            let padding = String(repeating: " ", count: width - DisplayWidth.columns(of: step.time))
            let remark = step.remark.map { phrases.bracketed($0) } ?? ""
            let line = "  \(padding)\(step.time) \(mark) \(step.words)\(remark)"
            return (step.day.map { ["  " + $0] } ?? []) + [line]
        }
    }

    private var facts: [String] {
        let contacts = card.contacts.map { contact in
            phrases.labelled(contact.role, [contact.name, contact.phone].compactMap { $0 }.joined(separator: " "))
        }
        let lists = card.lists.map { ($0.title, $0.lines.map { "☐ " + $0 }) }
        let remarks = card.remarks.map { ($0.title, $0.lines) }
        let parts = lists + [(card.contactsTitle, contacts)] + remarks
        return parts.flatMap { title, lines in [title] + lines.map { "  " + $0 } }
    }
}
