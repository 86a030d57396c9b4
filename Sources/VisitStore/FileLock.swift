import Foundation
import VisitModel

/// The right to do something that one process does at a time, as a lock on a file (flock). The operating system takes it
/// back when the process ends in whatever way; a file left behind means nothing.
public final class FileLock: Sendable {
    private let descriptor: CInt

    private init(_ descriptor: CInt) {
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// Takes the lock on the file at `path`, which is made where it is missing. It is given back when the value goes.
    ///
    /// - Parameter timeout: for how many seconds to wait for another holder.
    /// - Returns: nil where the other holder does not end in time.
    /// - Throws: `cannotCreate` where the file can be neither opened nor made.
    public static func acquire(_ path: String, timeout: Double) throws(StoreError) -> FileLock? {
        let isNew = access(path, F_OK) != 0
        let descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, StoreFile.mode)
        guard descriptor >= 0 else { throw .cannotCreate(path: path) }
        if isNew { fchmod(descriptor, StoreFile.mode) }
        let lock = FileLock(descriptor)
        let begin = ContinuousClock.now
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            switch errno {
            case EINTR: continue
            case EWOULDBLOCK:
                guard ContinuousClock.now - begin < .seconds(timeout) else { return nil }
                usleep(pause)
            default: throw .inputOutput(path: path, code: Int(errno))
            }
        }
        return lock
    }

    /// Between two tries, in microseconds.
    private static let pause: UInt32 = 10_000

    /// Takes the right to bring the store at `path`, which is absolute, to a newer schema: after an upgrade of the program the
    /// daemon and a command open the store at once, and the second must not copy what the first has already changed. It is
    /// apart from the lock of planning, since a run that holds the latter opens the store itself.
    ///
    /// - Throws: `busy` where another opener does not end in time.
    static func forUpgrade(of path: String, timeout: Double) throws(StoreError) -> FileLock {
        guard let lock = try acquire(StoreFile(path).ownPath + ".upgrade", timeout: timeout) else {
            throw .busy(path: path)
        }
        return lock
    }
}
