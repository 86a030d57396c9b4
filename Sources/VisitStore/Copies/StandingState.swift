import GRDB
import VisitModel

/// What stands where a backup is to be restored.
struct StandingState {
    /// The way to it; nil where nothing is there, or nothing that can be opened.
    let connection: Connection?
    /// Whether a file is there that is so damaged that SQLite does not open it.
    let isBeyondOpening: Bool
    /// What was found in it.
    private let contents: Contents

    /// What is known of it.
    private struct Contents {
        var isBlank = false
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
                (try StoreCopy(of: db), try Endings(of: db), try Endings.standing(in: db, at: moment))
            }
        }
    }

    /// What stands at `path`.
    ///
    /// - Throws: `notAStore`, `newerSchema`, `notWritable`, …; a damaged store counts as one that cannot be read.
    init(at path: String, moment: Instant) throws(StoreError) {
        let file = StoreFile(path)
        guard file.identity != nil else {
            (connection, contents, isBeyondOpening) = (nil, Contents(), false)
            return
        }
        try file.check()
        guard file.isWritable else { throw .notWritable(path: file.path) }
        connection = try Self.open(file)
        isBeyondOpening = connection == nil
        guard let connection else {
            contents = Contents()
            return
        }
        contents = try Self.contents(of: connection, at: moment)
    }

    /// The way to `file`; nil where it is so damaged that SQLite does not open it.
    private static func open(_ file: StoreFile) throws(StoreError) -> Connection? {
        do throws(StoreError) {
            return try Connection(file, access: .full, readOnly: false, patience: VisitStore.defaultPatience)
        } catch .damaged {
            return nil
        }
    }

    private static func contents(of connection: Connection, at moment: Instant) throws(StoreError) -> Contents {
        do throws(StoreError) {
            return try Contents(of: connection, at: moment)
        } catch .damaged {
            return Contents()
        }
    }

    /// Whether it is a file into which nothing was ever written.
    var isBlank: Bool { contents.isBlank }
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
            StoreFile(connection.path), access: .full, readOnly: true, patience: VisitStore.defaultPatience)
        let found = try watch.read { try StoreState(of: $0).revision }
        try watch.close()
        guard found == description.revision else {
            throw .changedMeanwhile(madeFrom: description.revision, found: found)
        }
    }
}
