import Testing
import VisitModel
import VisitTestSupport

@testable import VisitStore

@Suite("The outbox")
struct OutboxTests {
    private static let content = Message.Content(
        .confirmed, isAgreed: true, date: World.today + 5, start: World.nine)

    private static func message(_ number: Int, to recipient: Message.Recipient = .escort("e1")) -> Message {
        Message(about: "y1", to: recipient, number: number, content, created: World.moment)
    }

    private func withVisit(_ body: (VisitStore) throws -> Void) throws {
        try World.withStore { plain, _ in
            let store = plain.noting(Author("local:7", now: { World.moment }))
            _ = try store.publish(World.plan([World.planned("y1", in: 5)]), madeFrom: 1)
            try body(store)
        }
    }

    @Test("a message is in it once, however often it is posted")
    func postedTwice() throws {
        try withVisit { store in
            let messages = [
                Self.message(1), Self.message(1, to: .guardian("g1")), Self.message(1, to: .household("h1")),
            ]
            #expect(try store.view(for: .everything).post(messages, superseding: [], at: World.moment) == 3)
            #expect(try store.view(for: .everything).post(messages, superseding: [], at: World.moment + 5) == 0)
            let outbox = try store.view(for: .everything).outbox(all: true, limit: 9)
            #expect(Set(outbox) == Set(messages) && outbox.count == messages.count)
            let about = try store.view(for: .everything).messages(aboutVisitsFrom: World.today)
            #expect(Set(about) == Set(messages))
            #expect(try store.view(for: .everything).messages(aboutVisitsFrom: World.today + 6).isEmpty)
        }
    }

    @Test("one who takes a message has it alone until the lease ends; then it is tried again")
    func lease() throws {
        try withVisit { store in
            _ = try store.view(for: .everything).post([Self.message(1)], superseding: [], at: World.moment)
            #expect(
                try store.view(for: .everything).claimMessage(at: World.moment + -1, lease: { _ in World.moment })
                    == nil)
            let claimed = try #require(
                try store.view(for: .everything).claimMessage(at: World.moment, lease: { World.moment + $0 * 60 }))
            #expect((claimed.attempts, claimed.due) == (1, World.moment + 60))
            #expect(
                try store.view(for: .everything).claimMessage(at: World.moment + 59, lease: { _ in World.moment })
                    == nil)
            let again = try #require(
                try store.view(for: .everything).claimMessage(at: World.moment + 60, lease: { World.moment + $0 * 60 }))
            #expect((again.id, again.attempts) == (claimed.id, 2))
        }
    }

    @Test("what was delivered or given up is not tried again, until somebody asks for it")
    func settled() throws {
        try withVisit { store in
            _ = try store.view(for: .everything).post(
                [Self.message(1), Self.message(2)], superseding: [], at: World.moment)
            try store.view(for: .everything).recordOutcome(
                Self.message(1).id, as: .delivered, remark: "sms", at: World.moment + 1)
            try store.view(for: .everything).recordOutcome(
                Self.message(2).id, as: .abandoned, remark: "exit=67", at: World.moment + 1)
            #expect(
                try store.view(for: .everything).claimMessage(at: World.moment + 99, lease: { _ in World.moment })
                    == nil)
            #expect(try store.view(for: .everything).outbox(all: false, limit: 9).map(\.state) == [.abandoned])
            try store.view(for: .everything).retry([Self.message(1).id, Self.message(2).id], at: World.moment + 2)
            let claimed = try #require(
                try store.view(for: .everything).claimMessage(at: World.moment + 99, lease: { _ in World.moment }))
            #expect((claimed.number, claimed.settled, claimed.remark) == (2, nil, ""))
            #expect(throws: StoreError.self) { try store.view(for: .everything).retry(["nothing-1"], at: World.moment) }
            #expect(
                try store.view(for: .everything).auditEntries(limit: 4).map(\.act) == [
                    "message.retry", "message.abandoned", "message.delivered", "message.post",
                ])
        }
    }

    @Test("what is obsolete goes only while it waits")
    func superseded() throws {
        try withVisit { store in
            _ = try store.view(for: .everything).post(
                [Self.message(1), Self.message(2)], superseding: [], at: World.moment)
            try store.view(for: .everything).recordOutcome(
                Self.message(1).id, as: .delivered, remark: "", at: World.moment + 1)
            _ = try store.view(for: .everything).post(
                [], superseding: [Self.message(1).id, Self.message(2).id], at: World.moment + 2)
            let states = try store.view(for: .everything).outbox(all: true, limit: 9).sorted { $0.number < $1.number }
                .map(\.state)
            #expect(states == [.delivered, .superseded])
        }
    }

    @Test("people are reached as the register has it now; a guardian without a telephone by the household's")
    func contacts() throws {
        try withVisit { store in
            #expect(
                try store.view(for: .everything).contact(of: .guardian("g1"))
                    == .init(name: "He Lan", phone: "+86 1", email: nil, language: .chinese, country: "CN"))
            #expect(try store.view(for: .everything).contact(of: .escort("e1")).phone == "+86 2")
            #expect(try store.view(for: .everything).contact(of: .household("h1")).phone == "+86 888 0000")
            var news = Register()
            news.guardians = World.full.guardians
            news.guardians[0].phone = nil
            news.guardians[0].email = "he@lan.example"
            _ = try store.store(World.batch(news), at: World.moment)
            let contact = try store.view(for: .everything).contact(of: .guardian("g1"))
            #expect((contact.phone, contact.email) == ("+86 888 0000", "he@lan.example"))
            #expect(throws: StoreError.self) { try store.view(for: .everything).contact(of: .guardian("g9")) }
        }
    }
}
