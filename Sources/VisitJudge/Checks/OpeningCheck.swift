import VisitModel

extension Check {
    /// The prison opens that session on that day, at that time, for as long and in that form, and is not closed.
    ///
    /// A visit that names no session is judged where its time is known and the register tells when the prison opens.
    static let opening = Check(.closed, .noSession, .sessionChanged) { visit, world in
        guard let prison = visit.prison, visit.isMeeting || visit.visit.session != nil else { return [] }
        guard let template = visit.template else {
            let closed = visit.closures(of: prison, nil, world)
            if !closed.isEmpty { return closed }
            let isTold = visit.visit.session != nil || visit.visit.start != nil && visit.sitting.visit == nil
            guard isTold, !world.templatesByPrison[prison.id, default: []].isEmpty || visit.visit.session != nil else {
                return []
            }
            return [visit.flag(.noSession, visit.visit.session.map { "session \($0)" } ?? "")]
        }
        let subject = "session \(visit.visit.session ?? Identifier(template.id, on: visit.visit.date))"
        let named = visit.visit.session.flatMap { Identifier<Session>.parts(of: $0.text) }
        let isThatDay = named.map { Day($0.date) == visit.visit.date } ?? true
        guard template.prison == prison.id, isThatDay, template.isHeld(on: visit.visit.date) else {
            return [visit.flag(.noSession, subject)]
        }
        let closed = visit.closures(of: prison, template.id, world)
        return closed.isEmpty ? visit.changes(of: template, subject) : closed
    }
}

extension JudgedVisit {
    fileprivate func closures(
        of prison: Prison, _ template: Identifier<SessionTemplate>?, _ world: JudgedWorld
    ) -> [VisitFlag] {
        world.closures[prison.id, default: []].filter {
            $0.days.contains(visit.date) && ($0.template == nil || $0.template == template)
        }.map { closure in
            flag(.closed, closure.subject, closure.flagFacts)
        }
    }

    /// What the session is now, where it is not what was agreed.
    fileprivate func changes(of template: SessionTemplate, _ subject: String) -> [VisitFlag] {
        var facts: [Refusal.Fact] = []
        if let start = visit.start, start != template.start { facts.append(Refusal.Fact("start", "\(template.start)")) }
        if visit.minutes > template.minutes { facts.append(Refusal.Fact("minutes", "\(template.minutes.count)")) }
        if !template.modes.contains(visit.mode) {
            facts += template.modes.map { Refusal.Fact("mode", $0.rawValue) }
        }
        return facts.isEmpty ? [] : [flag(.sessionChanged, subject, facts)]
    }
}
