import Foundation
import ServiceLifecycle
import Synchronization

/// The file of the Unix socket: made ready before listening, given its permission bits, and removed at the end.
final class SocketFile: Service {
    let path: String
    private let mode: UInt16
    /// The file's number while it is ours: another process may have put its own socket there since.
    private let inode = Mutex<UInt64?>(nil)

    /// The file at `path`, to have these permission bits.
    init(path: String, mode: UInt16) {
        self.path = path
        self.mode = mode
    }

    /// Makes sure that a socket can be made at the path. One that nobody answers on was left behind by a process that
    /// was killed, and is removed.
    func removeStaleSocket() throws(ServiceError) {
        let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
            throw .socketFolderMissing(path: path, folder: folder)
        }
        guard let attributes else { return }
        guard attributes[.type] as? FileAttributeType == .typeSocket else { throw .notASocket(path: path) }
        guard !isAnswered else { throw .socketInUse(path: path) }
        guard unlink(path) == 0 else { throw ListeningFailure.error(address: path, number: errno) }
    }

    /// Takes the file that listening has just made as ours, and gives it its permission bits.
    func claim() throws(ServiceError) {
        guard chmod(path, mode_t(mode)) == 0 else { throw ListeningFailure.error(address: path, number: errno) }
        let number = number
        inode.withLock { $0 = number }
    }

    /// Waits for the end of the service and removes the file if it is still ours.
    func run() async throws {
        try? await gracefulShutdown()
        let claimed = inode.withLock { $0 }
        if let claimed, claimed == number { unlink(path) }
    }

    /// What the file system says of the file itself, if it is there.
    private var attributes: [FileAttributeKey: Any]? { try? FileManager.default.attributesOfItem(atPath: path) }

    private var number: UInt64? { (attributes?[.systemFileNumber] as? NSNumber)?.uint64Value }

    private var isAnswered: Bool {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let length = socklen_t(MemoryLayout<sockaddr_un>.size)
        let answer = withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, length) }
        }
        // A full queue of a living process refuses with EAGAIN, a socket without a process with ECONNREFUSED.
        return answer == 0 || errno != ECONNREFUSED
    }
}
