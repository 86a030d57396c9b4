import VisitModel

/// What people call the things of the trade, where the model has no words of its own for them.

extension Bond.Relation {
    /// What a child calls the person: a Chinese child sees 妈妈, not 母亲.
    var familiarName: BilingualText {
        switch self {
        case .mother: BilingualText(en: "mother", zh: "妈妈")
        case .father: BilingualText(en: "father", zh: "爸爸")
        default: name
        }
    }
}

extension Paper {
    /// Whether one carries it to the visit; the others must have been settled before.
    var isCarried: Bool { self != .approvedList && self != .wardenApproval }
}

extension Mode {
    /// Whether one goes to the prison for it.
    var isAtPrison: Bool { self != .video && self != .call }
}

extension Journey.Leg.Mode {
    /// How one travels.
    var name: BilingualText {
        switch self {
        case .walk: BilingualText(en: "on foot", zh: "步行")
        case .road: BilingualText(en: "by car or coach", zh: "乘汽车")
        case .rail: BilingualText(en: "by train", zh: "乘火车")
        case .bus: BilingualText(en: "by bus", zh: "乘公交车")
        case .ferry: BilingualText(en: "by ferry", zh: "乘轮渡")
        }
    }
}

extension Finding.Severity {
    /// How bad it is.
    var name: BilingualText {
        switch self {
        case .error: BilingualText(en: "error", zh: "错误")
        case .warning: BilingualText(en: "warning", zh: "警告")
        case .note: BilingualText(en: "note", zh: "提示")
        }
    }
}

extension Plan.Change.Kind {
    /// What happened to a visit.
    var name: BilingualText {
        switch self {
        case .added: BilingualText(en: "added", zh: "新增")
        case .moved: BilingualText(en: "moved", zh: "改期")
        case .cancelled: BilingualText(en: "cancelled", zh: "取消")
        case .adult: BilingualText(en: "with another adult", zh: "更换陪同人")
        }
    }
}
