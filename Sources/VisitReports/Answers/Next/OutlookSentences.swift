import VisitModel

/// The sentences that tell a guardian when the next visit is, or why there is none.
struct OutlookSentences {
    let group: OutlookGroup
    let today: Day
    let phrases: Phrases
    /// The ISO 4217 code of the currency of fares.
    let currency: String

    private var outlook: Outlook { group.first }
    private var relation: String { outlook.relation.familiarName[phrases.language] }

    /// Whom the answer is about: "Wang Xiaoyu (9) and Wang Xiaochen (6): mother Wang Fang".
    var heading: String {
        let children = group.outlooks.map { outlook in
            outlook.child.name.onOneLine + phrases.bracketed(phrases.age(outlook.child.age(on: today)))
        }
        let prisoner = phrases.choose(
            "\(relation) \(outlook.prisoner.name.onOneLine)", relation + outlook.prisoner.name.onOneLine)
        return phrases.labelled(phrases.list(children), prisoner)
    }

    /// The answer, one line for each thought.
    var body: [String] {
        switch outlook.status {
        case .planned: calledOff + (outlook.next.map(planned) ?? [])
        case .refused: calledOff + (obstacles ?? outlook.refusal.map(refused) ?? []) + [past]
        case .unplanned: calledOff + (obstacles ?? unplanned) + [past]
        }
    }

    private func planned(_ detail: VisitDetail) -> [String] {
        let visit = VisitSentences(
            detail: detail, phrases: phrases, currency: currency, named: group.outlooks.map(\.child.id))
        let next = phrases.choose(
            "The next visit \(toParent) is \(visit.when), \(visit.place).",
            "下一次见\(relation)：\(visit.when)，\(visit.place)。")
        return [
            FlagSentences(detail, phrases).warning ?? "", phrases.paragraph([next, visit.companion]),
            phrases.paragraph(visit.journey), phrases.paragraph(visit.papers), visit.reason ?? "",
            phrases.paragraph([visit.firmness, visit.number ?? "", past]),
        ].filter { !$0.isEmpty }
    }

    private func refused(_ refusal: Refusal) -> [String] {
        let none = phrases.choose("There is no date for a visit \(toParent) yet.", "目前还定不下去见\(relation)的日期。")
        let reason = phrases.sentence(refusal.sentence[phrases.language])
        let lines = [phrases.paragraph([none, reason])]
        guard !refusal.wouldHelp.isEmpty else { return lines }
        let help = refusal.wouldHelp.map { "· " + phrases.sentence($0[phrases.language]) }
        return lines + [phrases.choose("What would help:", "怎样才能成行：")] + help
    }

    /// That a visit ahead was called off, and why; nothing where none was.
    private var calledOff: [String] {
        guard let calledOff = outlook.calledOff else { return [] }
        let date = phrases.date(calledOff.visit.date)
        let by = calledOff.ground.map { phrases.choose(" \($0.english)", $0.chinese) } ?? ""
        let off = phrases.choose(
            "The visit \(toParent) on \(date) was called off\(by).", "原定\(date)去见\(relation)的会见已\(by)取消。")
        let why = phrases.sentence(calledOff.why(naming: outlook.flagNames)[phrases.language])
        return [phrases.paragraph([off, why])]
    }

    /// What keeps them from meeting now; nil where the judge knows nothing, or only what the plan has said already.
    /// What `calledOff` has said is not said again, and no date is promised then.
    private var obstacles: [String]? {
        let all = outlook.obstacles.filter { $0.code.isObstacle && $0.code.rawValue != outlook.refusal?.code.rawValue }
        guard !all.isEmpty else { return nil }
        let new = all.filter { $0.code != outlook.calledOff?.flag?.code }
        let remedy = outlook.remedy.map { [phrases.sentence($0[phrases.language])] } ?? []
        guard !new.isEmpty else { return remedy }
        let lines = new.map { $0.sentence(naming: outlook.flagNames)[phrases.language].onOneLine }
        let none = phrases.choose("As things stand there can be no visit \(toParent).", "按目前的情况，还不能去见\(relation)。")
        return [phrases.paragraph([none] + lines)] + remedy
    }

    private var unplanned: [String] {
        [
            phrases.choose(
                "No visit \(toParent) has been planned yet; the next planning run will look for a date.",
                "还没有为去见\(relation)做过安排，下一次排期时会寻找合适的日期。")
        ]
    }

    /// Which visits are over and nobody has said what became of them, one line each. It is for those who keep the register, and
    /// so stands apart from what a family is handed.
    var withoutOutcome: [String] {
        group.outlooks.compactMap(\.withoutOutcome).distinct.map { visit in
            let (date, label) = (phrases.date(visit.date), visit.label)
            return phrases.choose(
                "The visit of \(date) (\(label)) has no outcome on record; if it was held, say so: visitctl visit held \(label).",
                "\(date)的会见（\(label)）尚未登记结果；如已会见，请登记：visitctl visit held \(label)。")
        }
    }

    /// When they last met; children who go together may have met the prisoner on different days.
    private var past: String {
        if Set(group.outlooks.map(\.lastVisit)).count <= 1 { return past(of: outlook) }
        let each = group.outlooks.map { phrases.labelled($0.child.name.onOneLine, past(of: $0)) }
        return phrases.paragraph(each)
    }

    private func past(of outlook: Outlook) -> String {
        guard let last = outlook.lastVisit, let gap = outlook.gap(on: today) else {
            return phrases.choose("No earlier visit is on record.", "没有以往会见的记录。")
        }
        return phrases.choose(
            "The last visit was on \(phrases.date(last)), \(phrases.ago(gap)).",
            "上次见面是\(phrases.date(last))，\(phrases.ago(gap))。")
    }

    /// English alone says whose parent it is: "to Wang Xiaoyu's mother", "to their mother".
    private var toParent: String {
        let name = outlook.child.name.onOneLine
        return group.outlooks.count > 1 ? "to their \(relation)" : "to \(name)’s \(relation)"
    }
}
