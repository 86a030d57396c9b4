import VisitModel

/// A child's next visits, told to the child: in plain words, with a picture for each thing that happens.
///
/// It holds names: it is for the child and those who read it out.
public struct ChildCard: Report {
    /// The child.
    public var child: Child
    /// The child's visits; those that are over are left out.
    public var visits: [VisitDetail]
    /// The answers for the child: they say what the prisoner is to it.
    public var outlooks: [Outlook]
    /// The day for which it is made.
    public var today: Day
    /// The language.
    public var language: Language

    /// The card of that child.
    public init(_ child: Child, visits: [VisitDetail], outlooks: [Outlook], today: Day, language: Language) {
        self.child = child
        self.visits = visits
        self.outlooks = outlooks
        self.today = today
        self.language = language
    }

    /// A child looks forward to what is near: as many visits are told.
    public static let mostTold = 2

    private var phrases: Phrases { Phrases(language) }

    private var ahead: [VisitDetail] {
        visits.filter { detail in
            detail.visit.children.contains(child.id) && detail.visit.status.isAhead && detail.visit.date >= today
        }.sorted(by: VisitDetail.isBefore)
    }

    /// What it says: a page for each visit.
    public var content: ReportContent {
        let told = ahead.prefix(Self.mostTold)
        let none = phrases.choose(
            "There is no visit yet. The grown-ups are working on it.", "现在还没有定下见面的日子，大人们正在想办法。")
        return ReportContent(
            name: .child, language: language, title: ReportName.child.title[language], subtitle: child.name.onOneLine,
            look: .child, sections: told.isEmpty ? [.init(parts: [.paragraph(none)])] : told.map(section),
            records: [VisitTable(details: Array(told), language: language).table])
    }

    private func section(_ detail: VisitDetail) -> ReportContent.Section {
        let relation = outlooks.first { $0.child.id == child.id && $0.prisoner.id == detail.prisoner.id }?.relation
        let words = ChildSentences(detail: detail, relation: relation, today: today, phrases: phrases)
        let sure = detail.visit.status == .confirmed
        return .init(
            heading: words.day, aside: words.sleeps, frame: .card,
            parts: [.lead(words.whom)] + (sure ? [] : [.badge(words.unsure, isFirm: false)])
                + [.scenes(words.scenes), .lists([words.questions])])
    }
}
