import VisitModel

// Identifiers of records that were merged into others, in files that do not know of it.
extension RowReader {
    /// The identifier of the record that `id` of one of `tables` is a part of now, which is said once in a file; `id` itself where it
    /// is none of before.
    mutating func current(_ id: String, in tables: [TableName], _ column: Column, draft: Draft) -> String {
        for table in tables {
            guard let current = draft.references.current(of: id, in: table) else { continue }
            if toldAliases.insert("\(table.english) \(id)").inserted {
                fault(
                    column, .mergedID, severity: .note,
                    BilingualText(
                        en: "is \(Quoted.en(id)), which was merged into \(current); it is read as \(current)",
                        zh: "为\(Quoted.zh(id))，该记录已并入 \(current)；按 \(current) 读取"),
                    advice: BilingualText(en: "Perhaps write \(current).", zh: "也许可改写为“\(current)”。"))
            }
            return current
        }
        return id
    }

    /// Says of a row that describes a record which was merged into another that it is not read: the two would contradict each other.
    mutating func reportMerged(_ id: String, into current: String, _ column: Column) {
        fault(
            column, .mergedID, severity: .warning,
            BilingualText(
                en:
                    "is \(Quoted.en(id)), which was merged into \(current): the row is not read; expected what is to be changed "
                    + "in the row of \(current)",
                zh: "为\(Quoted.zh(id))，该记录已并入 \(current)：本行未读取；要更改的内容应填在 \(current) 一行"),
            advice: BilingualText(en: "Perhaps remove the row.", zh: "也许应删去本行。"))
    }

    /// Refuses a decision that protects somebody in a row that is not read because its record was merged: it would be lost.
    ///
    /// - Parameter isStricter: whether the row protects more than the record of that identifier that was merged into.
    mutating func requireKept(_ column: Column, draft: Draft, isStricter: (_ current: String) -> Bool) {
        guard let key = Column.allCases.first, let id = plainText(of: key), isFilled(column),
            let current = draft.references.current(of: id, in: Column.table), isStricter(current)
        else { return }
        fault(
            column, .contradiction,
            BilingualText(
                en:
                    "protects more than \(current) does, into which \(id) was merged; expected it in the row of \(current)",
                zh: "比已合并的记录 \(current) 更严；该决定应填在 \(current) 一行"),
            advice: BilingualText(
                en: "Perhaps write it into the row of \(current) and remove this one.", zh: "也许应填入 \(current) 一行，并删去本行。"
            ))
    }
}
