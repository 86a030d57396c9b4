import Foundation
import Testing
import VisitTestSupport

@Suite("A night whose process is killed", .serialized)
struct KilledNightTests {
    private static let today = "2026-11-23"

    /// A moment of a night, told by what the process has said or written.
    enum Moment: String, CaseIterable {
        case begun, publishing, calendarsBegun, calendarsWritten, reportsWritten

        /// Whether it has come.
        func hasCome(_ night: Running, _ output: String) -> Bool {
            let isThere = FileManager.default.fileExists(atPath:)
            return switch self {
            case .begun: !night.complaintSoFar.isEmpty
            case .publishing: night.complaintSoFar.contains("publishing")
            case .calendarsBegun: isThere(output + "/calendars")
            case .calendarsWritten: isThere(output + "/calendars/.visitd-manifest")
            case .reportsWritten: isThere(output + "/reports/.visitd-manifest")
            }
        }
    }

    private static func night(_ store: String, _ output: String) -> [String] {
        ["night", "--store", store, "--output", output, "--iterations", "100", "--threads", "1", "--today", today]
    }

    /// The files below a folder, without the lines that say when something was written.
    private static func texts(below folder: String) throws -> [String: String] {
        let names = try #require(FileManager.default.enumerator(atPath: folder)).compactMap { $0 as? String }
        var texts: [String: String] = [:]
        for name in names where !name.hasSuffix(".visitd-manifest") {
            guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else { continue }
            let lines = String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline)
            texts[name] = lines.filter { !$0.hasPrefix("DTSTAMP") && !$0.hasPrefix("LAST-MODIFIED") }
                .joined(separator: "\n")
        }
        return texts
    }

    /// To whom the outbox has something to say about which visit, and what.
    private static func messages(_ store: String, in folder: TemporaryFolder) throws -> [String] {
        let outbox = try Program.visitctl.run(
            "outbox", "list", "--all", "--json", "--store", store, "--today", today, in: folder)
        let messages = try #require(try outbox.document["messages"] as? [[String: Any]])
        return messages.map { "\($0["visit"] ?? "") \($0["to"] ?? "") \($0["kind"] ?? "")" }.sorted()
    }

    @Test("is made whole by the next one: the same files as if nothing had happened, and nobody is told twice")
    func killed() throws {
        try TemporaryFolder.use { folder in
            let world = folder.path("world.db")
            #expect(
                try Program.visitctl.run(
                    "init", "--example", "england", "--store", world, "--today", Self.today, in: folder
                ).status == 0)
            let parameters = try folder.write("name,value\nmessage.channel,sms\n", to: "parameters.csv")
            #expect(
                try Program.visitctl.run("import", parameters, "--store", world, "--today", Self.today, in: folder)
                    .status == 0)
            func copy(_ name: String) throws -> String {
                try FileManager.default.copyItem(atPath: world, toPath: folder.path(name))
                return folder.path(name)
            }
            let calm = try copy("calm.db")
            #expect(try Program.visitctl.start(Self.night(calm, folder.path("calm")), in: folder).end().status == 0)
            let files = try Self.texts(below: folder.path("calm"))
            let messages = try Self.messages(calm, in: folder)
            #expect(!files.isEmpty && !messages.isEmpty)

            for moment in Moment.allCases {
                let (store, output) = (try copy("\(moment).db"), folder.path("\(moment)"))
                let night = try Program.visitctl.start(Self.night(store, output), in: folder)
                while night.process.isRunning, !moment.hasCome(night, output) { usleep(500) }
                kill(night.process.processIdentifier, SIGKILL)
                _ = try night.end()
                if moment == .begun { #expect(night.process.terminationReason == .uncaughtSignal) }

                let next = try Program.visitctl.start(Self.night(store, output), in: folder).end()
                #expect(next.status == 0, "\(moment): \(next.complaint)")
                let found = try Self.texts(below: output)
                #expect(found.keys.sorted() == files.keys.sorted(), "\(moment)")
                for (name, text) in files { #expect(found[name] == text, "\(moment): \(name)") }
                #expect(try Self.messages(store, in: folder) == messages, "\(moment)")
                let last = try Program.visitctl.start(Self.night(store, output) + ["--json"], in: folder).end()
                #expect(try last.document["messages"] as? Int == 0, "\(moment)")
            }
        }
    }
}
