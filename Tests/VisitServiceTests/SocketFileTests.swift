import Foundation
import Testing
import VisitTestSupport

@testable import VisitService

@Suite("The file of the socket")
struct SocketFileTests {
    @Test("a free place is free")
    func free() throws {
        try TemporaryFolder.use { folder in
            #expect(throws: Never.self) { try SocketFile(path: folder.path("s"), mode: 0o660).removeStaleSocket() }
        }
    }

    @Test("a socket that a killed process left behind is removed")
    func stale() throws {
        try TemporaryFolder.use { folder in
            let path = folder.path("s")
            try leaveSocket(at: path)
            try SocketFile(path: path, mode: 0o660).removeStaleSocket()
            #expect(!FileManager.default.fileExists(atPath: path))
        }
    }

    @Test("a socket that is answered is left alone")
    func answered() throws {
        try TemporaryFolder.use { folder in
            let path = folder.path("s")
            let descriptor = try leaveSocket(at: path, listening: true)
            defer { close(descriptor) }
            #expect(throws: ServiceError.socketInUse(path: path)) {
                try SocketFile(path: path, mode: 0o660).removeStaleSocket()
            }
            #expect(FileManager.default.fileExists(atPath: path))
        }
    }

    @Test("what is no socket is left alone: a file, a folder, a link")
    func noSocket() throws {
        try TemporaryFolder.use { folder in
            try folder.write("precious", to: "file")
            try FileManager.default.createDirectory(atPath: folder.path("folder"), withIntermediateDirectories: false)
            try FileManager.default.createSymbolicLink(
                atPath: folder.path("link"), withDestinationPath: folder.path("file"))
            for name in ["file", "folder", "link"] {
                let path = folder.path(name)
                #expect(throws: ServiceError.notASocket(path: path)) {
                    try SocketFile(path: path, mode: 0o660).removeStaleSocket()
                }
                #expect(FileManager.default.fileExists(atPath: path))
            }
        }
    }

    @Test("a missing folder, or a file in its place, is named")
    func folder() throws {
        try TemporaryFolder.use { folder in
            try folder.write("", to: "file")
            for name in ["none", "file"] {
                let path = folder.path(name) + "/s"
                #expect(throws: ServiceError.socketFolderMissing(path: path, folder: folder.path(name))) {
                    try SocketFile(path: path, mode: 0o660).removeStaleSocket()
                }
            }
        }
    }

    /// Binds a socket at `path` and, unless it is to listen, closes it without removing its file.
    @discardableResult
    private func leaveSocket(at path: String, listening: Bool = false) throws -> Int32 {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        try #require(UnixAddress(path).use { bind(descriptor, $0, $1) } == 0)
        if listening { try #require(listen(descriptor, 1) == 0) } else { close(descriptor) }
        return descriptor
    }
}
