import VisitModel

/// Answers that are told together: children of one household who go to the same visit, or have none for the same reason.
struct OutlookGroup {
    /// The answers; never empty.
    var outlooks: [Outlook]

    /// The answer that stands for all in what they have in common.
    var first: Outlook { outlooks[0] }

    /// The answers grouped, each group where its first answer stood.
    static func groups(of outlooks: [Outlook]) -> [OutlookGroup] {
        var groups: [OutlookGroup] = []
        var positions: [Key: Int] = [:]
        for outlook in outlooks {
            let key = Key(outlook)
            if let position = positions[key] {
                groups[position].outlooks.append(outlook)
            } else {
                positions[key] = groups.count
                groups.append(OutlookGroup(outlooks: [outlook]))
            }
        }
        return groups
    }

    private struct Key: Hashable {
        let prisoner: Identifier<Prisoner>
        let household: Identifier<Household>
        let relation: Bond.Relation
        let lastVisit: Day?
        let visit: Identifier<Visit>?
        let code: Refusal.Code?
        let sentence: BilingualText?
        let wouldHelp: [BilingualText]?
        let calledOff: Identifier<Visit>?
        let obstacles: [String]

        init(_ outlook: Outlook) {
            let refusal = outlook.next == nil ? outlook.refusal : nil
            prisoner = outlook.prisoner.id
            household = outlook.household.id
            relation = outlook.relation
            lastVisit = outlook.next == nil ? outlook.lastVisit : nil
            visit = outlook.next?.visit.id
            code = refusal?.code
            sentence = refusal?.sentence
            wouldHelp = refusal?.wouldHelp
            calledOff = outlook.calledOff?.visit.id
            obstacles = outlook.obstacles.map { "\($0.code.rawValue) \($0.subject)" }
        }
    }
}
