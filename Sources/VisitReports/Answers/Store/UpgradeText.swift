import VisitModel

/// That a store is of this program's schema, and what was done for it, for a person.
public struct UpgradeText: Sendable {
    /// What is told.
    public var document: UpgradeDocument
    /// The language.
    public var language: Language

    /// A text of that document.
    public init(_ document: UpgradeDocument, language: Language) {
        self.document = document
        self.language = language
    }

    /// The text.
    public var text: String {
        let store = document.store
        guard let step = document.step else {
            return BilingualText(
                en: "The store \(store) is of this version.", zh: "数据库 \(store) 已是当前版本，无需升级。")[language]
        }
        return BilingualText(
            en: "The store \(store) was brought from schema version \(step.from) to \(step.to). As it was before it is "
                + "in \(step.copy), which holds names of children: remove that file when you no longer want to go back.",
            zh: "数据库 \(store) 已从结构版本 \(step.from) 升级到 \(step.to)。"
                + "升级前的副本在 \(step.copy)，其中有儿童姓名，不再需要退回时请删除。")[language]
    }
}
