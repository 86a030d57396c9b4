import VisitModel

extension Check {
    /// Children and guardians are of the household of the visit.
    static let householdsOwn = Check(.twoHouseholds) { visit, _ in
        let own = visit.visit.household
        var strangers = visit.children.filter { $0.household != own }.map { ("child \($0.id)", $0.household) }
        for case .guardian(let guardian) in visit.adults where guardian.household != own {
            strangers.append(("guardian \(guardian.id)", guardian.household))
        }
        return strangers.map { visit.flag(.twoHouseholds, $0, ["household": $1.text]) }
    }
}
