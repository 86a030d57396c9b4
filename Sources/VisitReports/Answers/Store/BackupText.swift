import VisitModel

/// That the store was copied, for a person.
public struct BackupText: Sendable {
    /// What is told.
    public var document: BackupDocument
    /// The language.
    public var language: Language

    /// A text of that document.
    public init(_ document: BackupDocument, language: Language) {
        self.document = document
        self.language = language
    }

    /// The text.
    public var text: String {
        var sentences = [
            BilingualText(en: "The store was copied to \(document.file).", zh: "数据库已备份到 \(document.file)。"), check,
        ]
        if !document.removed.isEmpty {
            sentences.append(
                BilingualText(
                    en: "Removed, as they hold least: \(document.removed.joined(separator: ", ")).",
                    zh: "已删除内容最旧的备份：\(document.removed.joined(separator: "、"))。"))
        }
        if !document.leftAlone.isEmpty {
            let names = document.leftAlone
            sentences.append(
                BilingualText(
                    en: """
                        Left alone, since they are damaged, of another store or encrypted elsewhere: \
                        \(names.joined(separator: ", ")). Perhaps look at them, and remove them by hand.
                        """,
                    zh: "下列文件已损坏、属于其他数据库或在别处加密，未作处理：\(names.joined(separator: "、"))。可检查后手动删除。"))
        }
        return sentences.map { $0[language] }.joined(separator: "\n")
    }

    private var check: BilingualText {
        switch document.check {
        case .opened: BilingualText(en: "The copy was opened and read whole.", zh: "已打开备份并完整读取核对。")
        case .openedBeforeEncryption:
            BilingualText(
                en:
                    "The copy was opened and read whole, then encrypted; no identity is here to decrypt it for a check.",
                zh: "备份在加密前已打开并完整读取核对；此处没有身份（私钥）文件，未作解密核对。")
        case .decrypted:
            BilingualText(
                en: "The copy was opened and read whole, then encrypted, and decrypted again to check it.",
                zh: "备份已完整读取核对并加密，且已解密复核。")
        }
    }
}
