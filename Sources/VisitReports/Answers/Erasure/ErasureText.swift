import VisitModel

/// What erasing a child did, for a person.
public struct ErasureText: Sendable {
    /// What is told.
    public var document: ErasureDocument
    /// The language.
    public var language: Language

    /// A text of that document.
    public init(_ document: ErasureDocument, language: Language) {
        self.document = document
        self.language = language
    }

    /// The text, a line for each thing.
    public var text: String { ([summary] + texts + copies).map { $0[language] }.joined(separator: "\n") }

    private var summary: BilingualText {
        let (ahead, kept) = (document.visitsAhead, document.visitsKept)
        let isHouseholdErased = document.includesHousehold
        return BilingualText(
            en: "\(document.child) was erased; visits ahead that changed: \(ahead), kept as numbers: "
                + "\(kept)\(isHouseholdErased ? "; the household is nameless too" : "").",
            zh: "\(document.child) 已删除；受影响的未来会见 \(ahead) 次，仅作统计保留 \(kept) 次"
                + "\(isHouseholdErased ? "；其家庭信息也已去除" : "")。")
    }

    private var texts: [BilingualText] {
        document.namings.map { text in
            let row = text.row.isEmpty ? "" : " (\(text.row))"
            guard text.stays else {
                return BilingualText(
                    en: "A text of others named the child and was emptied: \(text.place)\(row).",
                    zh: "其他记录中提及该儿童的文字已清空：\(text.place)\(row)。")
            }
            return BilingualText(
                en:
                    "A text names the child and stays, since other records go by it; change it by an import: "
                    + "\(text.place)\(row).",
                zh: "有一处文字提及该儿童，但其他记录需要引用，故予以保留，请通过导入更正：\(text.place)\(row)。")
        }
    }

    private var copies: [BilingualText] {
        document.missingFolders.map { folder in
            BilingualText(
                en:
                    "The folder of backups \(folder) is not there, so the erasure is not noted in it: bring it "
                    + "back and make a backup into it, or destroy its copies.",
                zh: "备份目录 \(folder) 不存在，未能在其中登记此次删除：请接回并向其备份一次，或销毁其中的副本。")
        }
            + document.copies.map { file in
                BilingualText(
                    en: "The copy from before an upgrade still holds the child; remove it: \(file)",
                    zh: "升级前的副本仍含该儿童的资料，请删除：\(file)")
            }
    }
}
