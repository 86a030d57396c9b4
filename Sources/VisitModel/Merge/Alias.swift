/// An identifier that a record had before it was found to be a second one of the same person or thing, and was merged into the
/// other. Files that still write it are understood.
public struct Alias: Hashable, Sendable {
    /// What the record was of.
    public enum Kind: String, Sendable, CaseIterable {
        case child, prisoner, guardian, escort, bond, event

        /// The kind of a person's record.
        public init(_ kind: Absence.Kind) {
            self =
                switch kind {
                case .child: .child
                case .prisoner: .prisoner
                case .guardian: .guardian
                case .escort: .escort
                }
        }
    }

    /// What the record was of.
    public var kind: Kind
    /// The identifier that it had.
    public var id: String
    /// The identifier of the record that it is a part of now.
    public var current: String

    /// An identifier of before.
    public init(_ kind: Kind, _ id: String, of current: String) {
        self.kind = kind
        self.id = id
        self.current = current
    }
}
