/// Something that a person must be told about a visit.
///
/// The message itself holds no text: the text is written from the visit at the moment of delivery, so that nothing
/// stale goes out and the queue holds no names.
public struct Message: Hashable, Sendable {
    /// How it goes out.
    public enum Channel: String, Sendable, CaseIterable {
        /// A short message to a telephone, in parts of at most 70 characters.
        case sms
        /// A text for WeChat, which an operator's program hands over.
        case wechat
        /// An e-mail with the visit for the person's calendar (RFC 6047).
        case mail
    }

    /// What it is about.
    public enum Kind: String, Sendable, CaseIterable {
        /// There is a proposal.
        case proposed
        /// The prison has agreed.
        case confirmed
        /// It is at another time.
        case moved
        /// It does not take place.
        case cancelled
        /// It takes place, and somebody else goes along.
        case relieved
    }

    /// Who must be told.
    public enum Recipient: Hashable, Sendable {
        case guardian(Identifier<Guardian>)
        case escort(Identifier<Escort>)
        /// Whoever answers the household's telephone.
        case household(Identifier<Household>)
    }

    /// How far it has come.
    public enum State: String, Sendable, CaseIterable {
        /// It is to be delivered.
        case waiting
        /// The operator's program has taken it.
        case delivered
        /// There is something newer to tell, or nothing any more.
        case superseded
        /// It was tried too often, or the person has no address.
        case abandoned
    }

    /// What it says of the visit: enough to see later whether there is something new to say.
    public struct Content: Hashable, Sendable {
        /// What it is about.
        public var kind: Kind
        /// Whether the prison had agreed.
        public var isAgreed: Bool
        /// The date that it tells.
        public var date: Day
        /// The time that it tells, where it is known.
        public var start: ClockTime?

        /// What a message says.
        public init(_ kind: Kind, isAgreed: Bool, date: Day, start: ClockTime?) {
            self.kind = kind
            self.isAgreed = isAgreed
            self.date = date
            self.start = start
        }

        /// Whether whoever got it expects the visit to take place, with her or him.
        public var isExpected: Bool { kind != .cancelled && kind != .relieved }
    }

    /// Its identifier: from the visit, the recipient and the number, so that the same message is never written twice.
    public var id: Identifier<Message>
    /// The visit.
    public var visit: Identifier<Visit>
    /// Who must be told.
    public var recipient: Recipient
    /// Its number among the messages about this visit to this recipient, from 1.
    public var number: Int
    /// What it says.
    public var content: Content
    /// When it was written.
    public var created: Instant
    /// How far it has come.
    public var state: State
    /// How often delivery was begun.
    public var attempts: Int
    /// Not before then it is delivered, or tried again.
    public var due: Instant
    /// When it was delivered or given up.
    public var settled: Instant?
    /// What became of the last attempt: `exit=75`, `no-address`. Never an address.
    public var remark: String

    /// A message that waits.
    public init(
        about visit: Identifier<Visit>, to recipient: Recipient, number: Int, _ content: Content, created: Instant
    ) {
        id = Identifier("\(visit)~\(recipient)~\(number)")
        self.visit = visit
        self.recipient = recipient
        self.number = number
        self.content = content
        self.created = created
        state = .waiting
        attempts = 0
        due = created
        remark = ""
    }
}

extension Message.Recipient: CustomStringConvertible {
    /// Kind and identifier: `guardian-G1`.
    public var description: String {
        switch self {
        case .guardian(let id): "guardian-\(id)"
        case .escort(let id): "escort-\(id)"
        case .household(let id): "household-\(id)"
        }
    }
}
