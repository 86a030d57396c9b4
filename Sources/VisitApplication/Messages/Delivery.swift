import VisitCalendar
import VisitModel
import VisitStore

/// Takes messages out of the outbox one by one and hands them to the operator's commands.
///
/// Delivery is at least once: an attempt is counted before its command runs, and its result is recorded afterwards. If
/// the process is killed in between, the message is tried again; it may arrive twice and is never lost.
struct Delivery {
    let view: StoreView
    let programs: [Message.Channel: DeliveryProgram]
    let parameters: ContactParameters
    let now: @Sendable () -> Instant

    /// After so many attempts a message is given up, some two days after the first.
    static let mostAttempts = 12
    private static let firstPause = 300
    private static let longestPause = 6 * 3600

    /// When to try again after an attempt (exponential backoff): after five minutes, then twice as long each time, up
    /// to six hours.
    static func pause(after attempt: Int) -> Int {
        min(longestPause, firstPause << min(attempt - 1, 16))
    }

    /// Delivers the next message that is due; nil where none is.
    func deliverNext() throws -> (message: Message, state: Message.State)? {
        let begun = now()
        guard let message = try view.claimMessage(at: begun, lease: { begun + Self.pause(after: $0) }) else {
            return nil
        }
        let (state, remark) = try attempt(message)
        try view.recordOutcome(message.id, as: state, remark: remark, at: now())
        return (message, state)
    }

    private func attempt(_ message: Message) throws -> (Message.State, String) {
        let contact = try view.contact(of: message.recipient)
        guard let (channel, address, program) = way(to: contact) else {
            return (.abandoned, contact.hasFlaw ? "no-valid-address" : "no-address")
        }
        let detail = try view.visitDetail(message.visit)
        let text = MessageText(
            detail, message.content, language: contact.language, showsNames: parameters.showsNames)
        let letter = OutgoingMessage(message, text, channel: channel, address: address, contact: contact, parameters)
        let outcome = program.deliver(
            try letter.text(), message: message.id.text, channel: channel.rawValue)
        switch outcome {
        case .delivered: return (.delivered, channel.rawValue)
        case .refused(let remark): return (.abandoned, remark)
        case .failed(let remark):
            return (message.attempts >= Self.mostAttempts ? .abandoned : .waiting, remark)
        }
    }

    /// The channel that the operator prefers, otherwise another one for which there is both an address and a command.
    private func way(to contact: StoreView.Contact) -> (Message.Channel, String, DeliveryProgram)? {
        let preferred = parameters.channel.map { [$0] } ?? []
        for channel in preferred + Message.Channel.allCases {
            let address = channel == .mail ? contact.mailAddress : contact.dialledPhone
            if let address, let program = programs[channel] { return (channel, address, program) }
        }
        return nil
    }
}

extension StoreView.Contact {
    /// The telephone number as a command dials it; nil where what was entered is none. Stores of earlier versions can
    /// hold numbers that a spreadsheet has damaged; a doubtful number may belong to a stranger.
    fileprivate var dialledPhone: String? { phone.flatMap { try? Telephone.read($0, in: country).get().dialled } }

    /// Whether something was entered that no command is given.
    fileprivate var hasFlaw: Bool { (phone != nil && dialledPhone == nil) || (email != nil && mailAddress == nil) }

    /// The e-mail address; nil where what was entered is none.
    fileprivate var mailAddress: String? {
        email.map(PlainText.identifier).flatMap { MailAddress.isValid($0) ? $0 : nil }
    }
}
