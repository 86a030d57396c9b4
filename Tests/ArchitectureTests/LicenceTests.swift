import Foundation
import Testing
import VisitTestSupport

@Suite("Licence and papers")
struct LicenceTests {
    private static let python = OutsideTool.python()

    private static func text(_ name: String) throws -> String {
        try String(contentsOf: FloorPlanTests.root.appending(path: name), encoding: .utf8)
    }

    @Test("the licence is the one that the package and the list of rights name")
    func licence() throws {
        let licence = try Self.text("LICENSE")
        #expect(licence.contains("Apache License") && licence.contains("Version 2.0, January 2004"))
        #expect(try Self.text("LICENSES/Apache-2.0.txt") == licence)
        #expect(try Self.text("packaging/copyright").contains("License: Apache-2.0"))
        #expect(try Self.text("REUSE.toml").contains("SPDX-License-Identifier = \"Apache-2.0\""))
    }

    @Test("whose coordinates the example world has is said in the package, the list of rights, and to those who read")
    func attribution() throws {
        for name in ["packaging/copyright", "REUSE.toml", "README.md", "Config/example/README.md"] {
            #expect(try Self.text(name).contains("GeoNames"), "\(name)")
        }
    }

    private struct Bill: Decodable {
        struct Package: Decodable {
            var name: String
            var versionInfo: String?
            var licenseConcluded: String
        }

        var spdxVersion: String
        var packages: [Package]
    }

    private struct Resolved: Decodable {
        struct Pin: Decodable {
            struct State: Decodable { var version: String }
            var identity: String
            var state: State
        }

        var pins: [Pin]
    }

    @Test(
        "the bill of materials has every library with its version and licence, and its bytes are always the same",
        .enabled(if: python.isPresent, "\(python.missing)"))
    func billOfMaterials() throws {
        try TemporaryFolder.use { folder in
            let program = FloorPlanTests.root.appending(path: "packaging/sbom").path
            _ = try Self.python.run(["-B", program, folder.path("one")])
            _ = try Self.python.run(["-B", program, folder.path("two")])
            let bytes = try folder.read("one/visitd.spdx.json")
            #expect(try folder.read("two/visitd.spdx.json") == bytes)
            let bill = try JSONDecoder().decode(Bill.self, from: Data(bytes))
            #expect(bill.spdxVersion == "SPDX-2.3")
            let resolved = try JSONDecoder().decode(Resolved.self, from: Data(try Self.text("Package.resolved").utf8))
            #expect(!resolved.pins.isEmpty)
            for pin in resolved.pins {
                let package = try #require(bill.packages.first { $0.name == pin.identity }, "\(pin.identity)")
                #expect(package.versionInfo == pin.state.version)
                #expect(package.licenseConcluded.contains("Apache-2.0") || package.licenseConcluded == "MIT")
            }
            let notices = String(decoding: try folder.read("one/THIRD-PARTY-NOTICES.txt"), as: UTF8.self)
            for words in ["Gwendal Roué", "JP Simard", "Kirill Simonov", "WIDE Project", "UNICODE LICENSE V3"] {
                #expect(notices.contains(words), "\(words)")
            }
        }
    }
}
