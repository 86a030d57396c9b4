import VisitFormats
import VisitModel

/// What becomes of two records of one person, for programs: `visitd-merge/1`.
public struct MergeDocument: Sendable {
    /// One fact of the two records, as files name and write it.
    public struct Fact: Hashable, Sendable {
        /// The column.
        public var name: BilingualText
        /// What the record that stays says.
        public var kept: String
        /// What the other one says.
        public var duplicate: String
        /// What holds afterwards.
        public var merged: String

        /// A fact.
        public init(name: BilingualText, kept: String, duplicate: String, merged: String) {
            self.name = name
            self.kept = kept
            self.duplicate = duplicate
            self.merged = merged
        }
    }

    /// A merge as it is told.
    public struct Told: Sendable {
        /// The merge.
        public var merge: PersonMerge
        /// The facts of the two records. They hold names.
        public var facts: [Fact]
        /// Whether nothing was changed because that was asked for.
        public var isDryRun: Bool

        /// A merge with its facts.
        public init(merge: PersonMerge, facts: [Fact], isDryRun: Bool) {
            self.merge = merge
            self.facts = facts
            self.isDryRun = isDryRun
        }
    }

    /// What is told.
    public var told: Told
    /// The language of the sentences.
    public var language: Language

    /// A document of a merge.
    public init(_ told: Told, language: Language) {
        self.told = told
        self.language = language
    }

    /// The document.
    public var json: JSON { Self.answer.json(self) }

    /// What the document looks like.
    public static let schema = answer.document

    private static let answer = AnswerObject<MergeDocument>(format: "visitd-merge/1") { document in
        document.has("dryRun", .flag) { .bool($0.told.isDryRun) }
        document.has("kind", .words(of: Absence.Kind.self)) { .string($0.told.merge.kept.kind.rawValue) }
        document.has("kept", .text) { .string($0.told.merge.kept.id) }
        document.has("duplicate", .text) { .string($0.told.merge.duplicate.id) }
        document.has("facts", listOf: fact) { $0.told.facts }
        document.has("moved", listOf: moved) { document in
            PersonMerge.Entity.allCases.compactMap { entity in
                document.told.merge.moved[entity].map { (entity: entity, count: $0) }
            }
        }
        document.has("remarks", .list(.text)) { document in
            .strings(document.told.merge.remarks.map { $0.sentence[document.language] })
        }
        document.has("obstacles", listOf: obstacle) { document in
            document.told.merge.obstacles.map { (obstacle: $0, language: document.language) }
        }
        document.mayHave("visits", object: ReviewOutcome.answer) { document in
            document.told.merge.review.isEmpty
                ? nil : (review: document.told.merge.review, language: document.language)
        }
    }

    private static let fact = AnswerObject<Fact> { fact in
        fact.has("column", .text) { .string($0.name.english) }
        fact.has("kept", .text) { .string($0.kept) }
        fact.has("duplicate", .text) { .string($0.duplicate) }
        fact.has("merged", .text) { .string($0.merged) }
    }

    private static let moved = AnswerObject<(entity: PersonMerge.Entity, count: Int)> { moved in
        moved.has("what", .words(of: PersonMerge.Entity.self)) { .string($0.entity.rawValue) }
        moved.has("count", .whole) { .int($0.count) }
    }

    private static let obstacle = AnswerObject<(obstacle: MergeObstacle, language: Language)> { told in
        told.has("sentence", .text) { .string($0.obstacle.sentence[$0.language]) }
        told.has("advice", .text) { .string($0.obstacle.advice[$0.language]) }
        told.has("canBeForced", .flag) { .bool($0.obstacle.canBeForced) }
    }
}
