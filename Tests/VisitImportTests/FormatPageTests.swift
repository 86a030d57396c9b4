import Foundation
import Testing
import VisitModel

@testable import VisitImport

@Suite("The page of the formats")
struct FormatPageTests {
    static let page = URL(filePath: #filePath).appending(path: "../../../Docs/guides/import-formats.md").standardized

    /// With VISIT_RECORD=1 the tables of the page are written anew from the definitions.
    @Test("its tables agree with the column definitions")
    func agrees() throws {
        var text = try String(contentsOf: Self.page, encoding: .utf8)
        let isRecording = ProcessInfo.processInfo.environment["VISIT_RECORD"] == "1"
        for part in FormatPage.parts() {
            let written = try #require(FormatPage.part(part.name, of: text), "The page has no part \(part.name).")
            if isRecording {
                text.replaceSubrange(written.startIndex..<written.endIndex, with: part.text)
            } else {
                #expect(written == part.text, "The part \(part.name) differs; VISIT_RECORD=1 writes it anew.")
            }
        }
        if isRecording { try text.write(to: Self.page, atomically: true, encoding: .utf8) }
    }
}
