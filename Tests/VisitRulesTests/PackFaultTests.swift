import Foundation
import Testing
import VisitModel
import VisitTestSupport

@testable import VisitRules

@Suite("faulty packs")
struct PackFaultTests {
    @Test("each flaw is found at its line and column, with what was expected")
    func flaws() throws {
        let folder = Packs.tests.appending(path: "Fixtures").path()
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".yaml") }
            .sorted()
        let lines = names.flatMap { name -> [String] in
            let findings = (try? RuleBook.check(Packs.fixture(name))) ?? []
            return findings.map { finding in
                let place = [finding.location?.line, finding.location?.column].compactMap { $0.map(String.init) }
                let advice = finding.advice.map { " " + $0.english } ?? ""
                return "\(name):\(place.joined(separator: ":")) \(finding.code) (\(finding.subject)) "
                    + finding.sentence.english + advice
            }
        }
        try Golden.compare(lines.joined(separator: "\n") + "\n", with: "faulty-packs.txt")
    }

    @Test("every fixture but the sound one has a finding, and every finding speaks both languages")
    func everyFlaw() throws {
        let folder = Packs.tests.appending(path: "Fixtures").path()
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".yaml") }
        #expect(names.count > 25)
        for name in names {
            let findings = try RuleBook.check(Packs.fixture(name))
            #expect(findings.isEmpty == (name == "pack.sound.yaml"), "\(name)")
            for finding in findings {
                #expect(!finding.sentence.english.isEmpty && !finding.sentence.chinese.isEmpty)
                #expect(finding.sentence.english != finding.sentence.chinese)
                #expect(finding.advice.map { $0.english.hasPrefix("Perhaps") } ?? true)
            }
        }
    }

    @Test("all faults of a file are found at once")
    func manyFaults() throws {
        let findings = try RuleBook.check(Packs.fixture("pack.many-faults.yaml"))
        #expect(findings.count == 5)
    }

    @Test("loading refuses as a whole instead of dropping a rule")
    func refusal() throws {
        let error = try #require(throws: RuleError.self) { try RuleBook.load(folder: Packs.fixture("")) }
        #expect(error.code == "faulty-rules")
        #expect(error.kind == .badConfiguration)
        #expect(error.findings.count > 25)
    }

    @Test("identifiers that stand for two things in two packs are found, with the earlier place")
    func duplicates() throws {
        let findings = try RuleBook.check(Packs.fixture("twice"))
        #expect(findings.map(\.code) == ["duplicate-id", "duplicate-id"])
        #expect(findings.map(\.subject) == ["rule TEST-1", "parameter test.visits"])
        #expect(findings.first?.sentence.english.contains("a.yaml:11:5") ?? false)
    }

    @Test("a missing path and a folder without packs are errors of their own")
    func nothingThere() throws {
        #expect(throws: RuleError.missing(path: "/nowhere")) { try RuleBook.load(folder: "/nowhere") }
        let empty = Packs.tests.appending(path: "Golden/Cases").path()
        #expect(throws: RuleError.noPacks(folder: empty)) { try RuleBook.check(empty) }
    }

    @Test("a file that is not UTF-8 is named as that")
    func encoding() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "visitd-latin1-pack.yaml")
        try Data([0x69, 0x64, 0x3A, 0x20, 0xE9, 0x0A]).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        #expect(try RuleBook.check(file.path()).map(\.code) == ["pack-not-utf8"])
    }
}
