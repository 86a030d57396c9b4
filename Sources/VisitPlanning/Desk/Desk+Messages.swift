import VisitCalendar
import VisitModel
import VisitStore

extension Desk {
    /// Puts into the outbox what people must be told, and takes out what is no longer so. Done twice, it changes nothing.
    ///
    /// - Returns: how many messages are new; nil where the operator has not turned messages on.
    public func postMessages(today: Day) throws -> Int? {
        try Self.postMessages(writing(), today: today, at: now())
    }

    static func postMessages(_ store: VisitStore, today: Day, at moment: Instant) throws -> Int? {
        let parameters = ContactParameters(try store.parameters())
        guard parameters.channel != nil else { return nil }
        let first = today - CalendarDesk.memory
        let visits = try store.visits(from: first)
        let survey = MessageSurvey(
            visits, log: try store.messages(aboutVisitsFrom: first), today: today, aheadDays: parameters.aheadDays,
            now: moment)
        return try store.post(survey.messages, superseding: survey.obsolete, at: moment)
    }

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
        let store = try writing()
        let delivery = Delivery(
            store: store, programs: commands.mapValues { DeliveryProgram(command: $0) },
            parameters: ContactParameters(try store.parameters()), now: now)
        var report = DeliveryReport()
        report.posted = try Self.postMessages(store, today: today, at: now()) ?? 0
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

    /// What would be written to somebody about a visit as it is now, in the forms of each channel.
    ///
    /// - Parameter names: whether the children are named.
    public func messageText(about id: Identifier<Visit>, language: Language?, showsNames: Bool) throws -> MessageText {
        let detail = try reading().visitDetail(id)
        let visit = detail.visit
        let isAgreed = visit.status == .confirmed || visit.status == .held
        let kind: Message.Kind =
            switch visit.status {
            case .proposed, .requested: .proposed
            case .confirmed, .held: .confirmed
            case .missed, .cancelled: .cancelled
            }
        return MessageText(
            detail, Message.Content(kind, isAgreed: isAgreed, date: visit.date, start: visit.start),
            language: language ?? detail.household.language, showsNames: showsNames)
    }

    /// Writes the visits that a guardian goes along to as messages for the guardian's calendar (iTIP), one file each:
    /// requests, and cancellations of the last 30 days. Files of visits that are over are removed.
    public func exportInvitations(
        for guardian: Identifier<Guardian>, to folder: String, today: Day, language: Language?, showsNames: Bool
    ) throws -> ExportReport {
        let store = try reading()
        let contact = try store.contact(of: .guardian(guardian))
        let parameters = ContactParameters(try store.parameters())
        let name = showsNames ? contact.name : nil
        let attendee =
            contact.email.map { Invitation.Party(address: $0, name: name) }
            ?? Invitation.Party(withoutAddress: guardian.text, name: name)
        let options = CalendarOptions(
            name: BilingualText(en: "Visits", zh: "会见"), language: language ?? contact.language,
            showsNames: showsNames, perspective: .household, today: today)
        let writer = InvitationWriter(options, Invitation(organizer: parameters.organizer, attendee: attendee))
        var publication = try FolderPublication(into: folder)
        for detail in try store.visitDetails(
            .accompanied(by: guardian), from: today, keepCancelledSince: today - CalendarDesk.memory)
        {
            let method = InvitationWriter.method(of: detail.visit).lowercased()
            try publication.put(
                FileContent(
                    FileName(method, detail.visit.id.text, "ics").text,
                    writer.message(about: detail, in: try Zone(named: detail.prison.zone))))
        }
        let summary = try publication.finish()
        return ExportReport(written: summary.written, removed: summary.removed, unchanged: summary.unchanged)
    }
}
