import VisitModel
import VisitReports
import VisitStore

extension Desk {
    /// The messages that wait or were given up; all with those that were delivered and superseded.
    public func outbox(all: Bool, limit: Int) throws -> [Message] {
        try reading().outbox(all: all, limit: limit)
    }

    /// What a delivery did.
    public struct DeliveryReport: Hashable, Sendable {
        /// Messages that were put into the outbox first.
        public var posted = 0
        /// Messages that commands have taken.
        public var delivered = 0
        /// Messages that will be tried again.
        public var failed = 0
        /// Messages that were given up.
        public var abandoned = 0
    }

    /// Posts what is new, and delivers what is due by the operator's commands.
    ///
    /// - Parameters:
    ///   - commands: a shell command for each channel that can be used. What it gets is told in the guide on messages.
    ///   - limit: how many messages at most.
    ///   - isCancelled: asked between two messages whether to stop.
    public func deliverMessages(
        by commands: [Message.Channel: String], limit: Int, today: Day, isCancelled: () -> Bool = { false }
    ) throws -> DeliveryReport {
        let view = try writing(on: today)
        let delivery = Delivery(
            view: view, programs: commands.mapValues { DeliveryProgram(command: $0) },
            parameters: ContactParameters(try view.store.parameters()), now: now)
        var report = DeliveryReport()
        report.posted = try Self.postMessages(view, today: today, at: now()) ?? 0
        while report.delivered + report.failed + report.abandoned < limit, !isCancelled(),
            let (_, state) = try delivery.deliverNext()
        {
            switch state {
            case .delivered: report.delivered += 1
            case .waiting, .superseded: report.failed += 1
            case .abandoned: report.abandoned += 1
            }
        }
        return report
    }

    /// Puts messages that were given up back to the others, to be tried at once.
    public func retryMessages(_ ids: [Identifier<Message>]) throws {
        try writing().retry(ids, at: now())
    }
}
