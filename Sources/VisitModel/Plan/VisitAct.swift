/// A step in the life of a visit that somebody took: who, what, and why.
public struct VisitAct: Hashable, Sendable {
    /// What was done.
    public enum Kind: String, Sendable, CaseIterable {
        /// The prison was asked.
        case request
        /// The prison has agreed.
        case confirm
        /// It will not take place.
        case cancel
        /// It took place.
        case held
        /// It took place and ended early.
        case cutShort = "cut-short"
        /// It should have taken place and nobody came.
        case missed
        /// The family was not let in.
        case turnedAway = "turned-away"
        /// The prison has said no.
        case refused
        /// The family has taken its request back.
        case withdrawn
        /// The last day for an answer has passed.
        case expired
        /// It will be at another date.
        case move
        /// Another adult goes along.
        case companion
        /// Somebody on it was found to be kept twice, and is on it under one identifier now.
        case merge

        /// The status that the visit takes; nil for a move, of which `Visit.Status.moved` says it, and for what leaves it as it is.
        public var status: Visit.Status? {
            switch self {
            case .request: .requested
            case .confirm: .confirmed
            case .cancel: .cancelled
            case .held: .held
            case .cutShort: .cutShort
            case .missed: .missed
            case .turnedAway: .turnedAway
            case .refused: .refused
            case .withdrawn: .withdrawn
            case .expired: .expired
            case .move, .companion, .merge: nil
            }
        }

        /// What was done, in a word or two.
        public var name: BilingualText {
            switch self {
            case .companion: BilingualText(en: "another adult goes along", zh: "已更换陪同人")
            case .merge: BilingualText(en: "records merged", zh: "记录已合并")
            default: status?.name ?? BilingualText(en: "moved", zh: "已改期")
            }
        }

        /// Whether it needs a reason: what takes a visit away from a child must be accounted for.
        public var needsReason: Bool {
            switch self {
            case .cancel, .cutShort, .missed, .turnedAway, .refused, .withdrawn, .move: true
            case .request, .confirm, .held, .expired, .companion, .merge: false
            }
        }
    }

    /// Whose decision it was.
    public enum Party: String, Sendable, CaseIterable {
        case household, child, prisoner, prison, organisation, `operator`

        /// The party's name for people.
        public var name: BilingualText {
            switch self {
            case .household: BilingualText(en: "the household", zh: "家庭")
            case .child: BilingualText(en: "the child", zh: "儿童")
            case .prisoner: BilingualText(en: "the prisoner", zh: "服刑人员")
            case .prison: BilingualText(en: "the prison", zh: "监狱")
            case .organisation: BilingualText(en: "the organisation", zh: "机构")
            case .operator: BilingualText(en: "the operator", zh: "运营者")
            }
        }

        /// Who cancelled a visit or why, as part of a sentence. A ban on contact is decided by a court or an authority
        /// that the program does not know by name.
        ///
        /// - Parameter found: what the judge found, where it took the step.
        public func ground(_ found: VisitFlag.Code?) -> BilingualText {
            guard found != .contactForbidden else {
                return BilingualText(en: "because contact is forbidden", zh: "因禁止会见")
            }
            return BilingualText(en: "by \(name.english)", zh: "由\(name.chinese)")
        }
    }

    /// What was done.
    public var kind: Kind
    /// Whose decision it was; nil where nobody said.
    public var by: Party?
    /// Why, in somebody's words. May hold what concerns a person: shown to those who may see the visit, never logged.
    public var reason: String
    /// When it was written down.
    public var moment: Instant
    /// The session that it gave up; nil where it gave up none.
    public var givenUp: Identifier<Session>?

    /// What was found, where the judge took the step: its code stands in the place of a reason.
    public var found: VisitFlag.Code? { VisitFlag.Code(rawValue: reason) }

    /// A step.
    public init(
        _ kind: Kind, by: Party? = nil, reason: String = "", moment: Instant, givenUp: Identifier<Session>? = nil
    ) {
        self.kind = kind
        self.by = by
        self.reason = reason
        self.moment = moment
        self.givenUp = givenUp
    }
}
