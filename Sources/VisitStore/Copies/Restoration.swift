import VisitModel

/// What a restore did, by identifier.
public struct Restoration: Hashable, Sendable {
    /// From where it is known what was ended since the backup was made.
    public enum Source: String, Hashable, Sendable {
        /// From the store that was replaced.
        case store
        /// From the digests beside the backups: the store was not there, could not be read, was another or an older copy.
        case digests
        /// From nowhere: what was ended since may be back.
        case nothing
    }

    /// From where it is known what was ended since the backup was made.
    public var source: Source
    /// When the digests were noted last, where it is known from them: what was ended later may be back. Nil where nobody knows.
    public var noted: Instant?
    /// The children who were erased again.
    public var children: [String] = []
    /// The tokens that were revoked again.
    public var tokens: [String] = []
    /// The calendars that were revoked again.
    public var feeds: [String] = []
    /// What came back: it is in the backup, and was not in the store that was replaced, or nobody knows whether it was ended.
    /// As the audit log names it: `token k1`.
    public var returned: [String] = []
    /// The number of the last write that the backup holds.
    public var revision: Int
    /// The number of the last write to the store that was replaced; nil where there was none that could be read.
    public var replacedRevision: Int?
}
