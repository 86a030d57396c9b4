/// How a store is kept: on which days it was written, and what became of the last night and the last backup.
public struct Upkeep: Hashable, Sendable {
    /// What became of a nightly run.
    public struct Night: Hashable, Sendable {
        /// The day that it was for.
        public var day: Day
        /// When it ended.
        public var ended: Instant
        /// The code of the failure that ended it; nil where it went well.
        public var fault: String?

        /// The end of a night.
        public init(day: Day, ended: Instant, fault: String?) {
            self.day = day
            self.ended = ended
            self.fault = fault
        }
    }

    /// Whether days are played through in it, and any of them is taken; nil before anything was written on a day.
    public var isSimulated: Bool?
    /// The day that counted as today at the last write; nil before there was one.
    public var lastWrite: Day?
    /// The day for which the published plan was made; nil where there is none.
    public var lastPlan: Day?
    /// When the published plan was published.
    public var published: Instant?
    /// What became of the last night; nil before there was one.
    public var night: Night?
    /// When the last backup was made that was read whole; nil where none is known.
    public var backedUp: Instant?
    /// How many messages wait to be delivered.
    public var waitingMessages: Int
    /// Since when the oldest of them waits.
    public var waitingSince: Instant?
    /// How many bytes of the disk the store's user can still use; nil where the system does not say.
    public var freeBytes: Int?

    /// How a store is kept.
    public init(
        isSimulated: Bool? = nil, lastWrite: Day? = nil, lastPlan: Day? = nil, published: Instant? = nil,
        night: Night? = nil, backedUp: Instant? = nil, waitingMessages: Int = 0, waitingSince: Instant? = nil,
        freeBytes: Int? = nil
    ) {
        self.isSimulated = isSimulated
        self.lastWrite = lastWrite
        self.lastPlan = lastPlan
        self.published = published
        self.night = night
        self.backedUp = backedUp
        self.waitingMessages = waitingMessages
        self.waitingSince = waitingSince
        self.freeBytes = freeBytes
    }
}
