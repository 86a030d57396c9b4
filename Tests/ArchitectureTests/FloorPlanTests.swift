import Foundation
import Testing

/// The house plan: what each target may import, of the house and of others. Changing it is a decision
/// (Docs/decisions). Foundation and the system's libraries are open to all.
private let floorPlan: [String: Set<String>] = [
    // Floor 0: values, civil time, the life of a visit; JSON, archives, digests.
    "VisitModel": [],
    "VisitFormats": ["CZlib", "COpenSSL"],
    // Floor 1: each over floor 0 alone.
    "VisitImport": ["VisitModel", "VisitFormats"],
    "VisitStore": ["VisitModel", "VisitFormats", "GRDB"],
    "VisitRules": ["VisitModel", "VisitFormats", "Yams"],
    "VisitTravel": ["VisitModel"],
    "VisitSolver": ["VisitModel", "VisitFormats"],
    "VisitCalendar": ["VisitModel"],
    "VisitReports": ["VisitModel", "VisitFormats", "Mustache"],
    // Floor 2: pure.
    "VisitPlanning": ["VisitModel", "VisitRules", "VisitTravel", "VisitSolver"],
    "VisitJudge": ["VisitModel", "VisitRules", "VisitTravel"],
    // Floor 3: what people do.
    "VisitApplication": [
        "VisitModel", "VisitFormats", "VisitImport", "VisitStore", "VisitRules", "VisitTravel", "VisitCalendar",
        "VisitReports", "VisitPlanning", "VisitJudge",
    ],
    // Floor 4: faces for a terminal.
    "VisitCommands": [
        "VisitModel", "VisitFormats", "VisitStore", "VisitRules", "VisitSolver", "VisitCalendar", "VisitReports",
        "VisitPlanning", "VisitApplication", "ArgumentParser",
    ],
    "VisitBench": [
        "VisitModel", "VisitFormats", "VisitStore", "VisitRules", "VisitTravel", "VisitSolver", "VisitCalendar",
        "VisitPlanning", "VisitJudge", "VisitApplication", "ArgumentParser",
    ],
    // Floor 5: the face for the network.
    "VisitService": [
        "VisitModel", "VisitFormats", "VisitReports", "VisitPlanning", "VisitApplication", "Logging", "Hummingbird",
        "HummingbirdCore", "HTTPTypes", "NIOCore", "NIOHTTPTypes", "NIOPosix", "ServiceLifecycle", "UnixSignals",
        "Configuration",
    ],
    // Roof
    "visitd": ["VisitService", "VisitApplication"],
    "visitctl": ["VisitCommands"],
    "visitbench": ["VisitBench"],
]

/// What the toolchain brings, open to every target.
private let systemModules: Set<String> = [
    "Foundation", "FoundationEssentials", "Dispatch", "Glibc", "Musl", "Darwin", "Synchronization",
]

@Suite("The floor plan")
struct FloorPlanTests {
    static let root = URL(filePath: #filePath).appending(path: "../../..").standardized

    static func swiftFiles(under folder: String) throws -> [URL] {
        let start = root.appending(path: folder)
        let found = try #require(FileManager.default.enumerator(at: start, includingPropertiesForKeys: nil))
        return found.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
            .sorted { $0.path < $1.path }
    }

    @Test("a target imports only the floors below it", arguments: floorPlan.keys.sorted())
    func importsOnlyLowerFloors(target: String) throws {
        let files = try Self.swiftFiles(under: "Sources/\(target)")
        #expect(!files.isEmpty, "Sources/\(target) holds no Swift file.")
        for file in files {
            for (number, line) in try lines(of: file) {
                let pattern =
                    /^(?:@\w+(?:\(\w+\))? )*(?:public |package |internal |private )?import (?:struct |class |enum |func )?(\w+)/
                guard let match = line.firstMatch(of: pattern) else { continue }
                let module = String(match.1)
                #expect(
                    systemModules.contains(module) || floorPlan[target, default: []].contains(module),
                    "\(file.lastPathComponent):\(number) imports \(module), which \(target) may not.")
            }
        }
    }

    /// Folders that only name a library of the system.
    private static let systemLibraries = ["CZlib", "COpenSSL"]

    @Test("every target of Sources is in the plan")
    func planIsComplete() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: Self.root.appending(path: "Sources").path)
        #expect(folders.filter { !$0.hasPrefix(".") }.sorted() == (floorPlan.keys + Self.systemLibraries).sorted())
    }

    @Test("every room has a page", arguments: floorPlan.keys.filter { $0.hasPrefix("Visit") }.sorted())
    func roomHasPage(target: String) {
        let page = Self.root.appending(path: "Sources/\(target)/\(target).docc/\(target).md")
        #expect(FileManager.default.fileExists(atPath: page.path), "\(target) has no documentation page.")
    }

    @Test("a source file stays readable: no more than 300 lines")
    func filesAreShort() throws {
        for file in try Self.swiftFiles(under: "Sources") {
            let count = try lines(of: file).count
            #expect(count <= 300, "\(file.lastPathComponent) has \(count) lines; it is asking to be two files.")
        }
    }

    @Test(
        "planning and the judge are pure: no file, no process, no clock",
        arguments: ["import Foundation", "import Dispatch", "Clock.now"])
    func planningIsPure(word: String) throws {
        for file in try ["Planning", "Judge"].flatMap({ try Self.swiftFiles(under: "Sources/Visit\($0)") }) {
            for (number, line) in try lines(of: file) {
                #expect(!line.contains(word), "\(file.lastPathComponent):\(number) says \(word).")
            }
        }
    }

    /// What no source may say, and where an exception is right.
    private static let banned: [(word: String, why: String, except: [String])] = [
        ("try!", "an error has to be shown, not to crash", []),
        ("fatalError(", "a bug is a precondition with a sentence", []),
        ("@unchecked Sendable", "make it a value", []),
        ("nonisolated(unsafe)", "make it a value", []),
        (" print(", "people's output goes through Console", []),
        ("Date()", "the clock is a parameter", ["SystemClock.swift"]),
        ("Date.now", "the clock is a parameter", ["SystemClock.swift"]),
        ("UUID()", "identifiers are a parameter", ["SystemClock.swift"]),
        (
            ".unmasked", "citizen numbers are whole in the store, in the own tables and on a gate list alone",
            [
                "CitizenNumber.swift", "Storable.swift", "RawTables+People.swift", "PrisonDailyList.swift",
                "VisitTable.swift",
            ]
        ),
    ]

    @Test("no source uses what the house refuses", arguments: banned.indices)
    func bannedWords(index: Int) throws {
        let (word, why, except) = Self.banned[index]
        for file in try Self.swiftFiles(under: "Sources") where !except.contains(file.lastPathComponent) {
            for (number, line) in try lines(of: file) {
                let code = line.split(separator: "//", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
                #expect(!code.contains(word), "\(file.lastPathComponent):\(number) says \(word): \(why).")
            }
        }
    }

    @Test("no file is named for nothing")
    func fileNames() throws {
        let refused = ["Manager", "Helper", "Util", "Processor", "Info", "Impl", "Extensions"]
        for file in try Self.swiftFiles(under: "Sources") {
            let name = file.deletingPathExtension().lastPathComponent
            #expect(!refused.contains { name.hasSuffix($0) || name.hasSuffix($0 + "s") }, "\(name) says nothing.")
        }
    }

    private func lines(of file: URL) throws -> [(Int, Substring)] {
        try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated().map { ($0.offset + 1, $0.element) }
    }
}
