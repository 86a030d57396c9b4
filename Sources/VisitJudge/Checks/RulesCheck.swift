import VisitModel

extension Check {
    /// The rules admit every child on that day, in that form of meeting, with one of the adults who are named. Whether
    /// the prisoner is there at all is another question.
    static let rules = Check(.notPermitted, .undetermined, .adultNotAdmitted) { visit, _ in
        visit.answers.flatMap { answer in
            let child = "child \(answer.child)"
            let until = answer.until.map { [Refusal.Fact("until", "\($0)")] } ?? []
            let rule = answer.rule.map { [Refusal.Fact("rule", $0)] } ?? []
            switch answer.verdict {
            // A telephone call is no form of meeting.
            case .admitted where answer.modes.isEmpty || answer.modes.contains(visit.visit.mode) || !visit.isMeeting:
                return [VisitFlag]()
            case .admitted:
                return [visit.flag(.notPermitted, child, [Refusal.Fact("mode", visit.visit.mode.rawValue)])]
            case .notPermitted(let decision):
                return [visit.flag(.notPermitted, child, [Refusal.Fact("decision", decision.rawValue)] + until + rule)]
            case .undetermined(let parameter):
                return [visit.flag(.undetermined, child, parameter.map { [Refusal.Fact("parameter", $0)] } ?? [])]
            case .notWithAdults:
                let facts = [Refusal.Fact("child", answer.child.text)] + rule
                return visit.adults.map { visit.flag(.adultNotAdmitted, $0.subject, facts) }
            case .outOfPrison: return []
            }
        }
    }
}
