import Foundation

/// The contents of files, read whole.
enum FileBytes {
    /// The most bytes of one file: 64 MiB.
    static let limit = 64 << 20

    /// What is at a path.
    enum Kind {
        case file, folder
    }

    /// What is at `path`.
    static func kind(of path: String) throws(ImportError) -> Kind {
        var status = stat()
        guard stat(path, &status) == 0 else { throw failure(errno, path: path) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .folder
        default: throw .notAFile(path: path)
        }
    }

    /// The names in a folder, sorted by their bytes.
    struct Listing {
        /// CSV files, calendars and timetable feeds.
        var tables: [String] = []
        /// All else that lies beside them.
        var others: [String] = []
    }

    /// What is in `folder`. Hidden files, and the lock files that spreadsheets leave, are passed over.
    static func list(_ folder: String) throws(ImportError) -> Listing {
        guard let stream = opendir(folder) else { throw failure(errno, path: folder) }
        defer { closedir(stream) }
        var listing = Listing()
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            let isLock = name.hasPrefix(".") || name.hasPrefix("~$")
            let isTable = [".csv", ".zip", ".ics"].contains { name.lowercased().hasSuffix($0) }
            if isLock { continue }
            if isTable || FeedSource.isFeed(folder: "\(folder)/\(name)") {
                listing.tables.append(name)
            } else if !name.lowercased().hasSuffix(".md") {
                // Pages that describe the tables are nobody's data.
                listing.others.append(name)
            }
        }
        listing.tables.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        listing.others.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        return listing
    }

    /// The bytes of the file at `path`. One of more than `limit` is refused unread.
    static func read(_ path: String, atMost limit: Int = Self.limit) throws(ImportError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(errno, path: path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure(errno, path: path) }
        let size = Int(status.st_size)
        guard size <= limit else { throw .tooLarge(path: path, bytes: size, limit: limit) }
        var failed: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let got = Foundation.read(descriptor, buffer.baseAddress?.advanced(by: count), size - count)
                if got < 0, errno == EINTR { continue }
                if got < 0 { failed = errno }
                guard got > 0 else { return }
                count += got
            }
        }
        guard failed == 0 else { throw failure(failed, path: path) }
        return bytes
    }

    private static func failure(_ code: Int32, path: String) -> ImportError {
        let reason = String(cString: strerror(code))
        switch code {
        case ENOENT, ENOTDIR: return .missing(path: path)
        case EACCES, EPERM, ELOOP, ENAMETOOLONG: return .unreadable(path: path, reason: reason)
        default: return .readFailed(path: path, reason: reason)
        }
    }
}
