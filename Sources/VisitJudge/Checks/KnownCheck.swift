import VisitModel

extension Check {
    /// Everybody and everything that the visit names is in the register, and the clocks of its prison are known.
    static let known = Check(.unknown) { visit, world in
        var missing: [String] = []
        if visit.prison == nil { missing.append("prison \(visit.visit.prison)") }
        if visit.prisoner == nil { missing.append("prisoner \(visit.visit.prisoner)") }
        if visit.household == nil { missing.append("household \(visit.visit.household)") }
        missing += visit.visit.children.filter { world.children[$0] == nil }.map { "child \($0)" }
        missing += visit.visit.adults.filter { !world.knows($0) }.map(\.subject)
        missing += Set([visit.zone, visit.homeZone]).intersection(world.clocks.unreadable).map { "zone \($0)" }
        return missing.map { visit.flag(.unknown, $0) }
    }
}

extension JudgedWorld {
    fileprivate func knows(_ adult: Visit.Companion) -> Bool {
        switch adult {
        case .guardian(let id): guardians[id] != nil
        case .escort(let id): escorts[id] != nil
        }
    }
}
