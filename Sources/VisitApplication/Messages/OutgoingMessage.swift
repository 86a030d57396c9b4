import VisitCalendar
import VisitFormats
import VisitModel
import VisitReports
import VisitStore

/// What an operator's command gets on its standard input: an e-mail, or for telephones a document of one line.
struct OutgoingMessage {
    private let message: Message
    private let words: MessageText
    private let channel: Message.Channel
    private let address: String
    private let contact: StoreView.Contact
    private let parameters: ContactParameters

    init(
        _ message: Message, _ words: MessageText, channel: Message.Channel, address: String,
        contact: StoreView.Contact, _ parameters: ContactParameters
    ) {
        self.message = message
        self.words = words
        self.channel = channel
        self.address = address
        self.contact = contact
        self.parameters = parameters
    }

    /// The text of it.
    ///
    /// - Throws: `ZoneError` where a mail's calendar needs a zone that cannot be had.
    func text() throws -> String {
        switch channel {
        case .sms, .wechat: document.text(pretty: false) + "\n"
        case .mail: try mail()
        }
    }

    /// `visitd-message/1`.
    private var document: JSON {
        MessageDocument(
            MessageDocument.Delivery(
                message: message.id, channel: channel, address: address, kind: message.content.kind),
            language: words.language, lines: words.lines, parts: channel == .sms ? words.parts : nil
        ).json
    }

    private func mail() throws -> String {
        var detail = words.detail
        // For whoever need not go along any more it is off.
        if !message.content.isExpected { detail.visit.status = .cancelled }
        let invitation = Invitation(
            organizer: parameters.organizer,
            attendee: Invitation.Party(address: address, name: words.showsNames ? contact.name : nil))
        let zone = try Zone(named: detail.prison.zone)
        let options = CalendarOptions(
            name: BilingualText(en: "Visit", zh: "会见"), language: words.language, showsNames: words.showsNames,
            perspective: .household, today: message.content.date)
        let calendar = InvitationWriter(options, invitation).message(about: detail, in: zone)
        return MailWriter(
            words, identifier: message.id.text, sent: message.created, invitation: invitation
        ).mail(with: calendar, method: InvitationWriter.method(of: detail.visit))
    }
}

extension ContactParameters {
    /// Who stands as the organiser of invitations and the sender of mail.
    var organizer: Invitation.Party {
        sender.map { Invitation.Party(address: $0) } ?? Invitation.Party(withoutAddress: "visits")
    }
}
