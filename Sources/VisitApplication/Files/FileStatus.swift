import Foundation

/// What the file system says of a file without reading it.
struct FileStatus {
    /// Whether it is a file, and neither a folder nor a link.
    let isRegular: Bool
    /// Its size in bytes.
    let size: Int
    /// When its bytes, its name or its rights were last changed. Nobody can set it back.
    let changed: FileMoment

    /// The status of what is at `path`, a link not followed; nil where there is nothing.
    init?(of path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        isRegular = status.st_mode & S_IFMT == S_IFREG
        size = Int(status.st_size)
        changed = FileMoment(seconds: status.st_ctim.tv_sec, nanoseconds: status.st_ctim.tv_nsec)
    }

    /// A text that differs when the file to which `path` leads is another one, or has been changed.
    static func mark(_ path: String) -> String {
        var status = stat()
        guard stat(path, &status) == 0 else { return "-" }
        return "\(status.st_ino) \(status.st_size) \(status.st_ctim.tv_sec).\(status.st_ctim.tv_nsec)"
    }
}

/// A moment of the file system's clock, to the nanosecond.
struct FileMoment: Comparable {
    let seconds, nanoseconds: Int

    static func < (a: Self, b: Self) -> Bool { (a.seconds, a.nanoseconds) < (b.seconds, b.nanoseconds) }
}
