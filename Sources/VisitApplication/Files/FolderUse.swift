import Foundation

/// The use of a folder by somebody who writes drafts into it, for as long as the value lives.
///
/// Every user holds a lock on the folder (flock), which the operating system takes back when the process ends in whatever
/// way. Who finds the folder used by nobody removes the drafts that are there: they were left by a process that was killed,
/// hold what was to be published, and are in no manifest.
final class FolderUse: Sendable {
    private let descriptor: CInt

    /// Begins to use `folder`. Where the folder cannot be locked, nothing is removed.
    init(of folder: String) {
        descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { FileDraft.removeAll(in: folder) }
        while flock(descriptor, LOCK_SH) != 0, errno == EINTR {}
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }
}
