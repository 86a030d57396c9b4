import GRDB
import VisitModel

extension StoreView {
    /// The messages about visits on `first` or later, the older ones of each recipient first.
    public func messages(aboutVisitsFrom first: Day) throws(StoreError) -> [Message] {
        try connection.read { db in
            var visits = Condition()
            visits.add("date >= ?", first.number)
            visits.addVisit(within: reach)
            var condition = Condition()
            condition.add("visit IN (SELECT id FROM visit WHERE \(visits.sql))", all: visits)
            return try MessageRecord.all(where: condition, orderBy: "visit, number, id", db)
        }
    }

    /// The messages in the outbox, those that wait first, then the newest.
    ///
    /// - Parameter all: whether those that were delivered or superseded are among them.
    public func outbox(all: Bool, limit: Int) throws(StoreError) -> [Message] {
        try connection.read { db in
            var condition = Condition()
            if !all { condition.add("state IN ('waiting', 'abandoned')") }
            condition.addMessage(within: reach)
            return try MessageRecord.all(
                where: condition, orderBy: "state <> 'waiting', due DESC, id", limit: limit, db)
        }
    }

    /// Puts messages into the outbox, and takes others out that they make obsolete, in one transaction.
    ///
    /// A message that is there already stays as it is, so posting is idempotent.
    ///
    /// - Returns: how many were new.
    /// - Throws: `noSuch` for an unknown visit, or an unknown message to take out; nothing is done then.
    public func post(
        _ messages: [Message], superseding obsolete: [Identifier<Message>], at: Instant
    ) throws(StoreError) -> Int {
        guard !messages.isEmpty || !obsolete.isEmpty else { return 0 }
        return try connection.write { db in
            for id in obsolete {
                if reach != .everything { try Existence.require(id, .message, within: reach, db) }
                try db.execute(
                    sql: "UPDATE message SET state = 'superseded', settled = ? WHERE id = ? AND state = 'waiting'",
                    arguments: [at.seconds, id.text])
            }
            let lookup = try RowLookup(MessageRecord.table, db)
            let insertion = try RowWriting(MessageRecord.table.insert, of: MessageRecord.table, db, path: path)
            var posted = 0
            for message in messages {
                let cells = MessageRecord.cells(of: message)
                if reach != .everything { try Existence.require(message.visit, .visit, within: reach, db) }
                guard try lookup.row(withKeyOf: cells) == nil else { continue }
                try insertion.write(cells)
                posted += 1
            }
            try note("message.post", "outbox", ["posted=\(posted)", "superseded=\(obsolete.count)"], db)
            try StoreState.count(dataChanged: false, db)
            return posted
        }
    }

    /// Takes the next message that is due into one's hands: the attempt is counted, and until `lease` nobody else takes
    /// it. Whoever is killed with it in hand leaves it in the outbox.
    ///
    /// - Parameter lease: until when the attempt lasts, and then how long to wait before another, by its number.
    /// - Returns: the message with the attempt counted; nil where none is due.
    public func claimMessage(
        at now: Instant, lease: (_ attempt: Int) -> Instant
    ) throws(StoreError) -> Message? {
        try connection.write { db in
            var condition = Condition()
            condition.add("state = 'waiting'")
            condition.add("due <= ?", now.seconds)
            condition.addMessage(within: reach)
            let next = try MessageRecord.all(where: condition, orderBy: "due, id", limit: 1, db).first
            guard var message = next else { return nil }
            message.attempts += 1
            message.due = lease(message.attempts)
            try db.execute(
                sql: "UPDATE message SET attempts = ?, due = ? WHERE id = ?",
                arguments: [message.attempts, message.due.seconds, message.id.text])
            return message
        }
    }

    /// Writes down what became of an attempt.
    ///
    /// - Parameter state: `waiting` where it is to be tried again when it is due.
    public func recordOutcome(
        _ id: Identifier<Message>, as state: Message.State, remark: String, at: Instant
    ) throws(StoreError) {
        try connection.write { db in
            try Existence.require(id, .message, within: reach, db)
            try db.execute(
                sql: "UPDATE message SET state = ?, settled = ?, remark = ? WHERE id = ? AND state = 'waiting'",
                arguments: [state.rawValue, state == .waiting ? nil : at.seconds, remark, id.text])
            guard db.changesCount > 0 else { return }
            try note("message.\(state.rawValue)", "message \(id)", remark.isEmpty ? [] : [remark], db)
        }
    }

    /// Puts messages that were given up back to those that wait, as if they had never been tried.
    ///
    /// - Throws: `noSuch` for an unknown message; none is put back then.
    public func retry(_ ids: [Identifier<Message>], at: Instant) throws(StoreError) {
        try connection.write { db in
            for id in ids {
                try Existence.require(id, .message, within: reach, db)
                try db.execute(
                    sql: """
                        UPDATE message SET state = 'waiting', settled = NULL, attempts = 1, due = ?, remark = ''
                        WHERE id = ? AND state = 'abandoned'
                        """, arguments: [at.seconds, id.text])
                if db.changesCount > 0 { try note("message.retry", "message \(id)", [], db) }
            }
        }
    }

    /// How somebody is reached.
    public struct Contact: Hashable, Sendable {
        /// The name. Personal data.
        public var name: String
        /// A telephone number.
        public var phone: String?
        /// An e-mail address.
        public var email: String?
        /// The language in which to write.
        public var language: Language
        /// The country in whose form the telephone number is written, by its two letters, where it is known.
        public var country: String?
    }

    /// How a recipient of messages is reached now.
    ///
    /// - Throws: `noSuch` where there is nobody of that identifier.
    public func contact(of recipient: Message.Recipient) throws(StoreError) -> Contact {
        try connection.read { db in
            let household: Household
            try Existence.require(recipient, within: reach, db)
            switch recipient {
            case .household(let id):
                household = try Self.household(id, db)
                return Contact(
                    name: household.name, phone: household.phone, language: household.language,
                    country: try Self.country(of: household, db))
            case .guardian(let id):
                guard let guardian = try GuardianRecord.find(id.text, db) else {
                    throw try Existence.failure(id.text, .guardian, db)
                }
                household = try Self.household(guardian.household, db)
                return Contact(
                    name: guardian.name, phone: guardian.phone ?? household.phone, email: guardian.email,
                    language: household.language, country: try Self.country(of: household, db))
            case .escort(let id):
                guard let escort = try EscortRecord.find(id.text, db) else {
                    throw try Existence.failure(id.text, .escort, db)
                }
                household = try Self.household(escort.home, db)
                return Contact(
                    name: escort.name, phone: escort.phone, email: escort.email, language: household.language,
                    country: try Self.country(of: household, db))
            }
        }
    }

    private static func country(of household: Household, _ db: Database) throws -> String? {
        let jurisdictions = try String.fetchSet(db, sql: "SELECT DISTINCT jurisdiction FROM prison")
        return HomeCountry.of(
            zone: try PlaceRecord.find(household.place.text, db)?.zone,
            prisons: Set(jurisdictions.map { Jurisdiction($0).country }))
    }

    private static func household(_ id: Identifier<Household>, _ db: Database) throws -> Household {
        guard let household = try HouseholdRecord.find(id.text, db) else {
            throw try Existence.failure(id.text, .household, db)
        }
        return household
    }
}
