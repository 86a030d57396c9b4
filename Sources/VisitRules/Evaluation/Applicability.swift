import VisitModel

/// Whether a rule applies to a case.
struct Applicability {
    let contact: ContactCase
    let timeline: Timeline
    let grade: Prisoner.Grade?
    let childAge: Int
    let values: ParameterValues

    init(_ contact: ContactCase, values: ParameterValues) {
        self.contact = contact
        self.values = values
        timeline = Timeline(of: contact)
        childAge = contact.childAge
        grade = contact.gradeOnDate
    }

    /// Whether `scope` covers the case; jurisdictions have been looked at before.
    func isCovered(by scope: Scope) -> Bool {
        func admits<Value: Equatable>(_ list: [Value], _ value: Value?) -> Bool {
            list.isEmpty || value.map(list.contains) ?? false
        }
        return admits(scope.facilities, contact.facility)
            && (scope.prisonerSex == nil || scope.prisonerSex == contact.prisonerSex)
            && admits(scope.grades, grade) && admits(scope.sentences, contact.sentence)
            && scope.childAge.contains(childAge) && admits(scope.relations, contact.relation)
            && admits(scope.company, contact.companion.map { $0.relation == nil ? .charity : .relative })
    }

    /// The event that makes `conditions` hold, `.some(nil)` where they hold without one, nil where they do not.
    func trigger(of conditions: [Condition]) -> Timeline.Stretch?? {
        var trigger: Timeline.Stretch?
        for condition in conditions {
            switch condition {
            case .firstVisit(let isFirst):
                if contact.history.isEmpty != isFirst { return nil }
            case .protectChildContact(let isOn):
                if contact.protectChildContact != isOn { return nil }
            case .otherParent(let states, let span):
                guard states.contains(contact.otherParent.state), hasLasted(span) else { return nil }
            case .distanceAbove(let name):
                guard let limit = values.number(name), limit > 0, let distance = contact.distance,
                    distance > Metres(limit * 1000)
                else { return nil }
            case .parameter(let name, let isYes):
                guard let number = values.number(name), (number != 0) == isYes else { return nil }
            case .event(let occurrence):
                let matches = timeline.matches(occurrence, values: values)
                if (matches.count >= occurrence.least) == occurrence.isNegated { return nil }
                if !occurrence.isNegated { trigger = matches.last }
            }
        }
        return .some(trigger)
    }

    /// Whether the other parent has been so for `span`; where no beginning is known that is not assumed.
    private func hasLasted(_ span: Span?) -> Bool {
        guard let span else { return true }
        guard let since = contact.otherParent.since, let last = values.lastDay(of: span, from: since) else {
            return false
        }
        return last < contact.date
    }
}

extension ContactCase {
    /// The grade on the date: from the last recorded change that names a grade, otherwise from the case itself.
    var gradeOnDate: Prisoner.Grade? {
        let changes = events.filter { $0.kind == .gradeChanged && $0.date <= date }
        let last = changes.max { ($0.date, $0.id) < ($1.date, $1.id) }
        return last.flatMap { Prisoner.Grade(rawValue: $0.note) } ?? grade
    }
}
