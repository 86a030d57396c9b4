import Testing
import VisitModel

@testable import VisitApplication

@Suite("Who must be told what")
struct MessageSurveyTests {
    private static let today = day("2026-11-23")
    private static let moment = Instant(seconds: 1_795_400_000)

    private func visit(
        _ status: Visit.Status = .proposed, in days: Int = 10, at start: String = "10:00",
        by companion: Visit.Companion? = .guardian("G1")
    ) -> Visit {
        Visit(
            id: "V1", status: status, prisoner: "M1", household: "H1", children: ["C1"], companion: companion,
            prison: "W1", date: Self.today + days, start: clock(start), minutes: 30)
    }

    private func survey(_ visit: Visit, _ log: [Message] = []) -> MessageSurvey {
        MessageSurvey([visit], log: log, today: Self.today, aheadDays: 28, now: Self.moment)
    }

    /// What there is to tell about `visit`, as kind and recipient.
    private func news(_ visit: Visit, _ log: [Message] = []) -> [String] {
        survey(visit, log).messages.map { "\($0.content.kind.rawValue) \($0.recipient)" }
    }

    /// The log after everything that the survey asks for was delivered.
    private func told(_ visit: Visit, _ log: [Message] = []) -> [Message] {
        let survey = survey(visit, log)
        var after = log
        for index in after.indices where survey.obsolete.contains(after[index].id) { after[index].state = .superseded }
        return after
            + survey.messages.map { message in
                var message = message
                (message.state, message.attempts) = (.delivered, 1)
                return message
            }
    }

    @Test("the adult who goes along is told; of an escort's visit also the household")
    func recipients() {
        #expect(news(visit()) == ["proposed guardian-G1"])
        #expect(news(visit(by: .escort("E1"))) == ["proposed escort-E1", "proposed household-H1"])
        #expect(news(visit(by: nil)) == ["proposed household-H1"])
    }

    @Test("each change is told once, and nothing is told again")
    func life() {
        var log = told(visit())
        #expect(news(visit(), log).isEmpty)
        #expect(news(visit(.requested), log).isEmpty)
        #expect(news(visit(.confirmed), log) == ["confirmed guardian-G1"])
        log = told(visit(.confirmed), log)
        #expect(news(visit(.confirmed), log).isEmpty)
        #expect(news(visit(.confirmed, in: 11), log) == ["moved guardian-G1"])
        log = told(visit(.confirmed, in: 11), log)
        #expect(news(visit(.cancelled, in: 11), log) == ["cancelled guardian-G1"])
        log = told(visit(.cancelled, in: 11), log)
        #expect(news(visit(.cancelled, in: 11), log).isEmpty)
        #expect(log.map(\.number) == [1, 2, 3, 4])
    }

    @Test("what was never told is not taken back")
    func neverTold() {
        #expect(news(visit(.cancelled)).isEmpty)
        #expect(news(visit(.held)).isEmpty)
        #expect(news(visit(in: -1)).isEmpty)
    }

    @Test("a proposal far ahead is told when it comes near; an agreement at once")
    func farAhead() {
        #expect(news(visit(in: 29)).isEmpty)
        #expect(news(visit(in: 28)) == ["proposed guardian-G1"])
        #expect(news(visit(.confirmed, in: 80)) == ["confirmed guardian-G1"])
    }

    @Test("a message that still waits gives way to a newer one, which tells it as if for the first time")
    func waiting() {
        let first = survey(visit()).messages
        let second = survey(visit(in: 12), first)
        #expect(second.obsolete == first.map(\.id))
        #expect(second.messages.map(\.content.kind) == [.proposed])
        #expect(survey(visit(.cancelled), first).messages.isEmpty)
        #expect(survey(visit(.cancelled), first).obsolete == first.map(\.id))
        #expect(survey(visit(.held), first).obsolete == first.map(\.id))
    }

    @Test("a message that was tried may have arrived: what follows does not pretend that it did not")
    func tried() {
        var first = survey(visit()).messages
        first[0].attempts = 1
        let second = survey(visit(in: 12), first)
        #expect(second.messages.map(\.content.kind) == [.moved])
        #expect(second.obsolete == first.map(\.id))
        #expect(survey(visit(), first).messages.isEmpty && survey(visit(), first).obsolete.isEmpty)
    }

    @Test("where somebody else goes along, both are told")
    func relieved() {
        let log = told(visit())
        #expect(
            news(visit(by: .escort("E1")), log) == [
                "proposed escort-E1", "relieved guardian-G1", "proposed household-H1",
            ])
        let after = told(visit(by: .escort("E1")), log)
        #expect(news(visit(by: .escort("E1")), after).isEmpty)
        #expect(
            news(visit(by: .guardian("G1")), after) == [
                "relieved escort-E1", "proposed guardian-G1", "relieved household-H1",
            ])
    }

    @Test("after any history, whoever expects the visit knows its time, and nobody is told twice", arguments: 0..<300)
    func property(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        var log: [Message] = []
        var current = visit()
        for _ in 0..<12 {
            current = visit(
                [.proposed, .requested, .confirmed, .cancelled].randomElement(using: &random) ?? .proposed,
                in: Int.random(in: 1...20, using: &random),
                at: ["10:00", "14:00"].randomElement(using: &random) ?? "10:00",
                by: [.guardian("G1"), .guardian("G2"), .escort("E1"), nil].randomElement(using: &random) ?? nil)
            let survey = survey(current, log)
            for index in log.indices where survey.obsolete.contains(log[index].id) { log[index].state = .superseded }
            log += survey.messages
            // Some are delivered, some are tried, some wait.
            for index in log.indices where log[index].state == .waiting {
                switch Int.random(in: 0...2, using: &random) {
                case 0: (log[index].state, log[index].attempts) = (.delivered, 1)
                case 1: log[index].attempts += 1
                default: break
                }
            }
        }
        log = told(current, log).map { message in
            var message = message
            if message.state == .waiting { (message.state, message.attempts) = (.delivered, 1) }
            return message
        }
        #expect(survey(current, log).messages.isEmpty && survey(current, log).obsolete.isEmpty)
        #expect(Set(log.map(\.id)).count == log.count)
        let concerned = MessageSurvey.recipients(of: current)
        for (recipient, thread) in Dictionary(grouping: log, by: \.recipient) {
            let last = thread.last { $0.state == .delivered || $0.attempts > 0 }?.content
            let expects = last?.isExpected ?? false
            #expect(expects == (current.status != .cancelled && concerned.contains(recipient)))
            if expects, let last {
                #expect((last.date, last.start) == (current.date, current.start))
                #expect(last.isAgreed || current.status != .confirmed)
            }
        }
    }
}
