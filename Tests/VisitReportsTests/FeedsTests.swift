import Testing
import VisitFormats
import VisitModel
import VisitReports

@Suite("The list of subscriptions")
struct FeedsTests {
    private let feeds = [
        Feed(
            id: "f1", scope: .household("H1"), showsNames: false, language: .chinese, created: Instant(seconds: 0)),
        Feed(
            id: "f2", scope: .prison("J1"), showsNames: true, language: .english, created: Instant(seconds: 60),
            revoked: Instant(seconds: 3600)),
    ]

    @Test("people see whose visits each one shows, in their language")
    func texts() {
        let english = FeedsText(feeds, language: .english).text
        #expect(english.contains("household H1") && english.contains("prison J1"))
        #expect(english.contains("1970-01-01T01:00:00Z"))
        #expect(FeedsText(feeds, language: .chinese).text.contains("家庭 H1"))
        #expect(FeedsText([], language: .english).text == "Nobody subscribes to a calendar.\n")
    }

    @Test("programs get a document with the format first")
    func document() {
        #expect(
            FeedsDocument(feeds).json.text(pretty: false)
                == #"{"format":"visitd-feeds/1","feeds":[{"id":"f1","household":"H1","names":false,"lang":"zh","created":"1970-01-01T00:00:00Z"},"#
                + #"{"id":"f2","prison":"J1","names":true,"lang":"en","created":"1970-01-01T00:01:00Z","revoked":"1970-01-01T01:00:00Z"}]}"#
        )
    }
}
