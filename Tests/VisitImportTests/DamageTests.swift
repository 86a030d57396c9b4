import Testing
import VisitModel
import VisitTestSupport

@testable import VisitImport

@Suite("Damaged files")
struct DamageTests {
    @Test("whatever happens to the bytes, there is a batch or an error, and findings are in order", arguments: 0..<60)
    func damage(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let language = Language.allCases[Int(seed % 2)]
        var files: [String: [UInt8]] = [:]
        for table in TableName.allCases {
            var bytes = Array(Templates.text(of: table, language: language).utf8)
            for _ in 0..<Int.random(in: 0...4, using: &random) { Self.damage(&bytes, &random) }
            files[table.fileName(language)] = bytes
        }
        let reading = try World.readAlone(bytes: files)
        #expect((reading.batch == nil) == reading.findings.contains { $0.severity == .error })
        #expect(reading.sources.count == TableName.allCases.count)
        let places = reading.findings.map { finding in
            (finding.location?.file ?? "", finding.location?.line ?? 0, finding.location?.column ?? 0)
        }
        #expect(zip(places, places.dropFirst()).allSatisfy { $0 <= $1 })
    }

    /// One thing that happens to files: bytes replaced, dropped, doubled, or the end cut off.
    private static func damage(_ bytes: inout [UInt8], _ random: inout SeededRandom) {
        guard !bytes.isEmpty else { return }
        let at = Int.random(in: bytes.indices, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes[at] = Array("\",;\n\r\t@-/9\0".utf8).randomElement(using: &random) ?? 0
        case 2: bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 1...20, using: &random)))
        case 3: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + 30)], at: at)
        default: bytes.removeSubrange(at...)
        }
    }
}
