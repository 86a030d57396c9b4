/// What a review has found that was not known before.
public struct ReviewOutcome: Hashable, Sendable {
    /// A visit that was called off because it cannot take place any more.
    public struct Ended: Hashable, Sendable {
        /// The visit, as it is now.
        public var visit: Visit
        /// How far it had come.
        public var before: Visit.Status
        /// Why it cannot.
        public var flag: VisitFlag

        /// A visit that was called off.
        public init(_ visit: Visit, before: Visit.Status, flag: VisitFlag) {
            self.visit = visit
            self.before = before
            self.flag = flag
        }
    }

    /// A visit for which something holds or does not.
    public struct Noted: Hashable, Sendable {
        /// The visit.
        public var visit: Visit
        /// What holds or does not.
        public var flag: VisitFlag
        /// Who could go along instead, those first who are asked first; nil where it is not about the adult, or people have not
        /// agreed on the visit.
        public var substitutes: [Visit.Companion]?
        /// Who could go along instead but for visits that are only requested, where nobody is free.
        public var heldBack: [HeldBack] = []
        /// What somebody must put right in the register before the two can meet; nil where nothing is known.
        public var remedy: BilingualText?

        /// Something about a visit.
        public init(_ visit: Visit, _ flag: VisitFlag) {
            self.visit = visit
            self.flag = flag
        }
    }

    /// An adult who could go along, if another one took visits that are only requested.
    public struct HeldBack: Hashable, Sendable {
        /// The adult.
        public var adult: Visit.Companion
        /// The requested visits, as people name them.
        public var visits: [String]

        /// An adult with such visits.
        public init(_ adult: Visit.Companion, visits: [String]) {
            self.adult = adult
            self.visits = visits
        }

        fileprivate var sentence: BilingualText {
            let name = SubjectName.text(adult.subject)
            return BilingualText(
                en: "If another adult took \(visits.joined(separator: " and ")), \(name.english) could go along.",
                zh: "如由他人接手 \(visits.joined(separator: "、"))，\(name.chinese)即可陪同。")
        }
    }

    /// What does not hold any more: of the visits that are agreed or asked for first, then by date, the gravest first.
    public var flagged: [Noted] = []
    /// What holds again, in the same order.
    public var lifted: [Noted] = []
    /// The visits that were called off, by date.
    public var ended: [Ended] = []
    /// Visits that were called off for what is not so any more, by date, each with what it was.
    public var putRight: [Noted] = []

    /// Nothing.
    public init() {}

    /// Whether nothing was found.
    public var isEmpty: Bool { flagged.isEmpty && lifted.isEmpty && ended.isEmpty && putRight.isEmpty }
}

extension ReviewOutcome.Noted: Comparable {
    /// Those first about which somebody has been asked already.
    public static func < (a: Self, b: Self) -> Bool {
        (a.rank, a.visit.date, a.visit.id, a.flag.code, a.flag.subject)
            < (b.rank, b.visit.date, b.visit.id, b.flag.code, b.flag.subject)
    }

    private var rank: Int {
        switch visit.status {
        case .confirmed: 0
        case .requested: 1
        default: 2
        }
    }
}

extension ReviewOutcome.Noted {
    /// Whether people have agreed on the visit and it might hold with another adult.
    public var needsAnotherAdult: Bool { visit.status.mayChangeAdult && flag.isOfAdult && flag.isObstacle }

    /// What somebody can do about it.
    public var advice: BilingualText {
        if let remedy { return remedy }
        if flag.code == .textUntrue, visit.status != .proposed {
            return BilingualText(
                en: "Perhaps tell the family what is so; the words of a visit that people have agreed stay.",
                zh: "请告知家属实际情况；已商定的会见，说明不再改写。")
        }
        guard let substitutes, let first = substitutes.first else {
            guard substitutes != nil else { return flag.code.advice }
            if !heldBack.isEmpty {
                let named = heldBack.prefix(Self.mostNamed).map(\.sentence)
                return BilingualText(
                    en: "\(flag.code.advice.english) \(named.map(\.english).joined(separator: " "))",
                    zh: flag.code.advice.chinese + named.map(\.chinese).joined())
            }
            return BilingualText(
                en: "\(flag.code.advice.english) Nobody else on record can go along then.",
                zh: "\(flag.code.advice.chinese)已登记的其他成年人当天均不能陪同。")
        }
        let named: [BilingualText] = substitutes.prefix(Self.mostNamed).map { SubjectName.text($0.subject) }
        let (english, chinese) = (
            named.map(\.english).joined(separator: " or "), named.map(\.chinese).joined(separator: "或")
        )
        let command = "visitctl visit companion \(visit.label) --\(first.subject)"
        return BilingualText(
            en: "Perhaps \(english) can go along instead; then: \(command).",
            zh: "或许可请\(chinese)代为陪同；商定后运行 \(command)。")
    }

    /// How many are named, those first who are asked first.
    private static var mostNamed: Int { 5 }
}
