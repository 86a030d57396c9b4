import Foundation
import VisitFormats
import VisitModel

/// What a file of a folder is to hold.
struct FileContent {
    /// The file's name in its folder.
    let name: String
    /// The bytes.
    let bytes: [UInt8]
    /// Their digest.
    let digest: ContentDigest
    /// A digest of what they were made from, where a later publication may ask for it.
    let origin: String?

    init(_ name: String, _ bytes: [UInt8], from origin: String? = nil) {
        self.name = name
        self.bytes = bytes
        self.origin = origin
        digest = ContentDigest(of: bytes)
    }
}

/// Brings a folder to a set of files: writes those that differ, leaves those that do not, removes those that an
/// earlier publication wrote and that are not wanted any more.
///
///     var publication = try FolderPublication(into: folder)
///     try publication.put(FileContent("household-H17.ics", bytes))
///     let summary = try publication.finish()
///
/// A file is written beside its place, flushed to disk and renamed, so a crash leaves the old file or the new one.
/// Many files are flushed together, since each flush waits for the disk. The manifest tells which files are ours and
/// what they hold: nothing else in the folder is touched, and what is as it should be is not even read. A file that cannot be
/// removed stays in the manifest, so that the next publication tries again.
struct FolderPublication {
    /// What a publication did.
    struct Summary: Hashable {
        var written: [String] = []
        var removed: [String] = []
        var unchanged = 0
    }

    private let folder: String
    private let earlier: Manifest
    private var manifest = Manifest()
    private var summary = Summary()
    private let drafts = DraftList()
    private let use: FolderUse

    /// So many files wait for one flush.
    private static let together = 4096

    /// A publication into `folder`, which is created where it is missing.
    init(into folder: String) throws(DeskError) {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), !isFolder.boolValue {
            throw .notAFolder(folder)
        }
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw .cannotWrite(folder)
        }
        self.folder = folder
        use = FolderUse(of: folder)
        earlier = Manifest(in: folder)
    }

    /// Publishes `files`, by name.
    ///
    /// - Parameter removesOthers: whether `files` are all that there should be.
    func publish(
        _ files: [(name: String, bytes: [UInt8])], removesOthers: Bool = true
    ) throws(DeskError) -> Summary {
        var publication = self
        for file in files { try publication.put(FileContent(file.name, file.bytes)) }
        return try publication.finish(removesOthers: removesOthers)
    }

    /// Keeps the file of that name if it was made from the same origin and has not been changed since.
    ///
    /// - Returns: whether it stays; otherwise it must be put.
    mutating func keeps(_ name: String, from origin: String) -> Bool {
        guard let entry = earlier.entries[name], entry.origin == origin, let digest = entry.digest,
            earlier.vouches(for: name, digest, in: folder)
        else { return false }
        manifest.entries[name] = entry
        summary.unchanged += 1
        return true
    }

    /// Publishes one file.
    mutating func put(_ file: FileContent) throws(DeskError) {
        manifest.entries[file.name] = Manifest.Entry(digest: file.digest, origin: file.origin)
        let path = "\(folder)/\(file.name)"
        if earlier.vouches(for: file.name, file.digest, in: folder) || FileDraft.stands(file.bytes, at: path) {
            summary.unchanged += 1
            return
        }
        drafts.append(try FileDraft(file.bytes, for: path))
        summary.written.append(file.name)
        if drafts.count >= Self.together { try commit() }
    }

    /// Ends the publication: the last files take their places, and what is not wanted any more is removed.
    ///
    /// - Parameter removesOthers: whether what was put is all that there should be.
    /// - Throws: `cannotRemove` where something that is not wanted any more stays; everything else is done then.
    mutating func finish(removesOthers: Bool = true) throws(DeskError) -> Summary {
        try commit()
        var stuck: [String] = []
        for name in earlier.entries.keys.sorted() where manifest.entries[name] == nil {
            let path = "\(folder)/\(name)"
            if removesOthers, unlink(path) == 0 || errno == ENOENT {
                summary.removed.append(name)
            } else {
                manifest.entries[name] = earlier.entries[name]
                if removesOthers { stuck.append(path) }
            }
        }
        if !summary.written.isEmpty || manifest.entries != earlier.entries {
            _ = try Self.write(Array(manifest.text.utf8), to: "\(folder)/\(Manifest.fileName)")
        }
        FileDraft.removeEarlierOnes(of: Set(manifest.entries.keys).union(earlier.entries.keys), in: folder)
        guard stuck.isEmpty else { throw .cannotRemove(stuck) }
        return summary
    }

    /// Gives the drafts their names. Before that the manifest names every file that may come to stand in the folder:
    /// after a crash the next publication knows them as ours.
    private mutating func commit() throws(DeskError) {
        guard drafts.count > 0 else { return }
        var announced = Manifest()
        announced.entries = earlier.entries
        for name in summary.written { announced.entries[name] = Manifest.Entry() }
        _ = try Self.write(Array(announced.text.utf8), to: "\(folder)/\(Manifest.fileName)")
        try drafts.commit(in: folder)
    }

    /// Writes `bytes` to `path` unless they stand there already; whether it wrote.
    static func write(_ bytes: [UInt8], to path: String) throws(DeskError) -> Bool {
        guard !FileDraft.stands(bytes, at: path) else { return false }
        let folder = FileDraft.folder(of: path)
        let use = FolderUse(of: folder)
        return try withExtendedLifetime(use) { () throws(DeskError) -> Bool in
            try FileDraft.commit([try FileDraft(bytes, for: path)], in: folder)
            return true
        }
    }
}
