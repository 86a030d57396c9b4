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

    /// The text.
    public var text: String {
        let (ahead, kept) = (document.visitsAhead, document.visitsKept)
        let isHouseholdErased = document.includesHousehold
        return BilingualText(
            en: "\(document.child) was erased; visits ahead that changed: \(ahead), kept as numbers: "
                + "\(kept)\(isHouseholdErased ? "; the household is nameless too" : "").",
            zh: "\(document.child) 已删除；受影响的未来会见 \(ahead) 次，仅作统计保留 \(kept) 次"
                + "\(isHouseholdErased ? "；其家庭信息也已去除" : "")。")[language]
    }
}
