import Foundation
import VisitModel

/// The right to bring a store to a newer schema, held by one opener at a time: after an upgrade of the program the daemon
/// and a command open the store at once, and the second must not copy what the first has already changed.
///
/// It is a lock on the file `<store>.upgrade` (flock), apart from that of planning, since a run that holds the latter opens
/// the store itself. The operating system takes it back when the process ends; a file left behind means nothing.
final class UpgradeLock: Sendable {
    private let descriptor: CInt

    private init(_ descriptor: CInt) {
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// Takes the lock beside the store at `path`, which is absolute.
    ///
    /// - Parameter patience: for how many seconds to wait for another opener.
    /// - Throws: `busy` where the other one does not end in time; `cannotCreate` where the lock's file can be neither opened
    ///   nor made.
    static func acquire(_ path: String, patience: Double) throws(StoreError) -> UpgradeLock {
        let file = StoreFile(path).ownPath + ".upgrade"
        let isNew = access(file, F_OK) != 0
        let descriptor = open(file, O_CREAT | O_RDWR | O_CLOEXEC, StoreFile.mode)
        guard descriptor >= 0 else { throw .cannotCreate(path: file) }
        if isNew { fchmod(descriptor, StoreFile.mode) }
        let lock = UpgradeLock(descriptor)
        let begin = ContinuousClock.now
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            switch errno {
            case EINTR: continue
            case EWOULDBLOCK:
                guard ContinuousClock.now - begin < .seconds(patience) else { throw .busy(path: path) }
                usleep(pause)
            default: throw .inputOutput(path: file, code: Int(errno))
            }
        }
        return lock
    }

    /// Between two tries, in microseconds.
    private static let pause: UInt32 = 10_000
}
