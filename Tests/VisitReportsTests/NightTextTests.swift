import Testing
import VisitFormats
import VisitModel
import VisitReports

@Suite("What a night did")
struct NightTextTests {
    @Test("programs get the plan's outcome, the numbers of files and messages, and the findings")
    func document() {
        let json = NightDocument(MoreDocuments.nightSummary, language: .english).json.text(pretty: false)
        let start =
            #"{"format":"visitd-night/1","today":"2026-11-21","#
            + #""plan":{"number":7,"outcome":"dry-run","children":4,"childrenWithVisit":3},"output":"out","#
            + #""calendars":{"written":1,"removed":2,"unchanged":3},"#
            + #""reports":{"written":4,"removed":5,"unchanged":6},"messages":7,"findings":[{"severity":"note","#
        #expect(json.hasPrefix(start))
    }

    @Test("people get a line for each kind of files, and one for messages")
    func text() {
        #expect(
            NightText(MoreDocuments.nightSummary, language: .english).text == """
                out/calendars: 1 calendars written, 2 removed, 3 unchanged.
                out/reports: 4 reports written, 5 removed, 6 unchanged.
                New messages: 7.

                """)
        var quiet = MoreDocuments.nightSummary
        (quiet.files, quiet.messages) = (nil, nil)
        #expect(NightText(quiet, language: .chinese).text == "")
    }
}
