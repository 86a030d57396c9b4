import Foundation
import Testing
import VisitModel

@testable import VisitSolver

@Suite("Reading visitd-problem/1")
struct ProblemDocumentTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

    static func fixture(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appending(path: name)))
    }

    private func findings(_ text: String, lenient: Bool = false) -> [Finding] {
        do {
            return try ProblemDocument.read(Array(text.utf8), lenient: lenient).warnings
        } catch {
            return error.findings
        }
    }

    /// The small good document with one piece of it replaced.
    private func changed(_ piece: String, to other: String) throws -> [Finding] {
        let text = String(decoding: try Self.fixture("small.json"), as: UTF8.self)
        #expect(text.contains(piece), "the fixture has no \(piece)")
        return findings(text.replacingOccurrences(of: piece, with: other))
    }

    @Test("a small document is read as it stands")
    func small() throws {
        let problem = try ProblemDocument.read(try Self.fixture("small.json"))
        #expect(problem.days == 28 && problem.catchUp == 14)
        #expect(problem.sessions.map(\.day) == [2, 5, 9, 12, 16, -1, 40])
        #expect(problem.sessions[1].seats == 12)
        #expect(problem.prisoners[0].quota == Problem.Quota(visits: 2, minutes: 150))
        #expect(problem.prisoners[1].quota.period == .days(28, anchor: problem.start))
        #expect(problem.requests[0].lastVisit == -20)
        #expect(problem.requests[1].lastVisit == nil)
        #expect(problem.warnings.isEmpty)
        #expect(problem.escort(of: EscortHomeIndex(0), on: 5)?.trips == 2)
        #expect(problem.escort(of: EscortHomeIndex(0), on: 4) == nil)
        #expect(problem.tripCharge(from: EscortHomeIndex(0), to: PrisonIndex(0)) == (120, 6000))
        #expect(problem.budgets[0].month == Month(year: 2027, month: 1))
        #expect(problem.links[0].saving == 60)
        #expect(problem.published.count == 1)
    }

    @Test("a rule is expanded: weekdays, hours, school, nights, closures, notice, absences")
    func rule() throws {
        let problem = try ProblemDocument.read(try Self.fixture("small.json"))
        func options(_ request: Int) -> [[Int]] {
            problem.options(of: RequestIndex(request)).map { [$0.session.position, Int($0.cost), Int($0.money)] }
        }
        // Session 0 is before the notice ends, 3 in a closure; 1 needs a night, 4 is on a school day.
        #expect(options(0) == [[1, 250, 7000], [2, 50, 1000], [4, 130, 1000]])
        #expect(options(1) == [[2, 10, 20], [4, 30, 0]])
        // Prisoner I1 is away on the 16th day.
        #expect(options(2) == [[1, 0, 0], [2, 0, 0]])
    }

    @Test("the document may begin with a byte order mark and hold unknown fields")
    func tolerant() throws {
        let bytes = [0xEF, 0xBB, 0xBF] + (try Self.fixture("small.json"))
        #expect(try ProblemDocument.read(bytes).requests.count == 3)
    }

    @Test(
        "a flaw is named with its path",
        arguments: [
            ("truncated.json", "not-json", "$"),
            ("not-json.json", "not-json", "$"),
            ("a-list.json", "unexpected-value", "$"),
            ("other-format.json", "unexpected-value", "format"),
            ("no-days.json", "missing-field", "$.days"),
            ("horizon-of-a-million-days.json", "unexpected-value", "days"),
            ("empty-lists.json", "empty-list", "sessions"),
        ])
    func flaws(file: String, code: String, path: String) throws {
        let findings = findings(String(decoding: try Self.fixture(file), as: UTF8.self))
        #expect(findings.contains { $0.code == code && $0.subject == path }, "\(findings.map(\.subject))")
        #expect(findings.allSatisfy { !$0.sentence.english.isEmpty && !$0.sentence.chinese.isEmpty })
    }

    @Test(
        "a wrong piece is named with its path",
        arguments: [
            (
                #""prison":"P0","start":"2027-01-06T09:00""#, #""prison":"P9","start":"2027-01-06T09:00""#,
                "unknown-id", "sessions[0].prison"
            ),
            (#""id":"S1""#, #""id":"S0""#, "duplicate-id", "sessions[1].id"),
            (#""tableSeats":4"#, #""tableSeats":0"#, "number-out-of-range", "prisons[0].tableSeats"),
            (#""tables":2"#, #""tables":0"#, "no-tables", "sessions[0].tables"),
            (#""tables":2"#, #""tables":-2"#, "number-out-of-range", "sessions[0].tables"),
            (#""tables":2"#, #""tables":2.5"#, "unexpected-value", "sessions[0].tables"),
            (#""tables":2"#, #""tables":99999999999999999999"#, "unexpected-value", "sessions[0].tables"),
            (#""start":"2027-01-06T09:00""#, #""start":"2027-02-30T09:00""#, "unexpected-value", "sessions[0].start"),
            (#""prisoner":"I0""#, #""prisoner":"I7""#, "unknown-id", "requests[0].prisoner"),
            (#""party":3"#, #""party":-3"#, "number-out-of-range", "requests[0].party"),
            (#"["S4",30]"#, #"["S99",30]"#, "unknown-id", "requests[1].options[1][0]"),
            (#"["S4",30]"#, #"["S4",-30]"#, "number-out-of-range", "requests[1].options[1][1]"),
            (#"["S4",30]"#, #"["S4"]"#, "unexpected-value", "requests[1].options[1]"),
            (#"["S4",30]"#, #"["S2",30]"#, "duplicate-option", "requests[1].options[1]"),
            (#""options":"all""#, #""options":"some""#, "unexpected-value", "requests[2].options"),
            (#""calendar":"school""#, #""calendar":"none""#, "unknown-id", "requests[0].options.rule.calendar"),
            (#""weekdays":[5]"#, #""weekdays":[7]"#, "unexpected-value", "escorts[0].weekdays[0]"),
            (#""month":"2027-01""#, #""month":"2027-13""#, "unexpected-value", "budgets[0].month"),
            (#""requests":["R0","R1"]"#, #""requests":["R0","R0"]"#, "link-to-itself", "links[0].requests"),
            (#""requests":["R0","R1"]"#, #""requests":[]"#, "unexpected-value", "links[0].requests"),
            (#""covered":100000"#, #""covered":-1"#, "number-out-of-range", "objective.covered"),
            (
                #"[["2027-01-16","2027-01-16"]]"#, #"[["2027-01-18","2027-01-16"]]"#, "range-ends-before-it-begins",
                "prisons[0].closures[0]"
            ),
            (#""used":{"2027-01":0}"#, #""used":{"2027-1":1}"#, "used-period-unknown", "prisoners[0].used.2027-1"),
        ])
    func pieces(piece: String, other: String, code: String, path: String) throws {
        let found = try changed(piece, to: other)
        #expect(found.contains { $0.code == code && $0.subject == path }, "\(found.map { "\($0.code) \($0.subject)" })")
    }

    @Test("all faults come at once")
    func allAtOnce() throws {
        let text = String(decoding: try Self.fixture("small.json"), as: UTF8.self)
            .replacingOccurrences(of: #""prisoner":"I0""#, with: #""prisoner":"I7""#)
            .replacingOccurrences(of: #""party":3"#, with: #""party":-3"#)
            .replacingOccurrences(of: #""tableSeats":4"#, with: #""tableSeats":"four""#)
        let paths = findings(text).map(\.subject)
        #expect(paths.contains("requests[0].prisoner"))
        #expect(paths.contains("requests[0].party"))
        #expect(paths.contains("prisons[0].tableSeats"))
    }

    @Test("text that ends in the middle is reported with line and column", arguments: [10, 100, 500, 900])
    func truncated(length: Int) throws {
        let bytes = Array(try Self.fixture("small.json").prefix(length))
        #expect {
            _ = try ProblemDocument.read(bytes, name: "p.json")
        } throws: { error in
            let finding = (error as? ProblemError)?.findings.first
            return finding?.code == "not-json" && finding?.location?.file == "p.json" && finding?.location?.line != nil
        }
    }

    @Test("a fixed visit that breaks a hard rule is named with the rule; leniently the rest is planned")
    func fixedVisits() throws {
        let fixed =
            #""fixed":[{"request":"R0","session":"S1"},{"request":"R0","session":"S2"},{"request":"R1","session":"S0"}]"#
        let text = String(decoding: try Self.fixture("small.json"), as: UTF8.self)
            .replacingOccurrences(of: #""fixed":[]"#, with: fixed)
        let strict = findings(text)
        #expect(strict.map(\.subject).sorted() == ["fixed[1]", "fixed[2]"])
        #expect(Set(strict.map(\.code)) == ["visit-breaks-min-gap", "visit-breaks-not-an-option"])
        let problem = try ProblemDocument.read(Array(text.utf8), lenient: true)
        #expect(problem.fixed.map(\.session.position) == [1])
        #expect(problem.warnings.count == 2 && problem.warnings.allSatisfy { $0.severity == .warning })
        #expect(Solver.solve(problem).verdict.violations.isEmpty)
    }

    @Test("nonsense never crashes the reader", arguments: 0..<300)
    func noise(seed: Int) throws {
        var bytes = try Self.fixture("small.json")
        var random = SeededRandom(seed: UInt64(seed))
        let alphabet = Array(#"{}[]",:0123456789-eE.\u trfn""#.utf8) + [0, 0xFF]
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let place = Int.random(in: bytes.indices, using: &random)
            switch Int.random(in: 0..<3, using: &random) {
            case 0: bytes[place] = alphabet[Int.random(in: alphabet.indices, using: &random)]
            case 1: bytes.remove(at: place)
            default: bytes.insert(alphabet[Int.random(in: alphabet.indices, using: &random)], at: place)
            }
        }
        do {
            let problem = try ProblemDocument.read(bytes, lenient: true)
            #expect(problem.days >= 1)
        } catch {
            #expect(error.findings.contains { $0.severity == .error })
        }
    }

    @Test("nesting without end is refused")
    func deep() {
        let found = findings(String(repeating: "[", count: 100_000))
        #expect(found.map(\.code) == ["not-json"])
    }

    @Test("scores that would not fit are refused before anything is solved")
    func magnitude() throws {
        let found =
            try changed(#""covered":100000"#, to: #""covered":1000000000"#)
            + changed(#""spacing":0"#, to: #""spacing":1000000000"#)
        #expect(found.filter { $0.code == "numbers-too-large" }.count <= 2)
        var world = World.weekly(families: 1)
        world.draft.weights.neglect = 1_000_000_000
        world.request(of: PrisonerIndex(0), children: 1000, lastVisit: -100_000)
        #expect(throws: ProblemError.self) { try world.problem() }
    }

    @Test("a document of too many bytes is refused by its size")
    func tooLarge() {
        let finding = ProblemDocument.tooLarge(3_000_000_000)
        #expect(finding.code == "document-too-large")
        #expect(finding.sentence.english.contains("3000000000"))
    }
}
