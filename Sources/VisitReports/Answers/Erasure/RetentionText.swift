import VisitModel

/// Which children were, or would be, erased since their cases are closed, for a person.
public struct RetentionText: Sendable {
    /// What is told.
    public var document: RetentionDocument
    /// The language.
    public var language: Language

    /// A text of that document.
    public init(_ document: RetentionDocument, language: Language) {
        self.document = document
        self.language = language
    }

    /// The text.
    public var text: String {
        let (count, days) = (document.cases.count, document.days)
        var lines = [
            document.isDone
                ? BilingualText(
                    en: "Children erased, whose last bond ended at least \(days) days ago: \(count).",
                    zh: "已删除最后一段亲子关系结束满 \(days) 天的儿童：\(count) 名。")
                : BilingualText(
                    en:
                        "Children who would be erased, since their last bond ended at least \(days) days ago: \(count).",
                    zh: "将删除最后一段亲子关系结束满 \(days) 天的儿童：\(count) 名。")
        ]
        lines += document.cases.map { closed in
            BilingualText(
                en: "  \(closed.child): ended on \(closed.ended), due since \(closed.due)",
                zh: "  \(closed.child)：\(closed.ended) 结束，\(closed.due) 到期")
        }
        if !document.withoutBond.isEmpty {
            let ids = document.withoutBond
            lines.append(
                BilingualText(
                    en: "Kept, since they have no bond and nobody knows since when: \(ids.joined(separator: ", ")).",
                    zh: "下列儿童没有亲子关系记录，无从得知何时结束，予以保留：\(ids.joined(separator: "、"))。"))
        }
        if !document.isDone, count > 0 {
            lines.append(BilingualText(en: "Nothing was changed; --yes erases them.", zh: "未作任何改动；加 --yes 才会删除。"))
        }
        return lines.map { $0[language] }.joined(separator: "\n")
    }
}
