import Foundation
import VisitFormats
import VisitModel

/// What is kept beside the backups of a folder, in `backups.json` (`visitd-backups/1`): which copies there are, of which
/// state, and digests of what was ended, so that a restore after the loss of the store does not bring it back.
///
/// It holds no name and no identifier: origins and digests can be compared by a store and its copies alone.
struct BackupRecord: Hashable {
    static let fileName = "backups.json"
    private static let format = "visitd-backups/1"

    /// What is known of one store.
    struct Store: Hashable {
        /// The highest number of a write that a copy holds.
        var revision: Int
        /// Digests of what was ended in it.
        var ended: Set<String> = []
        /// When that was noted last; nil in a record of an earlier version.
        var noted: Instant?
    }

    /// One copy.
    struct Copy: Hashable {
        /// Its store; nil for a copy from before schema 10.
        var origin: String?
        /// The number of the last write that it holds.
        var revision: Int
        /// The end of its audit log, as `position:digest`.
        var chainEnd: String
        /// The digest of the file (SHA-256), in base 16.
        var digest: String
        /// The size of the file in bytes.
        var bytes: Int
        /// When it was made.
        var made: Instant
    }

    /// The stores, by origin.
    var stores: [String: Store] = [:]
    /// The copies, by the names of their files.
    var copies: [String: Copy] = [:]

    /// An empty record.
    init() {}

    /// The record in `folder`; an empty one where there is none.
    ///
    /// - Throws: `Unreadable` where it is something else.
    init(in folder: String) throws(Unreadable) {
        let path = "\(folder)/\(Self.fileName)"
        guard FileManager.default.fileExists(atPath: path) else { return }
        guard let bytes = FileManager.default.contents(atPath: path), let tape = try? JSONTape(Array(bytes)),
            tape.member("format", of: 0).flatMap(tape.text) == Self.format,
            let stores = tape.member("stores", of: 0), let copies = tape.member("copies", of: 0)
        else { throw Unreadable(path: path) }
        for node in tape.elements(of: stores) {
            guard let origin = tape.member("store", of: node).flatMap(tape.text),
                let revision = tape.member("revision", of: node).flatMap(tape.integer),
                let ended = tape.member("ended", of: node)
            else { throw Unreadable(path: path) }
            self.stores[origin] = Store(
                revision: revision, ended: Set(tape.elements(of: ended).compactMap(tape.text)),
                noted: tape.member("noted", of: node).flatMap(tape.integer).map { Instant(seconds: $0) })
        }
        for node in tape.elements(of: copies) {
            guard let file = tape.member("file", of: node).flatMap(tape.text), !file.contains("/"),
                let copy = Copy(node, tape)
            else { throw Unreadable(path: path) }
            self.copies[file] = copy
        }
    }

    /// A record that cannot be read.
    struct Unreadable: Error {
        /// Its path.
        let path: String
    }

    /// The text of the record. The same facts give the same bytes.
    var text: String {
        JSON.members([
            "format": .string(Self.format),
            "stores": .array(
                stores.sorted { $0.key < $1.key }.map { origin, store in
                    .members([
                        "store": .string(origin), "revision": .int(store.revision),
                        "ended": .array(store.ended.sorted().map { .string($0) }),
                        "noted": store.noted.map { .int($0.seconds) },
                    ])
                }),
            "copies": .array(
                copies.sorted { $0.key < $1.key }.map { file, copy in
                    .members([
                        "file": .string(file), "store": copy.origin.map { .string($0) },
                        "revision": .int(copy.revision), "chainEnd": .string(copy.chainEnd),
                        "sha256": .string(copy.digest), "bytes": .int(copy.bytes), "made": .int(copy.made.seconds),
                    ])
                }),
        ]).text() + "\n"
    }

    /// Adds what was ended in a store, and how far its writes go.
    mutating func add(_ ended: [String], origin: String, revision: Int, at moment: Instant) {
        var store = stores[origin] ?? Store(revision: revision)
        store.revision = max(store.revision, revision)
        store.ended.formUnion(ended)
        store.noted = moment
        stores[origin] = store
    }
}

extension BackupRecord.Copy {
    fileprivate init?(_ node: Int, _ tape: JSONTape) {
        guard let revision = tape.member("revision", of: node).flatMap(tape.integer),
            let chainEnd = tape.member("chainEnd", of: node).flatMap(tape.text),
            let digest = tape.member("sha256", of: node).flatMap(tape.text),
            let bytes = tape.member("bytes", of: node).flatMap(tape.integer),
            let made = tape.member("made", of: node).flatMap(tape.integer)
        else { return nil }
        self.init(
            origin: tape.member("store", of: node).flatMap(tape.text), revision: revision, chainEnd: chainEnd,
            digest: digest, bytes: bytes, made: Instant(seconds: made))
    }
}
