import GRDB
import VisitModel

/// What stands where a backup is to be restored.
struct StandingState {
    /// The way to it; nil where nothing is there, or nothing that SQLite opens.
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

        /// What is known of a file that is damaged.
        static var ofDamaged: Contents {
            var contents = Contents()
            contents.isDamaged = true
            return contents
        }

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
            (connection, contents) = (nil, Contents())
            return
        }
        try file.check()
        guard file.isWritable else { throw .notWritable(path: file.path) }
        let opened = try Self.unlessDamaged { () throws(StoreError) in
            try Connection(file, access: .full, readOnly: false, patience: VisitStore.defaultPatience)
        }
        guard let opened else {
            (connection, contents) = (nil, .ofDamaged)
            return
        }
        connection = opened
        contents =
            try Self.unlessDamaged { () throws(StoreError) in try Contents(of: opened, at: moment) } ?? .ofDamaged
    }

    /// What `work` gives; nil where the file is damaged.
    private static func unlessDamaged<Result>(_ work: () throws(StoreError) -> Result) throws(StoreError) -> Result? {
        do throws(StoreError) {
            return try work()
        } catch .damaged {
            return nil
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
            StoreFile(connection.path), access: .full, readOnly: true, patience: VisitStore.defaultPatience)
        let found = try watch.read { try StoreState(of: $0).revision }
        try watch.close()
        guard found == description.revision else {
            throw .changedMeanwhile(madeFrom: description.revision, found: found)
        }
    }
}
