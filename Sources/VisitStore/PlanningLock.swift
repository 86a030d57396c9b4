import Foundation
import VisitModel

/// The right to make and publish a plan, held by one process at a time.
///
/// It is a lock on the file `<store>.lock` (flock), which the operating system takes back when the process ends in
/// whatever way; a file left behind means nothing.
public final class PlanningLock: Sendable {
    private let descriptor: CInt

    private init(_ descriptor: CInt) {
        self.descriptor = descriptor
    }

    deinit {
        // The file is left empty, as it was: a run that changes nothing changes no byte. Closing the only descriptor
        // of the open file gives the lock back.
        ftruncate(descriptor, 0)
        close(descriptor)
    }

    /// Takes the lock beside the store at `path`. It is given back when the value goes, or the process ends.
    ///
    /// - Throws: `planningElsewhere` at once where another process, or another part of this one, holds it;
    ///   `cannotCreate` where the lock's file can be neither opened nor made.
    public static func acquire(_ path: String) throws(StoreError) -> PlanningLock {
        let file = StoreFile(path).ownPath + ".lock"
        let isNew = access(file, F_OK) != 0
        let descriptor = open(file, O_CREAT | O_RDWR | O_CLOEXEC, StoreFile.mode)
        guard descriptor >= 0 else { throw .cannotCreate(path: file) }
        if isNew { fchmod(descriptor, StoreFile.mode) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let reason = errno
            let holder = holder(in: descriptor)
            close(descriptor)
            throw reason == EWOULDBLOCK
                ? .planningElsewhere(path: file, process: holder) : .inputOutput(path: file, code: Int(reason))
        }
        let lock = PlanningLock(descriptor)
        lock.sign()
        return lock
    }

    /// The process that signed the file.
    private static func holder(in descriptor: CInt) -> Int? {
        var bytes = [UInt8](repeating: 0, count: 20)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        guard count > 0 else { return nil }
        return Int(String(decoding: bytes.prefix(count).prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self))
    }

    /// Writes this process's number, so that others can say who holds the lock.
    private func sign() {
        let line = Array("\(getpid())\n".utf8)
        ftruncate(descriptor, 0)
        pwrite(descriptor, line, line.count, 0)
    }
}
