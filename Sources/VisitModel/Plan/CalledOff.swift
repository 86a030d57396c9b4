/// A visit that was to be and is called off, with why.
public struct CalledOff: Hashable, Sendable {
    /// The visit, as it is now.
    public var visit: Visit
    /// Whose decision it was; nil where nobody said.
    public var by: VisitAct.Party?
    /// Why, in somebody's words; empty where the program called it off. May hold what concerns a person.
    public var reason: String
    /// What the judge found, where the program called it off.
    public var flag: VisitFlag?
    /// How far the search for another date has come.
    public var search = Search.ahead

    /// How far the search for another date has come.
    public enum Search: Hashable, Sendable {
        /// No plan was made since.
        case ahead
        /// A plan was made since, and there is this visit of one of the children to the prisoner: its number or identifier.
        case found(String)
        /// A plan was made since, and there is none.
        case failed
        /// No plan finds one before somebody has put something right: what to do.
        case waiting(BilingualText)
    }

    /// A visit that was called off.
    public init(_ visit: Visit, by: VisitAct.Party? = nil, reason: String = "", flag: VisitFlag? = nil) {
        self.visit = visit
        self.by = by
        self.reason = reason
        self.flag = flag
    }

    /// Whether the next plan can find another date. None is promised to those who are not to meet, nor to somebody who is free.
    public var allowsAnotherDate: Bool { flag.map { $0.code.allowsAnotherDate || $0.isPutRight } ?? false }

    /// What is to be hoped for, in a sentence; nil where no other date is promised.
    public var outlook: BilingualText? {
        guard allowsAnotherDate else { return nil }
        return switch search {
        case .ahead: BilingualText(en: "The next plan looks for another date.", zh: "下次排期会另找日期。")
        case .found(let visit): BilingualText(en: "There is another visit: \(visit).", zh: "已另有会见：\(visit)。")
        case .failed:
            BilingualText(
                en: "The last plan found no other date; visitctl next says why.",
                zh: "最近一次排期没有找到别的日期；visitctl next 会说明原因。")
        case .waiting(let remedy): remedy
        }
    }

    /// Who cancelled it or why, as part of a sentence; nil where that is not recorded.
    public var ground: BilingualText? { by?.ground(flag?.code) }

    /// Why it was called off, as people are told; empty where nobody said.
    ///
    /// - Parameter names: what people call those whom the reason names.
    public func why(naming names: FlagNames = .none) -> BilingualText {
        if let flag { return flag.sentence(naming: names) }
        // A step of the judge has the code of what was found in the place of a reason.
        if let code = VisitFlag.Code(rawValue: reason) {
            return BilingualText(en: code.name.english + ".", zh: code.name.chinese + "。")
        }
        return BilingualText(reason)
    }
}

extension VisitFlag {
    /// The fact that marks a flag as having cancelled its visit; its value is the visit's status before.
    private static let calledOffFact = "called-off"

    /// The visit's status before this flag cancelled it; nil for a flag of a visit that is still ahead.
    public var calledOff: Visit.Status? { fact(Self.calledOffFact).flatMap(Visit.Status.init(rawValue:)) }

    /// The fact by which a flag says that what has called its visit off is not so any more: it was entered by mistake.
    private static let putRightFact = "put-right"

    /// Whether what has called the visit off is not so any more. The visit stays called off: the prison may know of it.
    public var isPutRight: Bool {
        get { fact(Self.putRightFact) != nil }
        set {
            facts.removeAll { $0.name == Self.putRightFact }
            if newValue { facts.append(Refusal.Fact(Self.putRightFact, "true")) }
        }
    }

    /// The flag as it stands beside a visit that it has called off.
    ///
    /// - Parameter before: the visit's status before.
    public func ending(_ before: Visit.Status) -> VisitFlag {
        var flag = self
        flag.facts = facts.filter { $0.name != Self.calledOffFact } + [.init(Self.calledOffFact, before.rawValue)]
        return flag
    }
}
