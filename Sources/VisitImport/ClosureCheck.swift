import VisitModel

/// Closures against sessions, when all files are read: a closure that takes nothing away, or an extra session that nobody
/// thought of. What the store holds already was said when it came.
struct ClosureCheck {
    /// Closures of one file on whose days nothing is held.
    private struct Idle {
        var count: Int
        var first: Closure
        var doubt: ClosureDoubt
    }

    private(set) var findings: [Finding] = []
    private let draft: Draft
    private let known: Register
    private let today: Day?
    private let calendar: SessionCalendar
    /// The closures of the store that stay as they are.
    private let kept: [Closure]
    private var extra: Set<ClosureDoubt> = []
    private var idle: [String: Idle] = [:]

    /// - Parameter faulty: files in which something is wrong already; a calendar in one of them may say less than it means.
    init(_ draft: Draft, known: Register, today: Day?, faulty: Set<String>) {
        self.draft = draft
        self.known = known
        self.today = today
        let given = draft.register
        let givenTemplates = Set(given.templates.map(\.id))
        let givenClosures = Set(given.closures.map(\.id))
        kept = known.closures.filter { closure in
            // A calendar among the files stands for the whole: what an earlier one said is gone.
            let isReplaced = closure.isOfCalendar && draft.closureCalendars.contains(closure.prison)
            return !isReplaced && !givenClosures.contains(closure.id)
        }
        // Those of the store go first: of two that say the same it is the new one that is reported.
        calendar = SessionCalendar(
            templates: given.templates + known.templates.filter { !givenTemplates.contains($0.id) },
            closures: kept + given.closures)
        lookAtClosures()
        lookAtSessions()
        for doubt in extra.sorted(by: { $0.sentence.english < $1.sentence.english }) { addExtra(doubt) }
        for (file, found) in idle.sorted(by: { $0.key < $1.key }) where !faulty.contains(file) { add(found, in: file) }
    }

    private mutating func lookAtClosures() {
        let old = Dictionary(known.closures.map { ($0.id, $0) }) { first, _ in first }
        for closure in draft.register.closures where old[closure.id] != closure {
            for doubt in calendar.doubts(about: closure, today: today) {
                switch doubt {
                case .extraSession: extra.insert(doubt)
                case .nothingHeld:
                    guard let file = file(of: closure) else { continue }
                    idle[file, default: Idle(count: 0, first: closure, doubt: doubt)].count += 1
                case .said, .notHeld, .over: if isTold(doubt, of: closure) { add(doubt, closure) }
                // The cell of the row has been reported.
                case .ofOtherPrison, .noSuchSession: continue
                }
            }
        }
    }

    /// New extra sessions against all closures.
    private mutating func lookAtSessions() {
        let old = Dictionary(known.templates.map { ($0.id, $0) }) { first, _ in first }
        let fresh = Set(draft.register.templates.filter { old[$0.id] != $0 }.map(\.id))
        guard !fresh.isEmpty else { return }
        for closure in kept + draft.register.closures {
            for case .extraSession(let session, let day, let by) in calendar.extraSessions(takenBy: closure)
            where fresh.contains(session) { extra.insert(.extraSession(session, on: day, by: by)) }
        }
    }

    private func file(of closure: Closure) -> String? {
        draft.location(of: closure.id.text, in: .closures)?.file
            ?? draft.calendarFiles[CalendarFile.Key(table: .closures, subject: closure.prison.text)]?.path
    }

    /// A calendar often covers years, so only its effects on sessions are reported; of two rows that say the same the
    /// second.
    private func isTold(_ doubt: ClosureDoubt, of closure: Closure) -> Bool {
        guard !closure.isOfCalendar else { return false }
        guard case .said(let other, _) = doubt, let first = draft.location(of: other.text, in: .closures),
            let second = draft.location(of: closure.id.text, in: .closures)
        else { return true }
        return Self.isBefore(first, second)
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

    /// A list of public holidays names many days on which a prison is closed anyway: that is said once for each file.
    private mutating func add(_ idle: Idle, in file: String) {
        let (count, first) = (idle.count, idle.first)
        findings.append(
            Finding(
                .note, code: FaultCode.unlikely.rawValue, subject: "\(TableName.closures.rowName) \(first.id)",
                at: draft.location(of: first.id.text, in: .closures) ?? SourceLocation(file: file),
                sentence: count == 1
                    ? idle.doubt.sentence
                    : BilingualText(
                        en:
                            "Closures on whose days the prison holds no session anyway: \(count), first that of \(first.prison) on \(first.days).",
                        zh: "所列日期本无会见时段的停止会见：\(count) 条，首条为 \(first.prison)（\(first.days)）。"),
                advice: BilingualText(
                    en: "Perhaps nothing is to be done, or another day was meant.", zh: "也许无须处理，也许应为另一天。")))
    }
}

extension Closure {
    /// Whether it came as a calendar of its prison.
    fileprivate var isOfCalendar: Bool { id.text.hasPrefix(Self.calendarPrefix(of: prison)) }
}
