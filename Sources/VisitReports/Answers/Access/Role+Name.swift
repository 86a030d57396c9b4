import VisitModel

extension Role {
    /// The organisation whose households a caseworker looks after.
    var organisation: Identifier<Organisation>? {
        if case .caseworker(let id) = self { id } else { nil }
    }

    /// The prison whose visits office it is.
    var prison: Identifier<Prison>? {
        if case .prison(let id) = self { id } else { nil }
    }

    /// The role's name for people, and of what it is one.
    func name(_ phrases: Phrases) -> String {
        switch self {
        case .administrator: phrases.choose("administrator", "管理员")
        case .caseworker(let id): phrases.choose("caseworker of \(id)", "\(id) 的个案工作者")
        case .prison(let id): phrases.choose("visits office of \(id)", "\(id) 的会见管理部门")
        case .researcher: phrases.choose("researcher", "研究人员")
        }
    }
}
