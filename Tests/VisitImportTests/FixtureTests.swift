import Foundation
import Testing
import VisitModel
import VisitTestSupport

@testable import VisitImport

@Suite("Files named by their flaw")
struct FixtureTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures").path

    /// The fixtures by name, sorted.
    static let names: [String] = (try? FileBytes.list(folder).tables) ?? []

    @Test("there is a fixture for every way in which a file goes wrong")
    func fixturesAreThere() {
        #expect(Self.names.count >= 12)
    }

    @Test("what a person is told about it, in both languages", arguments: names)
    func told(name: String) throws {
        let known = try #require(
            try World.readAlone(World.sound.filter { ["places.csv", "households.csv"].contains($0.key) }).batch)
        let reading = try FileReader(known: known.register).read(["\(Self.folder)/\(name)"])
        #expect(reading.batch == nil)
        var lines = reading.sources.map { "\($0.table) \($0.encoding) \($0.rows) rows" }
        for finding in reading.findings {
            let place = finding.location?.description.replacing(Self.folder + "/", with: "") ?? ""
            lines.append("\(place): \(finding.severity.rawValue) \(finding.code) (\(finding.subject))")
            for language in Language.allCases {
                lines.append("  \(finding.sentence[language]) \(finding.advice?[language] ?? "")")
            }
        }
        try Golden.compare(lines.joined(separator: "\n") + "\n", with: name.replacing(".csv", with: ".txt"))
    }
}
