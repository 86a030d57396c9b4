import Foundation
import VisitModel

/// Writes a message as an e-mail (RFC 5322) that carries the visit for the reader's calendar (iMIP, RFC 6047).
public struct MailWriter: Sendable {
    private let identifier: String
    private let sent: Instant
    private let text: MessageText
    private let invitation: Invitation

    /// - Parameters:
    ///   - identifier: that of the message: the same message, delivered twice, has one `Message-ID`.
    ///   - sent: the moment that stands as its date.
    public init(_ text: MessageText, identifier: String, sent: Instant, invitation: Invitation) {
        self.identifier = identifier
        self.sent = sent
        self.text = text
        self.invitation = invitation
    }

    /// The mail: text for people, and the same as a message for their calendar. Lines end with LF, as programs that send
    /// mail want it on their standard input; all of it is ASCII.
    ///
    /// - Parameter calendar: what the calendar is sent, with `METHOD`.
    public func mail(with calendar: [UInt8], method: String) -> String {
        let boundary =
            "visitd-" + Data(identifier.utf8).base64EncodedString().filter { $0.isLetter || $0.isNumber }.suffix(24)
        let plain = Array((text.lines.joined(separator: "\r\n") + "\r\n").utf8)
        return """
            From: \(address(invitation.organizer))
            To: \(address(invitation.attendee))
            Subject: \(encoded(text.heading))
            Date: \(date)
            Message-ID: <\(local(identifier))@visitd.invalid>
            Auto-Submitted: auto-generated
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary="\(boundary)"

            --\(boundary)
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: base64

            \(Self.lines(of: plain))
            --\(boundary)
            Content-Type: text/calendar; method=\(method); charset=utf-8
            Content-Transfer-Encoding: base64

            \(Self.lines(of: calendar))
            --\(boundary)--

            """
    }

    /// Bytes as base 64 in lines of 76 letters (RFC 2045, section 6.8).
    private static func lines(of bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString(options: [.lineLength76Characters, .endLineWithLineFeed])
    }

    private func address(_ party: Invitation.Party) -> String {
        let address = party.address.unicodeScalars.filter {
            $0.value > 0x20 && $0.value < 0x7F && !"<>,;\"".unicodeScalars.contains($0)
        }
        let plain = String(String.UnicodeScalarView(address))
        return party.name.map { "\(encoded($0)) <\(plain)>" } ?? plain
    }

    /// A text as encoded words of at most 75 characters (RFC 2047), each of whole characters.
    private func encoded(_ text: String) -> String {
        var words: [String] = []
        var piece: [UInt8] = []
        for character in text {
            let bytes = Array(String(character).utf8)
            if !piece.isEmpty, piece.count + bytes.count > 45 {
                words.append("=?utf-8?B?\(Data(piece).base64EncodedString())?=")
                piece = []
            }
            piece += bytes
        }
        words.append("=?utf-8?B?\(Data(piece).base64EncodedString())?=")
        return words.joined(separator: "\n ")
    }

    /// What may stand before the @ of an identifier (RFC 5322, atext); the rest is written as its number.
    private func local(_ text: String) -> String {
        text.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "~"):
                String(UnicodeScalar(byte))
            default: "_\(String(byte, radix: 16))"
            }
        }.joined()
    }

    /// The date as mail has it: `Mon, 23 Nov 2026 18:00:00 +0000`.
    private var date: String {
        let day = sent.utcDay
        let (year, month, number) = day.civil
        let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let time = "\(sent)".dropFirst(11).dropLast()
        return "\(weekdays[day.weekday.rawValue - 1]), \(number) \(months[month - 1]) \(year) \(time) +0000"
    }
}
