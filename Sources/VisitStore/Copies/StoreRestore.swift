import GRDB
import VisitModel

/// Puts a backup in the place of a store.
///
/// The new state is made beside the store, with all that was ended since the backup was made ended again, and takes its place
/// in one transaction: processes that have the store open read the old state until then and the new one after. Killed at any
/// point it leaves the old state or the new one, whole, and can be repeated.
public struct StoreRestore: Sendable {
    /// What is kept beside the backups of a store.
    public struct Kept: Sendable {
        /// The digests of what was ended (`VisitStore.endingDigests`).
        public var digests: Set<String>
        /// The highest number of a write that a backup holds.
        public var revision: Int
        /// When something was noted there last; nil where that is not known.
        public var noted: Instant?

        /// What is kept.
        public init(digests: Set<String>, revision: Int, noted: Instant? = nil) {
            self.digests = digests
            self.revision = revision
            self.noted = noted
        }
    }

    /// The path of the backup.
    public var backup: String
    /// The path of the store.
    public var store: String
    /// Where the new state is made: a path in the store's folder at which nothing stands. Nothing stays there, unless the
    /// process is killed.
    public var draft: String
    /// The day from which on visits are ahead.
    public var today: Day
    /// Who restores, for the audit log.
    public var author: Author
    /// Who looks at the visits of children who are erased again; nil where nobody does.
    public var reviewer: Reviewer?
    /// An identifier that stands for a child who is erased again.
    public var newPseudonym: @Sendable () -> Identifier<Child>
    /// What is kept beside the backups of the store of that origin; nil where nothing is.
    public var kept: @Sendable (_ origin: String) -> Kept?

    /// A restore.
    public init(
        of backup: String, to store: String, draft: String, today: Day, author: Author, reviewer: Reviewer? = nil,
        newPseudonym: @escaping @Sendable () -> Identifier<Child>,
        kept: @escaping @Sendable (_ origin: String) -> Kept? = { _ in nil }
    ) {
        self.backup = backup
        self.store = store
        self.draft = draft
        self.today = today
        self.author = author
        self.reviewer = reviewer
        self.newPseudonym = newPseudonym
        self.kept = kept
    }

    /// So often it begins anew where somebody writes into the store meanwhile.
    private static let mostTries = 5

    /// Restores. A backup of an older schema is brought to the newest. Where there is no store, one is made.
    ///
    /// - Throws: `damaged` where the backup is not sound, `newerSchema`, `notAStore`, `changedMeanwhile` where others keep
    ///   writing into the store, …; the store is as it was then.
    public func run() throws(StoreError) -> Restoration {
        let original = try VisitStore.openCopy(at: backup)
        try original.requireSound()
        for attempt in 1... {
            do throws(StoreError) {
                return try restoreOnce(original)
            } catch .changedMeanwhile(let madeFrom, let found) {
                guard attempt < Self.mostTries else {
                    throw .changedMeanwhile(madeFrom: madeFrom, found: found)
                }
            }
        }
        preconditionFailure("The loop above ends by returning or throwing.")
    }

    private func restoreOnce(_ original: Connection) throws(StoreError) -> Restoration {
        let file = StoreFile(draft)
        try file.removeWithSideFiles()
        try file.make()
        do throws(StoreError) {
            let destination = try RestoreDestination(at: store, moment: author.now())
            let made = try RestoredState(of: original, over: destination, by: self).make(in: file)
            try put(file, over: destination)
            try file.removeWithSideFiles()
            return made
        } catch {
            try file.removeWithSideFiles()
            throw error
        }
    }

    /// Gives the new state in `file` the place of the store, in one step.
    private func put(_ file: StoreFile, over destination: RestoreDestination) throws(StoreError) {
        let made = try Connection(file, access: .full, readOnly: false, timeout: VisitStore.defaultTimeout)
        try made.requireSound()
        guard let target = destination.connection else {
            try made.useWriteAheadLog()
            try made.close()
            let place = StoreFile(store)
            if destination.isDamaged {
                // What is damaged cannot be copied over. A log beside it would be taken for one of the new file.
                try place.removeSideFiles()
                try file.rename(to: place)
            } else if try !file.link(to: place) {
                throw .changedMeanwhile(madeFrom: 0, found: 0)
            }
            return
        }
        // Without a log, as in a backup that was put into place as the store, nobody could look at it once it is being written.
        try target.useWriteAheadLog()
        try made.copy(to: target) { try destination.requireUnchanged() }
        try made.close()
        try target.close()
    }
}
