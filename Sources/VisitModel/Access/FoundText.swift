/// Text about somebody that was found in the store.
public struct FoundText: Hashable, Sendable {
    /// Where it stands, as table and column: `closure.reason`.
    public var place: String
    /// Which row, by its identifiers.
    public var row: String
    /// What it says. Personal data.
    public var text: String
    /// Whether an erasure leaves it as it is, since other things go by it.
    public var stays: Bool

    /// A text.
    public init(place: String, row: String, text: String, stays: Bool = false) {
        self.place = place
        self.row = row
        self.text = text
        self.stays = stays
    }
}
