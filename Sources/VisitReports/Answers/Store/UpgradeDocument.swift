import VisitFormats

/// That a store is of this program's schema, and what was done for it, for programs: `visitd-upgrade/1`.
public struct UpgradeDocument: Sendable {
    /// The schemas before and after, and the file that holds the store as it was.
    public struct Step: Sendable {
        /// The schema before.
        public var from: Int
        /// The schema now.
        public var to: Int
        /// The copy of the store as it was.
        public var copy: String

        /// A step from one schema to another.
        public init(from: Int, to: Int, copy: String) {
            self.from = from
            self.to = to
            self.copy = copy
        }
    }

    /// The store.
    public var store: String
    /// What was done; nil where nothing was to be done.
    public var step: Step?

    /// A document of what was done for a store.
    public init(store: String, step: Step?) {
        self.store = store
        self.step = step
    }

    /// The document.
    public var json: JSON { Self.answer.json(self) }

    /// What the document looks like.
    public static let schema = answer.document

    private static let answer = AnswerObject<UpgradeDocument>(format: "visitd-upgrade/1") { document in
        document.has("store", .text) { .string($0.store) }
        document.mayHave("from", .whole) { $0.step.map { .int($0.from) } }
        document.mayHave("to", .whole) { $0.step.map { .int($0.to) } }
        document.mayHave("copy", .text) { $0.step.map { .string($0.copy) } }
    }
}
