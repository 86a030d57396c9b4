import VisitModel

/// What an empty cell means for a row that the store knows already. A column that the file does not have never changes
/// anything; for what is new, both stand for the value that the column's meaning names.
enum EmptyCell: Sendable {
    /// It clears what is stored: that can harm nobody.
    case clears
    /// What is stored stays, with a warning; another word must be written to change it.
    case stays
    /// What is stored stays, with a warning; the word `none` clears it.
    case staysUntilNone
}

extension RowReader {
    /// What holds after the row: what its cell says, laid over what the store holds. The one place where the two meet.
    ///
    /// - Parameters:
    ///   - stored: what the store holds; nil where it does not know what the row describes.
    ///   - otherwise: what holds where neither says anything.
    ///   - read: reads a cell that is filled; nil where it is wrong, which has been reported then.
    mutating func resolved<Value: Equatable>(
        _ column: Column, _ stored: Value?, otherwise: Value, _ read: (inout Self) -> Value?
    ) -> Value {
        guard has(column) else { return stored ?? otherwise }
        if isEmpty(column) {
            guard let stored, stored != otherwise, emptyCell(of: column) != .clears else { return otherwise }
            reportKept(column, stored)
            return stored
        }
        if emptyCell(of: column) == .staysUntilNone, saysNone(column) { return otherwise }
        return read(&self) ?? stored ?? otherwise
    }

    /// The same for a fact that may be missing.
    mutating func resolved<Value: Equatable>(
        _ column: Column, _ stored: Value?, _ read: (inout Self) -> Value?
    ) -> Value? {
        resolved(column, .some(stored), otherwise: nil) { .some(read(&$0)) }
    }

    /// Whether nothing is written in the cell, or a word that says that there is nothing.
    func mayBeNone(_ column: Column) -> Bool {
        !isFilled(column) || (emptyCell(of: column) == .staysUntilNone && saysNone(column))
    }

    /// Whether the word in the cell says that there is nothing.
    private func saysNone(_ column: Column) -> Bool {
        guard let text = plainText(of: column), text.utf8.count <= Words.longestNone else { return false }
        return Words.none[text] == true
    }

    /// Says that an empty cell has not cleared what the store holds.
    mutating func reportKept<Value>(_ column: Column, _ stored: Value) {
        let value = definition(of: column).isPersonal ? nil : Self.words(for: stored)
        let what = value.map { (en: " \(Quoted.en($0))", zh: Quoted.zh($0)) } ?? (en: "", zh: "内容")
        let clearing: BilingualText =
            if emptyCell(of: column) == .staysUntilNone {
                BilingualText(en: "write none to clear it", zh: "如要清除，请填“无”")
            } else {
                BilingualText(en: "write another value to change it", zh: "如要更改，请填写新的内容")
            }
        fault(
            column, .keptValue, severity: .warning,
            BilingualText(
                en: "is empty, which changes nothing: what the store holds\(what.en) stays; expected a value",
                zh: "为空，不作更改：数据库中的\(what.zh)保留；此格应有内容"),
            advice: BilingualText(en: "Perhaps \(clearing.english).", zh: "\(clearing.chinese)。"))
    }

    /// A stored value as a finding quotes it; nil where it has no short form.
    private static func words(for value: Any) -> String? {
        switch value {
        case let flag as Bool: flag ? "yes" : "no"
        case let list as [any RawRepresentable]: list.map { "\($0.rawValue)" }.joined(separator: ";")
        case let word as any RawRepresentable: "\(word.rawValue)"
        case let day as Day: "\(day)"
        case let clock as ClockTime: "\(clock)"
        case let number as Int: "\(number)"
        case let text as String: text
        case let id as any NamedByText: id.text
        default: nil
        }
    }
}

/// Something whose words are its text.
private protocol NamedByText {
    var text: String { get }
}

extension Identifier: NamedByText {}
