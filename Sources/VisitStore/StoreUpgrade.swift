import VisitModel

/// That a store was brought from the schema of an earlier program to this one's.
public struct StoreUpgrade: Hashable, Sendable {
    /// The store.
    public let path: String
    /// The schema that it had.
    public let from: Int
    /// The schema that it has.
    public let to: Int
    /// The file that holds the store as it was.
    public let copy: String

    /// It in a sentence, with what to do about the copy.
    public var sentence: BilingualText {
        BilingualText(
            en: "The store \(path) was brought from schema version \(from) to \(to). As it was before it is in \(copy), "
                + "which holds names of children: remove that file when you no longer want to go back.",
            zh: "数据库 \(path) 已从结构版本 \(from) 升级到 \(to)。升级前的副本在 \(copy)，其中有儿童姓名，不再需要退回时请删除。")
    }
}
