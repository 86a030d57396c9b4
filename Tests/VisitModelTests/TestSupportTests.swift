import Foundation
import Testing
import VisitTestSupport

@Suite("The test kit")
struct TestSupportTests {
    @Test("a golden that is not there is said to be missing")
    func missingGolden() {
        let mismatch = #expect(throws: GoldenMismatch.self) { try Golden.compare("x", with: "no-such-golden.txt") }
        #expect(mismatch?.description.contains("VISIT_RECORD=1") == true)
    }

    @Test("a golden that differs shows the lines that differ, with visible carriage returns")
    func differingGolden() throws {
        try TemporaryFolder.use { folder in
            try folder.write("a\nb\r\nc\n", to: "Golden/letters.txt")
            let test = folder.path("SomeTests.swift")
            try Golden.compare("a\nb\r\nc\n", with: "letters.txt", beside: test)
            let mismatch = #expect(throws: GoldenMismatch.self) {
                try Golden.compare("a\nb\nc\n", with: "letters.txt", beside: test)
            }
            #expect(mismatch?.difference == ["-2: b␍", "+2: b"])
        }
    }

    @Test("a temporary folder is gone afterwards, also when the test fails in it")
    func temporaryFolder() throws {
        struct Fault: Error {}
        var path = ""
        #expect(throws: Fault.self) {
            try TemporaryFolder.use { folder in
                path = folder.path
                try folder.write("x", to: "deep/down.txt")
                #expect(try folder.read("deep/down.txt") == Array("x".utf8))
                throw Fault()
            }
        }
        #expect(!path.isEmpty && !FileManager.default.fileExists(atPath: path))
    }

    @Test("a tool that is missing says so, and one that fails gives its complaint")
    func outsideTool() throws {
        #expect(OutsideTool("no-such-program").missing == "no-such-program is not on PATH")
        let shell = OutsideTool("sh")
        #expect(shell.isPresent)
        let long = String(repeating: "0123456789", count: 100_000)
        #expect(try shell.run(["-c", "cat"], input: long) == long)
        let failure = #expect(throws: OutsideToolFailure.self) {
            _ = try shell.run(["-c", "echo no >&2; exit 3"], input: "")
        }
        #expect(failure?.status == 3)
        #expect(failure?.complaint == "no\n")
    }
}
