import VisitModel

/// That a backup is in the place of the store, for a person.
public struct RestoreText: Sendable {
    /// What is told.
    public var document: RestoreDocument
    /// The language.
    public var language: Language

    /// A text of that document.
    public init(_ document: RestoreDocument, language: Language) {
        self.document = document
        self.language = language
    }

    /// The text.
    public var text: String {
        let sentences = [
            BilingualText(
                en: "The store at \(document.store) holds what was in \(document.file).",
                zh: "\(document.file) 中的数据已恢复到数据库 \(document.store)。"),
            again(document.children, BilingualText(en: "Children erased again", zh: "再次删除的儿童")),
            again(document.tokens, BilingualText(en: "Tokens revoked again", zh: "再次撤销的访问令牌")),
            again(document.feeds, BilingualText(en: "Calendars revoked again", zh: "再次撤销的日历订阅")),
            doubt, cameBack,
        ]
        return sentences.compactMap { $0?[language] }.joined(separator: "\n")
    }

    private func again(_ ids: [String], _ heading: BilingualText) -> BilingualText? {
        guard !ids.isEmpty else { return nil }
        return BilingualText(
            en: "\(heading.english): \(ids.joined(separator: ", ")).",
            zh: "\(heading.chinese)：\(ids.joined(separator: "、"))。")
    }

    private var doubt: BilingualText? {
        if document.source == "digests" { return limit }
        guard document.source == "nothing" else { return nil }
        return BilingualText(
            en: """
                What was ended since the backup was made is known neither from a store nor from digests beside the backup: \
                children erased since are back, and so are tokens and calendars revoked since. Perhaps look through the list \
                below, and through your own notes of erasures.
                """,
            zh: """
                既没有原数据库，备份旁也没有摘要记录，无从得知备份之后作过哪些删除和撤销：其后删除的儿童、撤销的令牌和日历订阅都会重新出现。\
                请核对以下清单及您自己的删除记录。
                """)
    }

    /// How far the digests know: an ending that was not noted beside them leaves no trace.
    private var limit: BilingualText {
        let when = document.noted.map { "\($0)" }
        return BilingualText(
            en: """
                No newer state of the store was there to compare with. What was ended is known only from the digests beside \
                the backups, last noted \(when.map { "at \($0)" } ?? "nobody knows when"): what was erased or revoked later is \
                not known and may be back. Perhaps look through your own notes of erasures.
                """,
            zh: """
                没有本数据库较新的状态可供比对，仅能依据备份旁的摘要得知已删除和撤销的内容，最后记录时间：\(when ?? "不详")；\
                此后的删除和撤销无从得知，相关内容可能重新出现。请核对您自己的删除记录。
                """)
    }

    private var cameBack: BilingualText? {
        guard !document.returned.isEmpty else { return nil }
        let names = document.returned.map(SubjectName.text)
        return BilingualText(
            en: "Came back with the backup: \(names.map(\.english).joined(separator: ", ")).",
            zh: "随备份重新出现：\(names.map(\.chinese).joined(separator: "、"))。")
    }
}
