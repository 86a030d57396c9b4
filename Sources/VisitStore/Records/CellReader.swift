import Foundation
import GRDB
import VisitFormats
import VisitModel

/// Reads the columns of one row from left to right.
///
/// The schema refuses values that do not fit; what is found here nevertheless was damaged behind the program's back,
/// and is reported by table, key and column.
struct CellReader {
    private let row: Row
    private let table: TableShape
    private var next = 0

    init(_ row: Row, _ table: TableShape) {
        self.row = row
        self.table = table
    }

    /// The failure to report for the column that was read last.
    private var damage: StoreError {
        let key: String? = row[0]
        return .damagedRow(table: table.name, key: key ?? "", column: table.columns[next - 1].name)
    }

    private mutating func optional<Value: DatabaseValueConvertible & StatementColumnConvertible>() -> Value? {
        defer { next += 1 }
        return row[next]
    }

    private mutating func required<Value: DatabaseValueConvertible & StatementColumnConvertible>()
        throws(StoreError) -> Value
    {
        guard let value: Value = optional() else { throw damage }
        return value
    }

    mutating func text() throws(StoreError) -> String { try required() }
    mutating func optionalText() -> String? { optional() }
    mutating func number() throws(StoreError) -> Int { try required() }
    mutating func optionalNumber() -> Int? { optional() }
    mutating func optionalReal() -> Double? { optional() }
    mutating func flag() throws(StoreError) -> Bool { try number() != 0 }

    mutating func bytes() throws(StoreError) -> [UInt8] {
        let data: Data = try required()
        return [UInt8](data)
    }

    mutating func words() throws(StoreError) -> BilingualText { try BilingualText(en: text(), zh: text()) }
    mutating func id<Entity>() throws(StoreError) -> Identifier<Entity> { try Identifier(text()) }
    mutating func optionalID<Entity>() -> Identifier<Entity>? { optionalText().map { Identifier($0) } }
    mutating func day() throws(StoreError) -> Day { try Day(number: number()) }
    mutating func optionalDay() -> Day? { optionalNumber().map { Day(number: $0) } }
    mutating func optionalCitizenNumber() throws(StoreError) -> CitizenNumber? {
        guard let text = optionalText() else { return nil }
        guard case .success(let number) = CitizenNumber.read(text) else { throw damage }
        return number
    }

    mutating func instant() throws(StoreError) -> Instant { try Instant(seconds: number()) }
    mutating func optionalInstant() -> Instant? { optionalNumber().map { Instant(seconds: $0) } }
    mutating func quantity<Unit>() throws(StoreError) -> Quantity<Unit> { try Quantity(number()) }
    mutating func optionalQuantity<Unit>() -> Quantity<Unit>? { optionalNumber().map { Quantity($0) } }

    mutating func days() throws(StoreError) -> DayRange {
        let (first, last) = (try day(), try day())
        guard first <= last else { throw damage }
        return DayRange(first, last)
    }

    mutating func clock() throws(StoreError) -> ClockTime {
        guard let clock = try ClockTime(minutes: number()) else { throw damage }
        return clock
    }

    mutating func optionalClock() throws(StoreError) -> ClockTime? {
        guard let minutes = optionalNumber() else { return nil }
        guard let clock = ClockTime(minutes: minutes) else { throw damage }
        return clock
    }

    mutating func word<Word: RawRepresentable<String>>() throws(StoreError) -> Word {
        guard let word = Word(rawValue: try text()) else { throw damage }
        return word
    }

    mutating func optionalWord<Word: RawRepresentable<String>>() throws(StoreError) -> Word? {
        guard let text = optionalText() else { return nil }
        guard let word = Word(rawValue: text) else { throw damage }
        return word
    }

    /// A nested list, kept as JSON.
    mutating func list<Element>(
        _ element: (inout NestedReader) throws(NestedReader.Malformed) -> Element
    ) throws(StoreError) -> [Element] {
        let text = try text()
        if text == "[]" { return [] }
        guard
            let list = NestedText.part(
                of: text, { (reader) throws(NestedReader.Malformed) in try reader.list(element) })
        else { throw damage }
        return list
    }

    /// A list of words: `["wheelchair"]`.
    mutating func listOfWords<Word>(_ word: (String) -> Word?) throws(StoreError) -> [Word] {
        try list { (reader) throws(NestedReader.Malformed) in
            guard let word = word(try reader.text()) else { throw NestedReader.Malformed() }
            return word
        }
    }

    /// Days of the week: a digit for each, 1 for Monday.
    mutating func weekdays() throws(StoreError) -> [Weekday] {
        let text = try text()
        let days = text.utf8.compactMap { Weekday(rawValue: Int($0) - Int(UInt8(ascii: "0"))) }
        guard days.count == text.utf8.count else { throw damage }
        return days
    }

    /// A nested part, kept as JSON, if there is one.
    mutating func optionalPart<Part>(
        _ read: (inout NestedReader) throws(NestedReader.Malformed) -> Part
    ) throws(StoreError) -> Part? {
        guard let text = optionalText() else { return nil }
        guard let part = NestedText.part(of: text, read) else { throw damage }
        return part
    }

    /// Refuses the row for the column that was read last.
    func refuse() -> StoreError { damage }
}
