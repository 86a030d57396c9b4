import Testing
import VisitCalendar
import VisitModel
import VisitTestSupport

@Suite("What people are told about a visit")
struct MessageTextTests {
    private static let kinds: [Message.Kind] = Message.Kind.allCases

    private func text(
        _ kind: Message.Kind, _ language: Language, showsNames: Bool = false, _ change: (inout World) -> Void = { _ in }
    ) throws -> MessageText {
        let world = try World().travelling().with(change)
        let content = Message.Content(
            kind, isAgreed: kind != .proposed, date: world.visit.date, start: world.visit.start)
        return MessageText(world.detail, content, language: language, showsNames: showsNames)
    }

    @Test("every kind of message, read by a person")
    func golden() throws {
        var shown = ""
        for language in Language.allCases {
            for kind in Self.kinds {
                let text = try text(kind, language)
                shown += "== \(language.rawValue) \(kind.rawValue)\n" + text.lines.joined(separator: "\n")
                shown += "\n-- sms\n" + text.parts.joined(separator: "\n") + "\n"
            }
        }
        try Golden.compare(shown, with: "messages.txt")
    }

    @Test("names nobody and holds no link unless it is asked to", arguments: Language.allCases)
    func names(language: Language) throws {
        let plain = try Self.kinds.map { try text($0, language).lines.joined() }.joined()
        for secret in ["陈小雨", "陈小山", "陈秋", "刘桂芳", "139-0000", "http"] { #expect(!plain.contains(secret)) }
        let named = try text(.confirmed, language, showsNames: true).lines.joined()
        #expect(named.contains("陈小雨"))
    }

    @Test("parts have 70 characters at most, are numbered, and together say everything", arguments: 0..<100)
    func parts(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        let pieces = ["a", "会见", " ", "😀", "👨‍👩‍👧‍👦", "e\u{301}", "سجن", "word ", "。", "x-"]
        let name = (0..<Int.random(in: 0...120, using: &random)).map { _ in
            pieces.randomElement(using: &random) ?? ""
        }.joined()
        for language in Language.allCases {
            let text = try text(.confirmed, language) { $0.prison.name = BilingualText("J" + name) }
            let parts = text.parts
            #expect(parts.allSatisfy { $0.utf16.count <= MessageText.longestPart })
            let whole = text.lines.joined(separator: language == .english ? " " : "")
            guard parts.count > 1 else {
                #expect(parts == [whole])
                continue
            }
            for (position, part) in parts.enumerated() { #expect(part.hasPrefix("(\(position + 1)/\(parts.count))")) }
            #expect(parts.map { String($0.drop { $0 != ")" }.dropFirst()) }.joined() == whole)
        }
    }
}

@Suite("A message as an e-mail, judged by Python")
struct MailTests {
    static let python = OutsideTool.python("email", "icalendar")

    private static let script = """
        import email, email.policy, sys
        from icalendar import Calendar
        mail = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
        assert not mail.defects, mail.defects
        print(mail["From"]); print(mail["To"]); print(mail["Subject"]); print(mail["Date"].datetime.isoformat())
        print(mail["Message-ID"])
        for part in mail.iter_parts():
            print(part.get_content_type(), part.get_param("method"))
            if part.get_content_type() == "text/plain":
                print(part.get_content().replace("\\r\\n", "\\n").strip())
            else:
                calendar = Calendar.from_ical(part.get_content())
                print(calendar["METHOD"], [str(e["UID"]) for e in calendar.walk("VEVENT")])
        """

    @Test("it reads the text, and the visit for the calendar", .enabled(if: python.isPresent, "\(python.missing)"))
    func mail() throws {
        let world = try World().travelling()
        let visit = world.visit
        let text = MessageText(
            world.detail, Message.Content(.confirmed, isAgreed: true, date: visit.date, start: visit.start),
            language: .chinese, showsNames: true)
        let invitation = Invitation(
            organizer: .init(address: "visits@charity.example"),
            attendee: .init(address: "g1@example.org", name: "刘桂芳（虚构）"))
        let options = CalendarOptions(
            name: BilingualText("Visits"), language: .chinese, perspective: .household, today: visit.date)
        let calendar = InvitationWriter(options, invitation).message(
            about: world.detail, in: try Zone(named: "Asia/Shanghai"))
        let mail = MailWriter(
            text, identifier: "v-7f3a~guardian-G1~1", sent: Instant(seconds: 1_790_000_000), invitation: invitation
        ).mail(with: calendar, method: "REQUEST")
        #expect(mail.utf8.allSatisfy { $0 < 0x80 })
        #expect(mail.split(separator: "\n").allSatisfy { $0.utf8.count <= 998 })
        let read = try Self.python.run(["-c", Self.script], input: mail)
        let expected =
            """
            visits@charity.example
            刘桂芳（虚构） <g1@example.org>
            会见已确认
            2026-09-21T14:13:20+00:00
            <v-7f3a~guardian-G1~1@visitd.invalid>
            text/plain None
            \(text.lines.joined(separator: "\n"))
            text/calendar REQUEST
            REQUEST ['v-7f3a@visitd']

            """
        #expect(read == expected)
    }
}
