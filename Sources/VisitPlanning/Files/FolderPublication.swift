import Foundation
import VisitModel

/// Brings a folder to a set of files: writes those that differ, leaves those that do not, removes those that an
/// earlier publication wrote and that are not wanted any more.
///
/// A file is written beside its place, flushed to disk and renamed, so a crash leaves the old file or the new one.
/// The manifest `.visitd-manifest` tells which files are ours; nothing else in the folder is touched.
struct FolderPublication {
    /// What a publication did.
    struct Summary: Hashable {
        var written: [String] = []
        var removed: [String] = []
        var unchanged = 0
    }

    private static let manifest = ".visitd-manifest"
    private let folder: URL

    /// A publication into `folder`, which is created where it is missing.
    init(into folder: String) throws(DeskError) {
        self.folder = URL(filePath: folder, directoryHint: .isDirectory)
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), !isFolder.boolValue {
            throw .notAFolder(folder)
        }
        do {
            try FileManager.default.createDirectory(at: self.folder, withIntermediateDirectories: true)
        } catch {
            throw .cannotWrite(folder)
        }
    }

    /// Publishes `files`, by name.
    ///
    /// - Parameter removesOthers: whether `files` are all that there should be.
    func publish(
        _ files: [(name: String, bytes: [UInt8])], removesOthers: Bool = true
    ) throws(DeskError) -> Summary {
        var summary = Summary()
        for file in files {
            if try write(file.name, file.bytes) { summary.written.append(file.name) } else { summary.unchanged += 1 }
        }
        var wanted = Set(files.map(\.name))
        for name in earlierFiles() where !wanted.contains(name) {
            if removesOthers {
                try? FileManager.default.removeItem(at: folder.appending(path: name))
                summary.removed.append(name)
            } else {
                wanted.insert(name)
            }
        }
        let names = wanted.sorted()
        _ = try write(Self.manifest, Array((names.joined(separator: "\n") + "\n").utf8))
        return summary
    }

    private func earlierFiles() -> [String] {
        guard let text = try? String(contentsOf: folder.appending(path: Self.manifest), encoding: .utf8) else {
            return []
        }
        // A manifest that somebody changed must not lead out of the folder.
        return text.split(separator: "\n").map(String.init).filter { !$0.contains("/") && !$0.hasPrefix(".") }
    }

    /// Whether the file had to be written.
    private func write(_ name: String, _ bytes: [UInt8]) throws(DeskError) -> Bool {
        try Self.write(bytes, to: folder.appending(path: name).path)
    }

    /// Writes `bytes` to `path` unless they stand there already; whether it wrote.
    static func write(_ bytes: [UInt8], to path: String) throws(DeskError) -> Bool {
        if let present = FileManager.default.contents(atPath: path), present.elementsEqual(bytes) { return false }
        let draft = path + ".tmp\(getpid())"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o640)
        guard descriptor >= 0 else { throw .cannotWrite(path) }
        var complete = true
        bytes.withUnsafeBytes { buffer in
            var offset = 0
            while complete, offset < buffer.count, let base = buffer.baseAddress {
                let count = Foundation.write(descriptor, base + offset, buffer.count - offset)
                if count > 0 { offset += count } else if errno != EINTR { complete = false }
            }
        }
        complete = fsync(descriptor) == 0 && complete
        complete = close(descriptor) == 0 && complete
        guard complete, rename(draft, path) == 0 else {
            unlink(draft)
            throw .cannotWrite(path)
        }
        return true
    }
}
