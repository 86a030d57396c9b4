import VisitModel

/// Closures against sessions, when all files are read: a closure that takes nothing away, or an extra session that nobody
/// thought of. What the store holds already was said when it came.
struct ClosureCheck {
    private(set) var findings: [Finding] = []
    private let draft: Draft
    private let today: Day?

    /// - Parameter faulty: files in which something is wrong already; a calendar in one of them may say less than it means.
    init(_ draft: Draft, known: Register, today: Day?, faulty: Set<String>) {
        self.draft = draft
        self.today = today
        let (new, old) = (draft.register, Dictionary(known.closures.map { ($0.id, $0) }) { first, _ in first })
        guard !new.closures.isEmpty || !new.templates.isEmpty else { return }
        let givenTemplates = Set(new.templates.map(\.id))
        let givenClosures = Set(new.closures.map(\.id))
        let templates = new.templates + known.templates.filter { !givenTemplates.contains($0.id) }
        let kept = known.closures.filter { !givenClosures.contains($0.id) && !isReplaced($0) }
        // Those of the store go first: of two that say the same it is the new one that is told of.
        let calendar = SessionCalendar(templates: templates, closures: kept + new.closures)
        var extra: Set<ClosureDoubt> = []
        var idle: [Identifier<Prison>: (count: Int, first: Closure)] = [:]
        for closure in new.closures where old[closure.id] != closure {
            for doubt in calendar.doubts(about: closure, today: today) {
                if case .extraSession = doubt { extra.insert(doubt) }
                if Self.isOfCalendar(closure) {
                    if case .nothingHeld = doubt {
                        idle[closure.prison] = (
                            (idle[closure.prison]?.count ?? 0) + 1, idle[closure.prison]?.first ?? closure
                        )
                    }
                } else if isTold(doubt, of: closure) {
                    add(doubt, closure)
                }
            }
        }
        let oldTemplates = Dictionary(known.templates.map { ($0.id, $0) }) { first, _ in first }
        let newOnes = Set(new.templates.filter { oldTemplates[$0.id] != $0 }.map(\.id))
        for closure in kept + new.closures {
            for case .extraSession(let session, let day, let by) in calendar.extraSessions(takenBy: closure)
            where newOnes.contains(session) { extra.insert(.extraSession(session, on: day, by: by)) }
        }
        for doubt in extra.sorted(by: { $0.sentence.english < $1.sentence.english }) { addExtra(doubt) }
        for (prison, found) in idle.sorted(by: { $0.key < $1.key }) {
            let file = draft.calendarFiles[CalendarFile.Key(table: .closures, subject: prison.text)]?.path
            if let file, !faulty.contains(file) { addIdle(found.count, found.first, of: prison, in: file) }
        }
    }

    private static func isOfCalendar(_ closure: Closure) -> Bool {
        closure.id.text.hasPrefix(Closure.calendarPrefix(of: closure.prison))
    }

    /// Whether a calendar among the files stands for the whole, so that what an earlier one said is gone.
    private func isReplaced(_ closure: Closure) -> Bool {
        Self.isOfCalendar(closure) && draft.closureCalendars.contains(closure.prison)
    }

    /// Extra sessions are told of apart, and a session of another prison, or none, with its cell.
    private func isTold(_ doubt: ClosureDoubt, of closure: Closure) -> Bool {
        switch doubt {
        case .extraSession, .ofOtherPrison, .noSuchSession: false
        // Of two rows that say the same, the second is told of.
        case .said(let other, _):
            draft.location(of: other.text, in: .closures).map { first in
                draft.location(of: closure.id.text, in: .closures).map { Self.isBefore(first, $0) } ?? true
            } ?? true
        case .notHeld, .nothingHeld, .over: true
        }
    }

    private static func isBefore(_ a: SourceLocation, _ b: SourceLocation) -> Bool {
        a.file != b.file || (a.line ?? 0) < (b.line ?? 0)
    }

    private mutating func add(_ doubt: ClosureDoubt, _ closure: Closure) {
        let code: FaultCode =
            switch doubt {
            case .notHeld: .contradiction
            case .said: .repeatedID
            default: .unlikely
            }
        findings.append(
            Finding(
                .warning, code: code.rawValue, subject: "\(TableName.closures.rowName) \(closure.id)",
                at: draft.location(of: closure.id.text, in: .closures), sentence: doubt.sentence, advice: doubt.advice))
    }

    private mutating func addExtra(_ doubt: ClosureDoubt) {
        guard case .extraSession(let session, let day, let closure) = doubt, today.map({ day >= $0 }) ?? true else {
            return
        }
        let location =
            draft.location(of: session.text, in: .sessions) ?? draft.location(of: closure.text, in: .closures)
        findings.append(
            Finding(
                .warning, code: FaultCode.contradiction.rawValue, subject: "\(TableName.sessions.rowName) \(session)",
                at: location, sentence: doubt.sentence, advice: doubt.advice))
    }

    /// A calendar of public holidays names many days on which a prison is closed anyway: that is said once.
    private mutating func addIdle(_ count: Int, _ first: Closure, of prison: Identifier<Prison>, in file: String) {
        findings.append(
            Finding(
                .note, code: FaultCode.unlikely.rawValue, subject: "\(TableName.prisons.rowName) \(prison)",
                at: SourceLocation(file: file),
                sentence: BilingualText(
                    en:
                        "Days of the calendar on which \(prison) holds no session anyway: \(count), first \(first.days).",
                    zh: "日历中 \(prison) 本无会见时段的日期：\(count) 处，首个为 \(first.days)。"),
                advice: BilingualText(en: "Perhaps nothing is to be done.", zh: "也许无须处理。")))
    }
}
