import Foundation
import Logging
import Testing
import VisitModel
import VisitTestSupport

@testable import VisitService

@Suite("The configuration")
struct ServiceConfigurationTests {
    @Test("without any source everything is at its default")
    func defaults() throws {
        #expect(try ServiceConfiguration([]) == ServiceConfiguration())
    }

    @Test("the command line decides, then the environment, then the file")
    func precedence() throws {
        try TemporaryFolder.use { folder in
            try folder.write("store: /file\nsocket: /file.sock\nidle-seconds: 7\n", to: "visitd.yaml")
            let configuration = try ServiceConfiguration(
                options: [.config: folder.path, .store: "/option"],
                environment: ["VISITD_STORE": "/variable", "VISITD_SOCKET": "/variable.sock", "HOME": "/"])
            #expect(configuration.store == "/option")
            #expect(configuration.socket == "/variable.sock")
            #expect(configuration.isSocketGiven)
            #expect(configuration.idleSeconds == 7)
            #expect(configuration.folder == folder.path)
        }
    }

    @Test("every setting can be given in each of the three places")
    func everySetting() throws {
        let values: [Setting: String] = [
            .store: "/s", .socket: "/x", .socketMode: "0600", .openSocket: "/o", .listen: "127.0.0.1:1",
            .today: "2026-09-01",
            .logLevel: "debug", .storeThreads: "2", .connections: "3", .idleSeconds: "4", .headerBytes: "2048",
            .requestsPerMinute: "60", .stopSeconds: "5", .output: "/p", .backups: "/b",
            .backupRecipients: "age1a, age1b", .backupIdentity: "/i",
        ]
        #expect(Set(values.keys) == Set(Setting.allCases.filter(\.isKey)))
        let pairs = values.map { ($0.variable, $1) }
        let yaml = values.map { "\($0.rawValue): \"\($1)\"" }.sorted().joined(separator: "\n")
        let sources = [
            ConfigurationSource(options: values),
            ConfigurationSource(environment: Dictionary(uniqueKeysWithValues: pairs)),
            try ConfigurationSource(file: "visitd.yaml", text: yaml),
        ]
        var expected = ServiceConfiguration()
        (expected.store, expected.socket, expected.isSocketGiven, expected.socketMode) = ("/s", "/x", true, 0o600)
        (expected.openSocket, expected.requestsPerMinute) = ("/o", 60)
        expected.listen = try ListenAddress("127.0.0.1:1")
        expected.today = Day("2026-09-01")
        (expected.logLevel, expected.storeThreads, expected.connections) = (.debug, 2, 3)
        (expected.idleSeconds, expected.headerBytes, expected.stopSeconds) = (4, 2048, 5)
        (expected.output, expected.backups, expected.backupIdentity) = ("/p", "/b", "/i")
        expected.backupRecipients = "age1a, age1b"
        for source in sources { #expect(try ServiceConfiguration([source]) == expected) }
        let differing = expected.settings(differingFrom: ServiceConfiguration())
        #expect(differing == Setting.allCases.filter(\.isKey))
    }

    @Test("every fault of every source is told at once, with its file and line")
    func allFaults() throws {
        let file = try ConfigurationSource(
            file: "etc/visitd.yaml", text: "# of an operator\nsoket: /x\nstore:\n  - a\n\nidle-seconds: soon\n")
        let sources = [
            ConfigurationSource(options: [.today: "2026-02-30", .headerBytes: "1"]),
            ConfigurationSource(environment: ["VISITD_STOR": "/x", "VISITD_SOCKET_MODE": "0477"]), file,
        ]
        let faults = try #require(throws: ServiceError.self) { try ServiceConfiguration(sources) }
        try Golden.compare(Usage.lines(of: faults, .english).joined(separator: "\n") + "\n", with: "faults.en.txt")
        try Golden.compare(Usage.lines(of: faults, .chinese).joined(separator: "\n") + "\n", with: "faults.zh.txt")
        #expect(faults.kind == .badConfiguration)
    }

    @Test("faults of the command line alone are wrong usage")
    func usage() {
        let error = #expect(throws: ServiceError.self) {
            try ServiceConfiguration([ConfigurationSource(options: [.listen: "0.0.0.0:80"])])
        }
        #expect(error?.kind == .usage)
        #expect(error?.findings.map(\.code) == ["reachable-from-outside"])
    }

    @Test("a socket path longer than the system allows is refused before anything starts")
    func longPath() {
        let longest = "/" + String(repeating: "x", count: ServiceConfiguration.longestSocketPath - 1)
        #expect(throws: Never.self) { try ServiceConfiguration([ConfigurationSource(options: [.socket: longest])]) }
        #expect(throws: ServiceError.self) {
            try ServiceConfiguration([ConfigurationSource(options: [.socket: longest + "x"])])
        }
    }

    @Test(
        "a file that says nothing changes nothing",
        arguments: ["", "\n\n", "# only a comment\n", "---\n", "listen:\ntoday: \"\"\n"])
    func emptyFile(text: String) throws {
        let source = try ConfigurationSource(file: "visitd.yaml", text: text)
        #expect(try ServiceConfiguration([source]) == ServiceConfiguration())
    }

    @Test(
        "a file that is no mapping is refused",
        arguments: ["- a\n", "store: [a\n", "store: a\nstore: b\n", "just text"])
    func notYAML(text: String) throws {
        try TemporaryFolder.use { folder in
            try folder.write(text, to: "visitd.yaml")
            let error = #expect(throws: ServiceError.self) {
                try ServiceConfiguration(options: [.config: folder.path], environment: [:])
            }
            #expect(error?.findings.map(\.code) == ["not-yaml"])
            #expect(error?.kind == .badConfiguration)
        }
    }

    @Test("a file that is not text, and a folder that is not there, are refused")
    func unreadable() throws {
        try TemporaryFolder.use { folder in
            try folder.write([0x73, 0xFF, 0xFE], to: "visitd.yaml")
            let bytes = #expect(throws: ServiceError.self) {
                try ServiceConfiguration(options: [.config: folder.path], environment: [:])
            }
            #expect(bytes?.findings.map(\.code) == ["unreadable-file"])
            let absent = #expect(throws: ServiceError.self) {
                try ServiceConfiguration(options: [:], environment: ["VISITD_CONFIG": folder.path("none")])
            }
            #expect(absent?.findings.map(\.code) == ["no-configuration-folder"])
        }
    }

    @Test("a folder without the file is fine: the rule packs are in it")
    func folderWithoutFile() throws {
        try TemporaryFolder.use { folder in
            let configuration = try ServiceConfiguration(options: [.config: folder.path], environment: [:])
            #expect(configuration.isFolderGiven)
        }
    }

    @Test("Config/visitd.yaml documents every key, at its default")
    func reference() throws {
        let file = URL(filePath: #filePath).appending(path: "../../../Config/visitd.yaml").standardized
        let source = try ConfigurationSource(file: file.path, text: try String(contentsOf: file, encoding: .utf8))
        #expect(source.names == Setting.allCases.filter(\.isKey).map(\.rawValue).sorted())
        var expected = ServiceConfiguration()
        expected.isSocketGiven = true
        #expect(try ServiceConfiguration([source]) == expected)
    }
}
