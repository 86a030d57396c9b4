import VisitModel

extension RowReader {
    /// Whether the sign separates the entries of a list, in ASCII or as Chinese input methods write it.
    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ";", "；", "、", ",", "，": true
        default: false
        }
    }

    /// The most bytes of an identifier.
    private static var longest: Int { 100 }

    /// The identifier in the cell.
    mutating func identifier<Entity>(_ column: Column, of entity: Entity.Type) -> Identifier<Entity>? {
        guard let decoded = decoded(column) else { return nil }
        // What is shorter than a citizen number is not too long either.
        guard decoded.mayHaveSeparators || decoded.text.utf8.count >= 18 else {
            return Identifier(decoded.text)
        }
        let text = PlainText.identifier(decoded.text)
        return isValidIdentifier(text, column) ? Identifier(text) : nil
    }

    /// The identifier of what the row describes. Reports it where another row describes the same thing.
    mutating func key<Entity>(_ column: Column, of entity: Entity.Type, draft: inout Draft) -> Identifier<Entity>? {
        guard let id = identifier(column, of: entity) else { return nil }
        if let current = draft.references.current(of: id.text, in: Column.table) {
            reportMerged(id.text, into: current, column)
            return nil
        }
        guard noteKey(id.text, at: column, draft: &draft) else { return nil }
        checkForm(of: id.text, column)
        return id
    }

    /// Where the row stands, in the files and, if nothing is wrong with it, in the register.
    func origin(in draft: Draft) -> References.Origin {
        References.Origin(
            file: Int32(fileNumber), line: Int32(clamping: line), index: Int32(clamping: draft.count(of: Column.table)))
    }

    /// Notes that the row describes `key`; false, with a finding, where another row did.
    mutating func noteKey(_ key: String, at column: Column, draft: inout Draft) -> Bool {
        guard let earlier = draft.references.note(key, in: Column.table, at: origin(in: draft)) else { return true }
        let other = earlier.file == fileNumber ? nil : draft.files[Int(earlier.file)]
        fault(
            column, .repeatedID,
            BilingualText(
                en:
                    "is \(Quoted.en(key)), which line \(earlier.line)\(other.map { " of \($0)" } ?? "") describes already; "
                    + "expected it once",
                zh: "为\(Quoted.zh(key))，\(other.map { "\($0) " } ?? "")第\(earlier.line)行已有；每个只应出现一次"),
            advice: BilingualText(
                en: "Perhaps one of the two rows is to be removed, or has a wrong identifier.", zh: "也许应删去其中一行，或其编号有误。")
        )
        return false
    }

    /// The identifier in the cell, of a thing that must be described in `table` or in the store.
    mutating func reference<Entity>(
        _ column: Column, to table: TableName, of entity: Entity.Type, draft: Draft
    ) -> Identifier<Entity>? {
        guard let named = identifier(column, of: entity) else { return nil }
        let id = current(named.text, in: [table], column, draft: draft)
        return isKnown(id, in: table, column, draft: draft) ? Identifier(id) : nil
    }

    /// The identifiers in the list of the cell, each of a thing that must be described, in order and each once.
    mutating func references<Entity>(
        _ column: Column, to table: TableName, of entity: Entity.Type, draft: Draft
    ) -> [Identifier<Entity>] {
        var ids: [Identifier<Entity>] = []
        var hasAlias = false
        for entry in entries(column) where isValidIdentifier(entry, column) {
            let id = current(entry, in: [table], column, draft: draft)
            hasAlias = hasAlias || id != entry
            guard isKnown(id, in: table, column, draft: draft) else { continue }
            // Two identifiers of one record are one entry.
            if !hasAlias || !ids.contains(Identifier(id)) { ids.append(Identifier(id)) }
        }
        return ids
    }

    /// The entries of the list in the cell, each once; empty where the cell is.
    mutating func entries(_ column: Column) -> [String] {
        guard let text = text(column) else { return [] }
        var entries: [String] = []
        var seen: Set<String> = []
        let parts = text.unicodeScalars.split(maxSplits: Self.mostEntries, whereSeparator: Self.isSeparator)
        guard parts.count <= Self.mostEntries else {
            fault(
                column, .outOfRange, found: text,
                expected: BilingualText(
                    en: "a list of at most \(Self.mostEntries) entries", zh: "不超过 \(Self.mostEntries) 项的列表"),
                advice: BilingualText(en: "Perhaps several rows are to be made of it.", zh: "也许应拆成多行。"))
            return []
        }
        for part in parts {
            let entry = PlainText.identifier(Substring(part).trimmed)
            if entry.isEmpty { continue }
            if !seen.insert(entry).inserted {
                fault(
                    column, .repeatedWord, found: entry,
                    expected: BilingualText(en: "each entry of the list once", zh: "列表中各项只出现一次"),
                    advice: BilingualText(en: "Perhaps another one was meant.", zh: "也许本应是另一项。"))
            } else {
                entries.append(entry)
            }
        }
        if entries.isEmpty {
            fault(
                column, .missingValue, found: text,
                expected: BilingualText(en: "entries between the separators", zh: "分隔符之间有内容"),
                advice: BilingualText(en: "Perhaps the cell is to be left empty.", zh: "也许该格应留空。"))
        }
        return entries
    }

    /// The most entries of a list in a cell.
    private static var mostEntries: Int { 1000 }

    private mutating func isValidIdentifier(_ text: String, _ column: Column) -> Bool {
        let short = BilingualText(
            en: "a short identifier such as C17, since identifiers stand in logs and addresses",
            zh: "简短的编号，如 C17（编号会出现在日志和网址中）")
        if reportMisplacedNumber(in: text, column, expected: short) { return false }
        let isClean =
            !text.isEmpty && text.utf8.count <= Self.longest
            && !text.unicodeScalars.contains { $0 == "@" || $0 == "\u{FFFD}" || Self.isSeparator($0) }
        guard !isClean else { return true }
        fault(
            column, .invalidID, found: text,
            expected: BilingualText(
                en: "an identifier of at most \(Self.longest) bytes without @ and without list separators",
                zh: "不超过\(Self.longest)字节、不含 @ 和列表分隔符的编号"),
            advice: BilingualText(
                en: "Perhaps this column takes one identifier only.", zh: "也许该列只能填一个编号。"))
        return false
    }

    private mutating func isKnown(_ id: String, in table: TableName, _ column: Column, draft: Draft) -> Bool {
        guard !draft.references.mayHold(id, in: table) else { return true }
        let nearest = draft.references.nearest(to: id, in: table)
        fault(
            column, .unknownReference, found: id,
            expected: BilingualText(
                en: "the id of a \(table.rowName) in \(table.english).csv or in the store",
                zh: "“\(table.chinese[0])”表或数据库中已有的编号"),
            advice: nearest.map { BilingualText(en: "Perhaps \($0) was meant.", zh: "也许应为“\($0)”。") }
                ?? BilingualText(
                    en: "Perhaps the identifier is misspelt, or \(table.english).csv was left out.",
                    zh: "也许编号写错，或漏了“\(table.chinese[0])”文件。"))
        return false
    }
}
