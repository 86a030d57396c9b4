/// One line of the audit log: who did, or saw, what, and when. It holds identifiers and words, never a name and never
/// what was seen.
public struct AuditEntry: Hashable, Sendable {
    /// Its place in the log, from 1, without gaps.
    public var position: Int
    /// When.
    public var moment: Instant
    /// Who: `local:1000` (a user of this machine, by number), `token:ID`, `feed:ID`, `service`.
    public var actor: String
    /// What was done, as thing and verb: `visit.confirm`, `child.read`.
    public var act: String
    /// To what, by identifier: `visit V12`; empty where it is about everything; `list` for a look at several records,
    /// which its facts name.
    public var subject: String
    /// Facts about it, as `name=value`: `from=proposed`.
    public var facts: [String]

    /// A line.
    public init(position: Int, moment: Instant, actor: String, act: String, subject: String, facts: [String] = []) {
        self.position = position
        self.moment = moment
        self.actor = actor
        self.act = act
        self.subject = subject
        self.facts = facts
    }

    /// What a look at several records is about.
    public static let listSubject = "list"
    private static let countName = "seen="

    /// The facts of a look at those subjects: none for one, which is what the line is about; otherwise their number and
    /// each of them, as `child=C17`.
    public static func facts(ofLookAt subjects: [String]) -> [String] {
        subjects.count == 1 ? [] : ["\(countName)\(subjects.count)"] + subjects.map(fact)
    }

    /// The fact that names a subject among several: `child=C17`.
    public static func fact(of subject: String) -> String {
        guard let space = subject.firstIndex(of: " ") else { return subject }
        return "\(subject[..<space])=\(subject[subject.index(after: space)...])"
    }

    /// The line without those of several records that nobody asked about: who is told of one child is not told of
    /// others.
    public func telling(of subjects: [String]) -> AuditEntry {
        guard subject == Self.listSubject else { return self }
        let told = Set(subjects.map(Self.fact))
        var entry = self
        entry.facts = facts.filter { $0.hasPrefix(Self.countName) || told.contains($0) }
        return entry
    }

    /// What facts begin with that only a program compares: a step, a visit or a plan as it was then.
    public static let sealNames = (step: "step=", now: "now=", plan: "row=")
    private static let mostTold = 6

    /// The facts as people are told them: without digests, and of many records the first.
    public var toldFacts: [String] {
        let seals = [Self.sealNames.step, Self.sealNames.now, Self.sealNames.plan]
        let told = facts.filter { fact in !seals.contains { fact.hasPrefix($0) } }
        return told.count > Self.mostTold ? told.prefix(Self.mostTold) + ["…"] : told
    }
}
