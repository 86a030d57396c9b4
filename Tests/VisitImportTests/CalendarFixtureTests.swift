import Foundation
import Testing
import VisitModel
import VisitTestSupport

@testable import VisitImport

@Suite("Calendars named by their flaw")
struct CalendarFixtureTests {
    static let folder = FixtureTests.folder + "/Calendars"
    static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    static let today = Day(number: 20_780)

    @Test("there is a fixture for every way in which a calendar can be misread")
    func fixturesAreThere() {
        #expect(Self.names.count >= 20)
    }

    @Test("the days that it gives, and what a person is told about it", arguments: names)
    func days(name: String) throws {
        let reading = try TemporaryFolder.use { folder in
            for (name, content) in World.sound { try folder.write(content, to: name) }
            let own = "\(Self.folder)/\(name)"
            for file in try FileManager.default.contentsOfDirectory(atPath: own) {
                try folder.write(try String(contentsOfFile: "\(own)/\(file)", encoding: .utf8), to: file)
            }
            var reading = try FileReader(
                known: Register(), horizon: DayRange(Self.today - 365, Self.today + 3 * 365), today: Self.today
            ).read([folder.path])
            reading.findings = reading.findings.map { finding in
                var finding = finding
                finding.location?.file.replace(folder.path + "/", with: "")
                finding.sentence.english.replace(folder.path + "/", with: "")
                finding.sentence.chinese.replace(folder.path + "/", with: "")
                return finding
            }
            return reading
        }
        let lines = Self.days(of: reading) + Self.told(by: reading)
        try Golden.compare(lines.joined(separator: "\n") + "\n", with: "calendar.\(name).txt")
    }

    /// What came of the calendar; of a long list the beginning, and how much there is.
    private static func days(of reading: Reading) -> [String] {
        guard let register = reading.batch?.register else { return ["nothing is imported"] }
        var lines = register.closures.map { "closed \($0.days) \($0.reason)" }
        lines += register.absences.map { absence in
            "busy \(absence.days)" + (absence.hours.map { " \($0.lowerBound)-\($0.upperBound)" } ?? "")
        }
        lines = lines.sorted()
        for calendar in register.schoolCalendars where calendar.stretches != World.autumn {
            lines += calendar.stretches.map { "\(calendar.id) \($0.kind.rawValue) \($0.days) \($0.note)" }
        }
        return lines.count <= 30
            ? lines : Array(lines.prefix(10)) + ["and so on: \(lines.count)", lines[lines.count - 1]]
    }

    private static func told(by reading: Reading) -> [String] {
        reading.findings.flatMap { finding in
            [
                "\(finding.location?.description ?? ""): \(finding.severity.rawValue) \(finding.code) (\(finding.subject))"
            ]
                + Language.allCases.map { "  \(finding.sentence[$0]) \(finding.advice?[$0] ?? "")" }
        }
    }
}

extension World {
    /// What the sound tables say of their school calendar.
    static let autumn = [
        SchoolCalendar.Stretch(.term, DayRange(Day(number: 20_697), Day(number: 20_840)))
    ]
}
