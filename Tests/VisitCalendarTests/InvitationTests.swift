import Testing
import VisitCalendar
import VisitModel
import VisitTestSupport

@Suite("Messages to one person's calendar")
struct InvitationTests {
    private func message(
        _ status: Visit.Status, address: String? = nil, name: String? = nil
    ) throws -> [UInt8] {
        let world = try World().travelling().with { $0.visit.status = status }
        let options = CalendarOptions(
            name: BilingualText("Visits"), language: .english, showsNames: name != nil, perspective: .household,
            today: try #require(Day("2026-10-01")))
        let attendee =
            address.map { Invitation.Party(address: $0, name: name) }
            ?? Invitation.Party(withoutAddress: "G1", name: name)
        let invitation = Invitation(organizer: .init(address: "visits@charity.example"), attendee: attendee)
        return InvitationWriter(options, invitation).message(
            about: world.detail, in: try Zone(named: "Asia/Shanghai"))
    }

    @Test("a visit ahead is a request with one entry, and names nobody")
    func request() throws {
        let bytes = try message(.confirmed)
        try Golden.compare(bytes, with: "request.en.ics")
        let read = try MiniReader.read(bytes)
        #expect(read["METHOD"]?.value == "REQUEST")
        #expect(read.parts("VEVENT").count == 1)
        let event = try #require(read.parts("VEVENT").first)
        #expect(event["ATTENDEE"]?.value == "mailto:G1@visitd.invalid")
        for name in ["陈小雨", "刘桂芳", "139-0000"] {
            #expect(!String(decoding: bytes, as: UTF8.self).contains(name))
        }
    }

    @Test("a cancelled visit is a cancellation of the same entry")
    func cancel() throws {
        let read = try MiniReader.read(message(.cancelled, address: "g1@example.org"))
        #expect(read["METHOD"]?.value == "CANCEL")
        let event = try #require(read.parts("VEVENT").first)
        #expect((event["STATUS"]?.value, event["UID"]?.text) == ("CANCELLED", "v-7f3a@visitd"))
        #expect(event["ATTENDEE"]?.value == "mailto:g1@example.org")
        #expect(event.parts("VALARM").isEmpty)
    }

    @Test("no address and no name ends the line that it stands in")
    func injection() throws {
        let bytes = try message(
            .confirmed, address: "a@b.example\r\nATTACH:file:///etc/passwd", name: "刘\"\r\nX-EVIL:1;桂芳")
        let event = try #require(try MiniReader.read(bytes).parts("VEVENT").first)
        #expect(event["ATTACH"] == nil)
        #expect(event["X-EVIL"] == nil)
        let text = String(decoding: bytes, as: UTF8.self).replacing("\r\n ", with: "")
        #expect(text.contains("CN=\"刘^'^nX-EVIL:1;桂芳\":mailto:a@b.example%0D%0AATTACH%3Afile"))
    }
}
