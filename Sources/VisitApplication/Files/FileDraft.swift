import Foundation
import Synchronization
import VisitModel

/// A temporary file in the same folder as its target, until it is flushed to disk and renamed.
///
/// Its name, `.visitd-draft-` with two numbers, tells that it is one: what a killed process left is found by it.
struct FileDraft {
    /// The path that it will have.
    let path: String
    private let draft: String

    private static let prefix = ".visitd-draft-"
    private static let made = Atomic<Int>(0)

    /// Writes `bytes` beside `path`, for the owner and the group alone.
    init(_ bytes: [UInt8], for path: String) throws(DeskError) {
        self.path = path
        draft = Self.newName(in: Self.folder(of: path))
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o640)
        guard descriptor >= 0 else { throw .cannotWrite(path) }
        let isWhole = Self.write(bytes, to: descriptor)
        guard close(descriptor) == 0, isWhole else {
            unlink(draft)
            throw .cannotWrite(path)
        }
    }

    /// A path in `folder` for a draft that another part of the program writes. Whoever uses it holds a `FolderUse`.
    static func newName(in folder: String) -> String {
        "\(folder)/\(prefix)\(getpid())-\(made.add(1, ordering: .relaxed).newValue)"
    }

    /// Gives the flushed draft at `draft` the name `path`, and does not return before that is on the disk.
    ///
    /// - Parameter replacing: whether what stands there is replaced.
    /// - Returns: whether it has the name; where something stands there that is not replaced it has not.
    static func place(_ draft: String, at path: String, replacing: Bool) throws(DeskError) -> Bool {
        if replacing {
            guard rename(draft, path) == 0 else { throw .cannotWrite(path) }
        } else {
            guard link(draft, path) == 0 else {
                guard errno == EEXIST else { throw .cannotWrite(path) }
                return false
            }
            unlink(draft)
        }
        guard flush(folder(of: path)) else { throw .cannotWrite(path) }
        return true
    }

    /// The folder in which the file at `path` stands.
    static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    }

    /// Removes it, where it has not taken its place.
    func remove() {
        unlink(draft)
    }

    /// Removes all drafts in `folder`, whoever made them.
    static func removeAll(in folder: String) {
        for name in names(in: folder) { unlink("\(folder)/\(name)") }
    }

    /// Removes the drafts of those files in `folder` that killed processes of earlier versions left, which called them
    /// `household-H17.ics.tmp1234`, with the number of the process. One whose number another process has by now goes with a
    /// later run.
    static func removeEarlierOnes(of files: some Collection<String>, in folder: String) {
        let known = Set(files)
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
            guard let ending = name.ranges(of: ".tmp").last, let process = pid_t(name[ending.upperBound...]),
                known.contains(String(name[..<ending.lowerBound])), kill(process, 0) != 0, errno == ESRCH
            else { continue }
            unlink("\(folder)/\(name)")
        }
    }

    /// The drafts in `folder`, whoever made them; none where there is no such folder.
    static func names(in folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasPrefix(prefix) }
    }

    /// Whether the file at `path` holds `bytes`.
    static func stands(_ bytes: [UInt8], at path: String) -> Bool {
        guard let status = FileStatus(of: path), status.isRegular, status.size == bytes.count else { return false }
        return FileManager.default.contents(atPath: path)?.elementsEqual(bytes) ?? false
    }

    /// Flushes the drafts, all of one folder, to disk and gives them their names. None takes its name before all are
    /// flushed.
    static func commit(_ drafts: [FileDraft], in folder: String) throws(DeskError) {
        guard flush(drafts) else {
            for draft in drafts { draft.remove() }
            throw .cannotWrite(folder)
        }
        for (position, draft) in drafts.enumerated() where rename(draft.draft, draft.path) != 0 {
            for rest in drafts[position...] { rest.remove() }
            throw .cannotWrite(draft.path)
        }
        _ = flush(folder)
    }

    /// Waits until the drafts are on disk. Many are sent there all at once, by a flush of everything; the flush of each
    /// then finds its work done, and tells where it failed.
    private static func flush(_ drafts: [FileDraft]) -> Bool {
        if drafts.count > few { sync() }
        return drafts.allSatisfy { flush($0.draft) }
    }

    private static let few = 8

    private static func flush(_ path: String) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return fsync(descriptor) == 0
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var offset = 0
            while offset < buffer.count, let base = buffer.baseAddress {
                let count = Foundation.write(descriptor, base + offset, buffer.count - offset)
                if count > 0 { offset += count } else if errno != EINTR { return false }
            }
            return true
        }
    }
}
