import Foundation
import VisitFormats
import VisitModel

/// What a publication wrote into a folder: the names of its files, each with a digest of the bytes.
///
/// It stands in the folder as `.visitd-manifest`, one file a line: name, digest, and where it is known a digest of what it was
/// made from, with tabs between.
struct Manifest {
    static let fileName = ".visitd-manifest"

    /// One file.
    struct Entry: Hashable {
        /// The digest of what it holds; nil where it is not known to be whole.
        var digest: ContentDigest?
        /// A digest of what it was made from, where its maker said so.
        var origin: String?
    }

    /// The files, by name.
    var entries: [String: Entry] = [:]
    /// When it was written; nil where it is not there.
    private let written: FileMoment?

    /// An empty manifest.
    init() {
        written = nil
    }

    /// The manifest in `folder`. One that somebody changed does not lead out of the folder.
    init(in folder: String) {
        let path = "\(folder)/\(Self.fileName)"
        written = FileStatus(of: path)?.changed
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return }
        for line in text.split(separator: "\n") {
            let fields = line.split(separator: "\t", maxSplits: 2)
            guard let name = fields.first, !name.contains("/"), !name.hasPrefix(".") else { continue }
            entries[String(name)] = Entry(
                digest: fields.count > 1 ? ContentDigest(text: fields[1]) : nil,
                origin: fields.count > 2 ? String(fields[2]) : nil)
        }
    }

    /// The lines, by name.
    var text: String {
        entries.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { name, entry in
            [name, entry.digest?.text, entry.origin].compactMap(\.self).joined(separator: "\t") + "\n"
        }.joined()
    }

    /// Whether the file in `folder` can be taken to hold what has that digest, without reading it: the manifest says so,
    /// the size is right, and nobody has touched the file since.
    func vouches(for name: String, _ digest: ContentDigest, in folder: String) -> Bool {
        guard entries[name]?.digest == digest, let written, let file = FileStatus(of: "\(folder)/\(name)") else {
            return false
        }
        return file.isRegular && file.size == digest.count && file.changed < written
    }
}
