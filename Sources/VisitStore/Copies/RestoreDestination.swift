import GRDB
import VisitModel

/// What stands where a backup is to be restored.
struct RestoreDestination {
    /// The way to it; nil where nothing is there, or it is damaged so that it cannot be read.
    let connection: Connection?
    /// What was found in it.
    private let contents: Contents

    /// What is known of it.
    private struct Contents {
        var isBlank = false
        var isDamaged = false
        var description: StoreCopy?
        var endings = Endings()
        var inForce: Set<Endings.Subject> = []

        init() {}

        init(of connection: Connection, at moment: Instant) throws(StoreError) {
            let schema = try connection.read { try Schema(of: $0) }
            isBlank = schema.isBlank
            guard !schema.isBlank else { return }
            try VisitStore.require(schema, Migration.newest, path: connection.path)
            (description, endings, inForce) = try connection.read { db in
                (try StoreCopy(of: db), try Endings(of: db), try Endings.inForce(in: db, at: moment))
            }
        }
    }

    /// What stands at `path`.
    ///
    /// - Throws: `notAStore`, `newerSchema`, `notWritable`, …; a damaged store counts as one that cannot be read.
    init(at path: String, moment: Instant) throws(StoreError) {
        let file = StoreFile(path)
        guard file.identity != nil else {
            (connection, contents) = (nil, Contents())
            return
        }
        try file.check()
        guard file.isWritable else { throw .notWritable(path: file.path) }
        (connection, contents) = try Self.open(file, at: moment)
    }

    /// Opens what stands there; no connection to what is damaged so that it cannot be read.
    private static func open(
        _ file: StoreFile, at moment: Instant
    ) throws(StoreError) -> (Connection?, Contents) {
        do throws(StoreError) {
            let connection = try Connection(
                file, access: .full, readOnly: false, timeout: VisitStore.defaultTimeout)
            return (connection, try Contents(of: connection, at: moment))
        } catch .damaged {
            var contents = Contents()
            contents.isDamaged = true
            return (nil, contents)
        }
    }

    /// Whether it is a file into which nothing was ever written.
    var isBlank: Bool { contents.isBlank }
    /// Whether it is damaged so that it cannot be read.
    var isDamaged: Bool { contents.isDamaged }
    /// What it says of itself; nil where nothing is there, or it cannot be read.
    var description: StoreCopy? { contents.description }
    /// What was ended in it.
    var endings: Endings { contents.endings }
    /// What is there and not ended.
    var inForce: Set<Endings.Subject> { contents.inForce }

    /// Refuses a store that somebody has written into since it was looked at.
    func requireUnchanged() throws(StoreError) {
        guard let description, let connection else { return }
        let watch = try Connection(
            StoreFile(connection.path), access: .full, readOnly: true, timeout: VisitStore.defaultTimeout)
        let found = try watch.read { try StoreState(of: $0).revision }
        try watch.close()
        guard found == description.revision else {
            throw .changedMeanwhile(madeFrom: description.revision, found: found)
        }
    }
}
