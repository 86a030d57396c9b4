import Foundation

/// The file in which a store lives, as the operating system sees it.
struct StoreFile {
    /// How SQLite may open the file.
    enum Access {
        /// As usual, with the files -wal and -shm beside it.
        case full
        /// Reading beside a process that has the store open: its -wal and -shm are used, none are made.
        case shared
        /// Reading where neither the file nor its folder may be written and nobody has the store open.
        case immutable
    }

    /// Owner and group may read and write, others nothing: it holds the names of children.
    static let mode: mode_t = 0o660

    /// The absolute path. SQLite takes a name that begins with `file:` for a URI; an absolute path never does.
    let path: String

    init(_ path: String) {
        self.path = URL(filePath: path).path
    }

    /// The path without links: links to the file by other names lead to the same folder.
    var ownPath: String { URL(filePath: path).resolvingSymlinksInPath().path }

    private var folder: String { URL(filePath: path).deletingLastPathComponent().path }

    private static func status(_ path: String) -> stat? {
        var status = stat()
        return stat(path, &status) == 0 ? status : nil
    }

    /// Refuses what cannot be a store, by a look at the file alone.
    func check() throws(StoreError) {
        guard let status = Self.status(path) else {
            throw errno == EACCES ? .notReadable(path: path) : .missing(path: path)
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw .isAFolder(path: path)
        default: throw .notAStore(path: path)
        }
        guard access(path, R_OK) == 0 else { throw .notReadable(path: path) }
    }

    /// Makes the empty file with its mode, whatever the process's umask says. An existing file is left as it is.
    func make() throws(StoreError) {
        guard Self.status(folder) != nil else { throw .folderMissing(path: folder) }
        let descriptor = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, Self.mode)
        guard descriptor >= 0 else {
            switch errno {
            case EEXIST: return
            case ENOSPC, EDQUOT: throw .diskFull(path: path)
            default: throw .cannotCreate(path: path)
            }
        }
        defer { close(descriptor) }
        guard fchmod(descriptor, Self.mode) == 0 else { throw .cannotCreate(path: path) }
    }

    /// Removes the file; it may be missing.
    func remove() throws(StoreError) {
        guard unlink(path) == 0 || errno == ENOENT else { throw .cannotCreate(path: path) }
    }

    /// Removes the file and the files that SQLite keeps beside it; all may be missing. A journal that a killed process left
    /// would be taken for one of the next file of that name.
    func removeWithSideFiles() throws(StoreError) {
        try removeSideFiles()
        try remove()
    }

    /// Removes the files that SQLite keeps beside the file.
    func removeSideFiles() throws(StoreError) {
        for ending in ["-journal", "-wal", "-shm"] { try StoreFile(path + ending).remove() }
    }

    /// Renames the file to the name of `other`, replacing a file of that name, and returns when this is on the disk.
    func rename(to other: StoreFile) throws(StoreError) {
        guard Foundation.rename(path, other.path) == 0 else { throw .cannotCreate(path: other.path) }
        other.flushFolder()
    }

    /// Links the file to the name of `other` too, unless a file of that name exists, and returns when this is on the
    /// disk.
    ///
    /// - Returns: whether it has the name.
    func link(to other: StoreFile) throws(StoreError) -> Bool {
        guard Foundation.link(path, other.path) == 0 else {
            guard errno == EEXIST else { throw .cannotCreate(path: other.path) }
            return false
        }
        other.flushFolder()
        return true
    }

    private func flushFolder() {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    /// Whether people beside the owner and the group may read or write the file.
    var isOpenToOthers: Bool { Self.status(path).map { $0.st_mode & 0o007 != 0 } ?? false }

    /// The size of the file in bytes, and how much room the disk has for this user.
    var room: (size: Int, free: Int)? {
        var disk = statvfs()
        guard let status = Self.status(path), statvfs(path, &disk) == 0 else { return nil }
        return (Int(status.st_size), Int(disk.f_bavail) * Int(disk.f_frsize))
    }

    /// Whether this user may write the file and make files beside it.
    var isWritable: Bool { access(path, W_OK) == 0 && access(folder, W_OK | X_OK) == 0 }

    /// How the file can be read.
    ///
    /// Where this user may not write, no file is made beside the store: it would belong to this user and lock the
    /// store's owner out. An empty or missing -wal says that the file itself is complete.
    func readingAccess() throws(StoreError) -> Access {
        if isWritable { return .full }
        if let log = Self.status(path + "-wal"), log.st_size > 0 {
            guard Self.status(path + "-shm") != nil else { throw .needsRecovery(path: path) }
            return .shared
        }
        return Self.status(path + "-shm") == nil ? .immutable : .shared
    }

    /// Which file it is, whatever its path.
    struct Identity: Hashable {
        let device: UInt64
        let number: UInt64
    }

    /// Which file stands at the path; nil where none does.
    var identity: Identity? {
        Self.status(path).map { Identity(device: UInt64($0.st_dev), number: UInt64($0.st_ino)) }
    }

    /// What changes when somebody writes the file, or opens the store for writing.
    var signature: [Int] {
        let file = Self.status(path)
        let log = Self.status(path + "-wal")
        return [Int(file?.st_size ?? 0), Self.modified(file), Int(log?.st_size ?? 0)]
    }

    /// The nanosecond at which the file was last written.
    private static func modified(_ status: stat?) -> Int {
        guard let status else { return 0 }
        #if canImport(Darwin)
            let time = status.st_mtimespec
        #else
            let time = status.st_mtim
        #endif
        return Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
    }

    /// The name by which SQLite opens the file without any lock, as a URI.
    var immutableName: String {
        let allowed = CharacterSet(charactersIn: "/-._~").union(.alphanumerics)
        let escaped = path.addingPercentEncoding(withAllowedCharacters: allowed) ?? path
        return "file:\(escaped)?immutable=1"
    }
}
