import VisitModel

/// Finds out what people must be told: compares how the visits ahead are with what was told about them.
///
/// It compares the current state with what was sent before. So it does not matter who changed a visit, how often, or
/// whether the program was killed in between: whoever must know gets one message, about how it is now.
struct MessageSurvey {
    /// New messages, by visit and recipient.
    private(set) var messages: [Message] = []
    /// Messages that wait and say what is no longer so.
    private(set) var obsolete: [Identifier<Message>] = []
    private let today: Day
    private let aheadDays: Int
    private let now: Instant

    private struct Thread: Hashable {
        let visit: Identifier<Visit>
        let recipient: Message.Recipient
    }

    /// - Parameters:
    ///   - visits: the visits ahead, and recent ones, of whatever status.
    ///   - log: what was written about them, the older messages of each recipient first.
    ///   - aheadDays: how far ahead visits that are only proposed are told for the first time.
    init(_ visits: [Visit], log: [Message], today: Day, aheadDays: Int, now: Instant) {
        self.today = today
        self.aheadDays = aheadDays
        self.now = now
        let threads = Dictionary(grouping: log) { Thread(visit: $0.visit, recipient: $0.recipient) }
        let told = Dictionary(grouping: threads.keys, by: \.visit).mapValues { $0.map(\.recipient) }
        for visit in visits {
            let concerned = Self.recipients(of: visit)
            let all = Set(concerned + told[visit.id, default: []]).sorted { "\($0)" < "\($1)" }
            for recipient in all {
                consider(
                    visit, recipient, isConcerned: concerned.contains(recipient),
                    threads[Thread(visit: visit.id, recipient: recipient)] ?? [])
            }
        }
    }

    /// Who must know of a visit: the adults who go along; of an escort's also whoever is with the children; and the
    /// household where nobody goes along.
    static func recipients(of visit: Visit) -> [Message.Recipient] {
        let adults = visit.adults.map { adult -> Message.Recipient in
            switch adult {
            case .guardian(let id): .guardian(id)
            case .escort(let id): .escort(id)
            }
        }
        let isTold = adults.contains { if case .guardian = $0 { true } else { false } }
        return isTold ? adults : adults + [.household(visit.household)]
    }

    private mutating func consider(
        _ visit: Visit, _ recipient: Message.Recipient, isConcerned: Bool, _ thread: [Message]
    ) {
        // What was never tried cannot have arrived; what was tried may have.
        let known = thread.last { $0.state == .delivered || $0.attempts > 0 }
        let waiting = thread.filter { $0.state == .waiting }
        guard visit.date >= today, !visit.status.isOutcome else {
            obsolete += waiting.map(\.id)
            return
        }
        let news = content(visit, isConcerned: isConcerned, known: known?.content)
        let stale = waiting.filter { $0.content != (news ?? known?.content) }
        obsolete += stale.map(\.id)
        guard let news, !waiting.contains(where: { $0.content == news }) else { return }
        messages.append(
            Message(
                about: visit.id, to: recipient, number: (thread.map(\.number).max() ?? 0) + 1, news, created: now))
    }

    /// What there is to tell to somebody who knows `known`; nil where nothing.
    private func content(_ visit: Visit, isConcerned: Bool, known: Message.Content?) -> Message.Content? {
        let expected = known.flatMap { $0.isExpected ? $0 : nil }
        guard !visit.status.isCalledOff, isConcerned else {
            // It names the time that they know, not the one that they were never told.
            var news = expected
            news?.kind = visit.status.isCalledOff ? .cancelled : .relieved
            return news
        }
        let isAgreed = visit.status.isAgreed
        var news = Message.Content(
            isAgreed ? .confirmed : .proposed, isAgreed: isAgreed, date: visit.date, start: visit.start)
        guard let known = expected else {
            return isAgreed || visit.date <= today + aheadDays ? news : nil
        }
        if known.date != visit.date || known.start != visit.start {
            news.kind = .moved
            return news
        }
        return isAgreed && !known.isAgreed ? news : nil
    }
}
