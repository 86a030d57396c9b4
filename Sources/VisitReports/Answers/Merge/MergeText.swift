import VisitModel

/// What becomes of two records of one person, for a person: the two side by side, what moves, what differed, and what the judge
/// finds.
public struct MergeText: Sendable {
    /// What is told.
    public var told: MergeDocument.Told
    /// The language.
    public var language: Language

    /// A text of a merge.
    public init(_ told: MergeDocument.Told, language: Language) {
        self.told = told
        self.language = language
    }

    private var merge: PersonMerge { told.merge }
    private var phrases: Phrases { Phrases(language) }

    /// The text.
    public var text: String {
        [facts, moved, remarks, ReviewText(merge.review, language: language).text, obstacles, outcome]
            .filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private var facts: String {
        TextTable(
            [
                .init(phrases.choose("Fact", "内容")), .init(merge.kept.id), .init(merge.duplicate.id),
                .init(phrases.choose("Afterwards", "合并后")),
            ],
            rows: told.facts.filter { !($0.kept + $0.duplicate).isEmpty }.map {
                [$0.name[language], $0.kept, $0.duplicate, $0.merged]
            }
        ).text
    }

    private var moved: String {
        let entities = PersonMerge.Entity.allCases.compactMap { entity in
            merge.moved[entity].map { "\(entity.name[language]) \($0)" }
        }
        guard !entities.isEmpty else { return "" }
        return phrases.labelled(
            phrases.choose("Goes to \(merge.kept.id)", "并入 \(merge.kept.id)"), phrases.list(entities)) + "\n"
    }

    private var remarks: String {
        merge.remarks.map { "  · \($0.sentence[language])\n" }.joined()
    }

    private var obstacles: String {
        guard !merge.obstacles.isEmpty else { return "" }
        return phrases.choose("They cannot be merged:\n", "无法合并：\n")
            + merge.obstacles.map { "  · \($0.sentence[language])\n    \($0.advice[language])\n" }.joined()
    }

    private var outcome: String {
        let (kept, duplicate) = (merge.kept.id, merge.duplicate.id)
        if !merge.obstacles.isEmpty { return phrases.choose("Nothing was changed.\n", "未作任何更改。\n") }
        if told.isDryRun {
            return phrases.choose(
                """
                Nothing was changed. Say --yes to merge \(duplicate) into \(kept). Nobody can undo it: make a backup first \
                (visitctl backup FILE).

                """,
                """
                未作任何更改。加 --yes 即把 \(duplicate) 并入 \(kept)。合并后无法撤销，请先备份（visitctl backup FILE）。

                """)
        }
        return phrases.choose(
            """
            \(duplicate) was merged into \(kept). Files that still write \(duplicate) are understood; take its rows out of \
            them.

            """,
            """
            \(duplicate) 已并入 \(kept)。今后文件中的 \(duplicate) 会按 \(kept) 读取；请从文件中删去 \(duplicate) 的行。

            """)
    }
}
