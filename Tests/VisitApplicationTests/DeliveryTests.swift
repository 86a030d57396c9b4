import Foundation
import Testing
import VisitModel
import VisitStore
import VisitTestSupport

@testable import VisitApplication

@Suite("The delivery of messages")
struct DeliveryTests {
    /// A planned world with one family, whose grandmother has a telephone and perhaps an address.
    private func withWorld(
        _ parameters: [String: String] = ["message.channel": "sms"], email: String? = nil, phone: String? = "000-0001",
        _ body: (Desk, TemporaryFolder) throws -> Void
    ) throws {
        try TemporaryFolder.use { folder in
            var world = SmallWorld()
            world.addMother("M1")
            world.addFamily("H1")
            world.addChild("C1", in: "H1", of: "M1")
            world.register.guardians[0].phone = phone
            world.register.guardians[0].email = email
            world.register.parameters = parameters.sorted { $0.key < $1.key }.map { .init(name: $0, value: $1) }
            let desk = try world.desk(in: folder)
            _ = try desk.plan(fourWeeks())
            try body(desk, folder)
        }
    }

    private func deliver(_ desk: Desk, _ command: String, _ channel: Message.Channel = .sms) throws
        -> Desk.DeliveryReport
    {
        try desk.deliverMessages(by: [channel: command], limit: 100, today: SmallWorld.today)
    }

    @Test("the nightly run puts messages into the outbox, once, and only where the operator has turned them on")
    func nightly() throws {
        try withWorld { desk, _ in
            let waiting = try desk.outbox(all: false, limit: 100)
            #expect(!waiting.isEmpty)
            #expect(waiting.allSatisfy { $0.content.kind == .proposed && $0.recipient == .guardian("G-H1") })
            #expect(try desk.postMessages(today: SmallWorld.today) == 0)
            _ = try desk.plan(fourWeeks())
            #expect(try desk.outbox(all: true, limit: 100).count == waiting.count)
        }
        try withWorld([:]) { desk, _ in
            let messages = try desk.outbox(all: true, limit: 100)
            #expect(messages.isEmpty)
            #expect(try desk.postMessages(today: SmallWorld.today) == nil)
        }
    }

    @Test("a command gets address and text on its standard input, nobody's name, and each message once")
    func delivered() throws {
        try withWorld { desk, folder in
            let count = try desk.outbox(all: false, limit: 100).count
            let command =
                "cat >> '\(folder.path("sent"))'; echo \"$VISITD_CHANNEL $VISITD_MESSAGE\" >> '\(folder.path("env"))'"
            let report = try deliver(desk, command)
            #expect((report.delivered, report.failed, report.abandoned) == (count, 0, 0))
            #expect(try deliver(desk, command).delivered == 0)
            let lines = String(decoding: try folder.read("sent"), as: UTF8.self).split(separator: "\n")
            #expect(lines.count == count)
            let document = try #require(
                try JSONSerialization.jsonObject(with: Data((lines.first ?? "").utf8)) as? [String: Any])
            #expect(document["format"] as? String == "visitd-message/1")
            #expect(document["to"] as? String == "0000001")
            #expect((document["parts"] as? [String])?.allSatisfy { $0.utf16.count <= 70 } == true)
            #expect(!lines.joined().contains("invented"))
            let environment = String(decoding: try folder.read("env"), as: UTF8.self)
            #expect(environment.hasPrefix("sms ") && !environment.contains("0000001"))
            let audit = try desk.auditEntries(about: nil, limit: 100).filter { $0.act == "message.delivered" }
            #expect(audit.count == count)
            #expect(!audit.flatMap(\.facts).joined().contains("0000001"))
        }
    }

    @Test("what fails is tried again later, and given up after many attempts")
    func retried() throws {
        try withWorld { desk, _ in
            let count = try desk.outbox(all: false, limit: 100).count
            #expect(try deliver(desk, "exit 75").failed == count)
            #expect(try deliver(desk, "exit 75") == Desk.DeliveryReport(), "It is not due yet.")
            let message = try #require(try desk.outbox(all: false, limit: 1).first)
            #expect((message.attempts, message.remark, message.due) == (1, "exit=75", SmallWorld.instant + 300))
            var later = SmallWorld.instant
            for attempt in 2...Delivery.mostAttempts {
                later = later + Delivery.pause(after: attempt - 1)
                let moment = later
                let report = try deliver(Desk(store: desk.store, reach: .everything, now: { moment }), "kill -9 $$")
                #expect(report.failed == (attempt < Delivery.mostAttempts ? count : 0), "attempt \(attempt)")
                #expect(report.abandoned == (attempt < Delivery.mostAttempts ? 0 : count))
            }
            #expect(
                try desk.outbox(all: false, limit: 100).allSatisfy { $0.state == .abandoned && $0.remark == "signal=9" }
            )
        }
    }

    @Test("an address that does not exist, and a person without one, are given up at once")
    func refused() throws {
        try withWorld { desk, _ in
            let report = try deliver(desk, "exit 67")
            #expect(report.abandoned > 0)
            #expect(try desk.outbox(all: false, limit: 1).map(\.remark) == ["exit=67"])
        }
        try withWorld(phone: nil) { desk, _ in
            let report = try deliver(desk, "exit 0")
            #expect(report.abandoned > 0)
            #expect(try desk.outbox(all: false, limit: 1).map(\.remark) == ["no-address"])
        }
    }

    @Test("no command is given what cannot be a number, as stores of earlier versions hold it")
    func noNumber() throws {
        for phone in ["1.30000E+10", "#N/A", "无"] {
            try withWorld(phone: phone) { (desk, folder) throws in
                #expect(try deliver(desk, "cat >> '\(folder.path("sent"))'").abandoned > 0)
                #expect(try desk.outbox(all: false, limit: 1).map(\.remark) == ["no-valid-address"])
                #expect((try? folder.read("sent")) == nil)
            }
        }
    }

    @Test("a command gets the number of the whole world for one that is written as at home, and none that is doubtful")
    func numbers() throws {
        try withWorld(phone: "138 0000 0001") { (desk, folder) throws in
            #expect(try deliver(desk, "cat >> '\(folder.path("sent"))'").delivered > 0)
            let sent = String(decoding: try folder.read("sent"), as: UTF8.self)
            #expect(sent.contains("\"to\":\"+8613800000001\""))
        }
        try withWorld(phone: "1380000000") { (desk, folder) throws in
            #expect(try deliver(desk, "cat >> '\(folder.path("sent"))'").abandoned > 0)
            #expect(try desk.outbox(all: false, limit: 1).map(\.remark) == ["no-valid-address"])
        }
    }

    @Test(
        "a command that hangs is ended with all that it has started; one that reads nothing may be as short as it likes"
    )
    func commands() throws {
        #expect(Self.outcome("sleep 1000 & sleep 1000", timeout: 0) == .failed("timeout"))
        #expect(Self.outcome("kill -9 $$") == .failed("signal=9"))
        #expect(Self.outcome("/nowhere/send-sms 2>/dev/null") == .failed("exit=127"))
        let long = String(repeating: "x", count: 1 << 20)
        for _ in 0..<100 { #expect(Self.outcome("exit 0", reading: long) == .delivered) }
        try TemporaryFolder.use { folder in
            let script =
                "cat >\(folder.path("sent")); printf %s \"$VISITD_MESSAGE $VISITD_CHANNEL\" >\(folder.path("said"))"
            #expect(Self.outcome(script, reading: long) == .delivered)
            let sent = try folder.read("sent")
            #expect(sent == Array(long.utf8))
            let said = try folder.read("said")
            #expect(said == Array("message-1 sms".utf8))
        }
    }

    private static func outcome(
        _ command: String, reading input: String = "", timeout: Int = 60
    ) -> DeliveryProgram.Outcome {
        DeliveryProgram(command: command, timeout: timeout).deliver(input, message: "message-1", channel: "sms")
    }

    @Test("pauses double from five minutes to six hours")
    func pauses() {
        #expect([1, 2, 3, 8, 12, 99].map(Delivery.pause) == [300, 600, 1200, 21_600, 21_600, 21_600])
    }

    @Test("whoever is killed in the middle leaves a message that arrives with the next delivery")
    func killed() throws {
        try withWorld { desk, folder in
            // The process is killed after the command was run and before that is written down: as if it had never come back.
            let store = try VisitStore(openingAt: desk.store)
            let claimed = try #require(
                try store.view(for: .everything).claimMessage(
                    at: SmallWorld.instant, lease: { SmallWorld.instant + Delivery.pause(after: $0) }))
            try store.close()
            let command = "echo \"$VISITD_MESSAGE\" >> '\(folder.path("sent"))'; cat > /dev/null"
            _ = try deliver(desk, command)
            _ = try deliver(Desk(store: desk.store, reach: .everything, now: { SmallWorld.instant + 300 }), command)
            let sent = String(decoding: try folder.read("sent"), as: UTF8.self).split(separator: "\n").map(String.init)
            #expect(sent.filter { $0 == claimed.id.text }.count == 1)
            #expect(Set(sent).count == sent.count)
            #expect(try desk.outbox(all: false, limit: 100).isEmpty)
        }
    }

    @Test("a visit that is confirmed, moved and cancelled between two deliveries is told as it is in the end")
    func steps() throws {
        try withWorld { desk, folder in
            _ = try deliver(desk, "cat > /dev/null")
            let visit = try #require(try desk.outbox(all: true, limit: 1).first?.visit)
            _ = try desk.take(.init(.confirm), on: [visit], today: SmallWorld.today)
            _ = try desk.take(.init(.cancel, by: .household, reason: "ill"), on: [visit], today: SmallWorld.today)
            let report = try deliver(desk, "cat >> '\(folder.path("sent"))'")
            #expect((report.posted, report.delivered) == (1, 1))
            let sent = String(decoding: try folder.read("sent"), as: UTF8.self)
            #expect(sent.contains("Visit cancelled") && !sent.contains("ill\""))
        }
    }

    @Test("mail carries the visit for the calendar, and is the same when it is sent twice")
    func mail() throws {
        try withWorld(
            ["message.channel": "mail", "message.sender": "visits@charity.example"], email: "g@example.org"
        ) { desk, folder in
            let command = "cat > \"\(folder.path(""))mail.$(echo $VISITD_MESSAGE | tr -dc a-zA-Z0-9)\""
            #expect(try deliver(desk, command, .mail).delivered > 0)
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
                $0.hasPrefix("mail.")
            }
            let mail = String(decoding: try folder.read(try #require(names.sorted().first)), as: UTF8.self)
            #expect(mail.contains("From: visits@charity.example\nTo: g@example.org\n"))
            #expect(mail.contains("Content-Type: text/calendar; method=REQUEST"))
            #expect(!mail.contains("invented"))
        }
    }

    @Test(
        "parameters that make no sense are faults, by name",
        arguments: [
            ("message.channel", "pigeon"), ("message.sender", "nobody"), ("message.sender", "a@b\r\nBcc: c@d"),
            ("message.sender", "visits@charity"), ("message.sender", "visits@charity..example"),
            ("message.sender", "visits@-charity.example"), ("message.sender", "visits@charity.example;b@c.example"),
            ("message.names", "perhaps"), ("message.ahead_days", "0"), ("calendar.call_day", "31"),
            ("calendar.tentative_busy", "perhaps"),
            ("message.colour", "1"),
        ])
    func parameters(name: String, value: String) throws {
        let findings = ContactParameters([Parameter(name: name, value: value)]).findings
        #expect(findings.map(\.subject) == ["parameter \(name)"])
        #expect(findings.allSatisfy { $0.severity == .error })
    }
}
