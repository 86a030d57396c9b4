import Foundation
import Testing

@Suite("The units of the service manager")
struct UnitTests {
    private static let folder = FloorPlanTests.root.appending(path: "systemd")

    private static var services: [URL] {
        get throws {
            try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
                .filter { $0.pathExtension == "service" }.sorted { $0.path < $1.path }
        }
    }

    @Test("each bounds its memory, and tells when it fails; the one that tells is there")
    func bounds() throws {
        let services = try Self.services
        #expect(services.count >= 5)
        for file in services {
            let name = file.lastPathComponent
            let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            #expect(lines.contains { $0.hasPrefix("MemoryMax=") }, "\(name) has no MemoryMax=.")
            if name == "visitd-failure@.service" {
                #expect(!lines.contains { $0.hasPrefix("OnFailure=") }, "\(name) would tell of itself for ever.")
            } else {
                #expect(lines.contains("OnFailure=visitd-failure@%n.service"), "\(name) fails in silence.")
            }
        }
        #expect(services.contains { $0.lastPathComponent == "visitd-failure@.service" })
        let example = Self.folder.appending(path: "examples/visitd-failure-mail.conf").path
        #expect(FileManager.default.fileExists(atPath: example))
    }
}
