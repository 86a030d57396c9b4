import VisitModel

/// What a review has found that was not known before, all of it: nothing that people agreed goes without a word.
struct ReviewText {
    /// What it has found.
    var review: ReviewOutcome
    /// The language.
    var language: Language

    init(_ review: ReviewOutcome, language: Language) {
        self.review = review
        self.language = language
    }

    private var phrases: Phrases { Phrases(language) }

    /// The visits that are called off, do not hold any more, hold again, and were called off by mistake; empty where there is
    /// none.
    var text: String {
        section(
            phrases.choose("Visits that are called off", "取消的会见"),
            review.ended.map { line($0.visit, $0.before, $0.flag) })
            + section(
                phrases.choose("Visits that do not hold any more", "出现问题的会见"),
                review.flagged.map { line($0.visit, $0.visit.status, $0.flag) })
            + section(
                phrases.choose("Visits that hold again", "问题已消除的会见"),
                review.lifted.map { line($0.visit, $0.visit.status, $0.flag) })
            + section(
                phrases.choose(
                    "Visits that were called off for what is not so any more; plan again, and tell the family",
                    "取消原因已不存在的会见；请重新排期并告知家属"),
                review.putRight.map { line($0.visit, $0.visit.status, $0.flag) })
    }

    private func line(_ visit: Visit, _ status: Visit.Status, _ flag: VisitFlag) -> String {
        let which =
            visit.label
            + phrases.bracketed(["\(visit.date)", status.name[language]].joined(separator: phrases.choose(", ", "，")))
        return "  \(phrases.labelled(which, flag.sentence[language]))\n"
    }

    private func section(_ heading: String, _ lines: [String]) -> String {
        lines.isEmpty ? "" : "\(heading)\(phrases.bracketed(String(lines.count)))\n" + lines.joined()
    }
}
