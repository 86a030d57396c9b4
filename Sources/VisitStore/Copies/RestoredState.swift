import GRDB
import VisitModel

/// The state that a restore brings: what the backup holds, without what was ended since it was made.
struct RestoredState {
    private let original: Connection
    private let destination: RestoreDestination
    private let restore: StoreRestore

    /// The state of that backup, which is to take the place of what stands.
    init(of original: Connection, over destination: RestoreDestination, by restore: StoreRestore) {
        self.original = original
        self.destination = destination
        self.restore = restore
    }

    /// One thing that was ended since the backup was made, and how often it is to be ended.
    private struct Carried {
        let subject: Endings.Subject
        let after: Int
    }

    /// Makes it in `file`, which is empty.
    func make(in file: StoreFile) throws(StoreError) -> Restoration {
        let connection = try Connection(file, access: .full, readOnly: false, timeout: 0)
        try original.copy(to: connection)
        let (copy, endings, there) = try connection.write { db in
            let copy = try StoreCopy(of: db)
            try Schema(of: db).migrate(db)
            return (copy, try Endings(of: db), try Endings.inForce(in: db, at: nil))
        }
        let kept = copy.origin.flatMap(restore.kept)
        let carried = try carried(over: endings, kept: kept, connection)
        let store = VisitStore(connection: connection, author: restore.author, reviewer: restore.reviewer)
        let isKnown = destination.description.map { Self.knows($0, after: copy, kept) } ?? false
        let source: Restoration.Source = isKnown ? .store : kept != nil ? .digests : .nothing
        try noteRestore(of: copy, carried, source, store)
        var made = Restoration(
            source: source, noted: source == .digests ? kept?.noted : nil, revision: copy.revision,
            replacedRevision: destination.description?.revision)
        for ending in carried where there.contains(ending.subject) { try end(ending.subject, in: store, &made) }
        try noteMissing(carried, store)
        made.returned = try returned(source, carried, connection)
        // Numbers that were given are not given again: what was read before is told from what is read now.
        let last = max(destination.description?.revision ?? 0, kept?.revision ?? 0)
        try connection.write { db in
            try db.execute(sql: "UPDATE storeState SET revision = max(revision, ?) + 1", arguments: [last])
            try db.execute(sql: "UPDATE storeState SET dataRevision = revision")
            // The last write is the restore, which names its day itself: a backup of weeks ago is no wrong clock.
            try db.execute(sql: "UPDATE upkeep SET lastWrite = NULL")
        }
        try connection.close()
        return made
    }

    /// Whether the store that is replaced can tell what came after the backup. Another store cannot, such as an empty one after
    /// a loss, and neither can an older copy that was put into its place.
    private static func knows(_ destination: StoreCopy, after copy: StoreCopy, _ kept: StoreRestore.Kept?) -> Bool {
        // A store from before schema 10 does not say which it is.
        let isSame = destination.origin == nil || copy.origin == nil || destination.origin == copy.origin
        return isSame && destination.revision >= max(copy.revision, kept?.revision ?? 0)
    }

    /// What was ended since the backup was made, by the store that is replaced and by the digests.
    private func carried(
        over endings: Endings, kept: StoreRestore.Kept?, _ connection: Connection
    ) throws(StoreError) -> [Carried] {
        let (key, known) = try connection.read { db in
            var known = Set(destination.endings.times.keys)
            for entity in Endings.Entity.allCases {
                let ids = try String.fetchAll(db, sql: "SELECT id FROM \(entity.rawValue)")
                known.formUnion(ids.map { Endings.Subject(entity: entity, id: $0) })
            }
            return (try EndingKey(of: db), known)
        }
        return known.sorted().compactMap { subject in
            let before = endings[subject]
            var after = max(before, destination.endings[subject])
            if let key, let kept {
                while kept.digests.contains(key.digest(of: subject, time: after + 1)) { after += 1 }
            }
            return after > before ? Carried(subject: subject, after: after) : nil
        }
    }

    private func noteRestore(
        of copy: StoreCopy, _ carried: [Carried], _ source: Restoration.Source, _ store: VisitStore
    ) throws(StoreError) {
        var facts = ["revision=\(copy.revision)", "known-from=\(source.rawValue)"]
        if let replaced = destination.description {
            facts += ["replaced-revision=\(replaced.revision)", "replaced-chain=\(replaced.chainEnd.text)"]
        }
        for entity in Endings.Entity.allCases {
            facts.append("\(entity.rawValue)-ended-again=\(carried.count { $0.subject.entity == entity })")
        }
        try store.connection.write { try store.note("store.restore", "store", facts, $0) }
    }

    /// Ends what was ended.
    private func end(
        _ subject: Endings.Subject, in store: VisitStore, _ made: inout Restoration
    ) throws(StoreError) {
        let (id, now) = (subject.id, restore.author.now())
        switch subject.entity {
        case .child:
            let erasure = try store.view(for: .everything).erase(
                Identifier(id), pseudonym: restore.newPseudonym(), today: restore.today, at: now)
            if let failure = erasure.logFailure { throw failure }
            made.children.append(id)
        case .token:
            try store.revokeToken(Identifier(id), at: now)
            made.tokens.append(id)
        case .feed:
            // The erasure of a child may have revoked it already.
            try store.revokeFeed(Identifier(id), at: now)
            made.feeds.append(id)
        }
    }

    /// Notes what was ended also where the backup does not have it: a restore of another backup asks again. An erasure has
    /// noted the child's identifiers of before already.
    private func noteMissing(_ carried: [Carried], _ store: VisitStore) throws(StoreError) {
        try store.connection.write { db in
            let endings = try Endings(of: db)
            for ending in carried where ending.after > endings[ending.subject] {
                for _ in endings[ending.subject]..<ending.after {
                    try store.note(ending.subject.entity.act, ending.subject.text, ["before-restore"], db)
                }
            }
        }
    }

    /// What is in force now and was not in the store that is replaced; where nobody knows what was ended, all that opens
    /// something.
    private func returned(
        _ source: Restoration.Source, _ carried: [Carried], _ connection: Connection
    ) throws(StoreError) -> [String] {
        let now = restore.author.now()
        let inForce = try connection.read { try Endings.inForce(in: $0, at: now) }
        switch source {
        case .store: return inForce.subtracting(destination.inForce).sorted().map(\.text)
        case .digests: return []
        case .nothing: return inForce.filter { $0.entity != .child }.sorted().map(\.text)
        }
    }
}
