import VisitModel

/// One file of a feed, read row by row (GTFS Schedule reference, "File Requirements": comma-separated, UTF-8, a heading).
///
/// Columns may stand in any order, and others may stand between them. A cell that is empty and one whose column is not
/// there are the same.
struct FeedTable {
    /// A column of the file: its name, and where it stands.
    struct Column {
        let name: String
        let position: Int?
    }

    let file: FeedFile
    private(set) var faults: FaultLog
    /// The line of the row.
    private(set) var line = 1
    /// How many rows were read.
    private(set) var rows = 0
    private var scanner: ByteScanner
    private var cells: [ByteScanner.Cell] = []
    private var headings: [String] = []
    private var saidInvalid = false

    /// Opens the file that `bytes` are. A file without a heading has a fault.
    init(_ file: FeedFile, _ bytes: [UInt8], at location: String) {
        self.file = file
        faults = FaultLog(file: location)
        let mark = TextEncoding.utf8.byteOrderMark
        scanner = ByteScanner(
            bytes, from: bytes.starts(with: mark) ? mark.count : 0, delimiter: UInt8(ascii: ","))
        if nextRow() {
            headings = cells.map { text(of: $0).lowercased() }
            rows = 0
        } else {
            faults.add(
                .error, .emptyFile,
                BilingualText(en: "The file is empty; expected a heading.", zh: "文件为空；至少应有表头。"),
                advice: BilingualText(en: "Perhaps the export was cut short.", zh: "也许导出时中断了。"))
        }
    }

    /// The column `name`, which may be missing.
    func column(_ name: String) -> Column { Column(name: name, position: headings.firstIndex(of: name)) }

    /// The column `name`; that it is missing is a fault.
    mutating func required(_ name: String) -> Column {
        let found = column(name)
        if found.position == nil, !headings.isEmpty {
            let near = NearestName.of(name, among: headings)
            faults.add(
                .error, .missingHeading, line: 1,
                BilingualText(en: "There is no column \(name).", zh: "缺少列 \(name)。"),
                advice: near.map {
                    BilingualText(en: "Perhaps the column “\($0)” was meant.", zh: "也许是“\($0)”这一列。")
                } ?? BilingualText(en: "Perhaps the feed is of another format.", zh: "也许数据包是另一种格式。"))
        }
        return found
    }

    /// Moves to the next row; false after the last one.
    mutating func advance() -> Bool {
        guard !headings.isEmpty else { return false }
        if faults.isFull {
            faults.giveUp()
            return false
        }
        return nextRow()
    }

    private mutating func nextRow() -> Bool {
        while true {
            switch scanner.nextRow(into: &cells) {
            case .end: return false
            case .faulty(.unterminatedQuote(let line, let cell)), .faulty(.textAfterQuote(let line, let cell, _)):
                faults.add(
                    .error, .unterminatedQuote, line: line, column: cell,
                    BilingualText(en: "The quotes of this row do not match.", zh: "该行引号不成对。"),
                    advice: BilingualText(
                        en: "Perhaps a quote inside the cell is to be written twice.", zh: "也许单元格内的引号应写两次。"))
            case .faulty(let fault): faults.add(fault)
            case .cells:
                line = cells.first?.line ?? line
                if cells.count == 1, text(of: cells[0]).isEmpty { continue }
                rows += 1
                return true
            }
        }
    }

    /// The bytes of the cell without blanks around them; empty where there is none.
    func bytes(_ column: Column) -> ArraySlice<UInt8> {
        guard let position = column.position, position < cells.count else { return [] }
        var (start, end) = (cells[position].start, cells[position].end)
        while start < end, scanner.bytes[start] <= 0x20 { start += 1 }
        while end > start, scanner.bytes[end - 1] <= 0x20 { end -= 1 }
        return scanner.bytes[start..<end]
    }

    /// The text of the cell; nil where it is empty.
    mutating func text(_ column: Column) -> String? {
        let bytes = bytes(column)
        guard !bytes.isEmpty, let position = column.position else { return nil }
        if cells[position].hasDoubledQuotes { return text(of: cells[position]) }
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        if !saidInvalid {
            saidInvalid = true
            fault(
                column, .invalidBytes, severity: .warning,
                BilingualText(en: "is not valid UTF-8; unknown signs are shown as �.", zh: "不是有效的 UTF-8；无法识别的字符显示为 �。"))
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The text of a cell that must not be empty.
    mutating func requiredText(_ column: Column) -> String? {
        if let text = text(column) { return text }
        if column.position != nil {
            fault(column, .missingValue, BilingualText(en: "is empty; expected a value.", zh: "为空；应有值。"))
        }
        return nil
    }

    /// The whole number in the cell; nil where it is empty or, which is a fault, none.
    mutating func whole(_ column: Column, in range: ClosedRange<Int>) -> Int? {
        guard let text = text(column) else { return nil }
        if let number = Int(text), range.contains(number) { return number }
        fault(
            column, .outOfRange,
            BilingualText(
                en: "is “\(text)”; expected a whole number from \(range.lowerBound) to \(range.upperBound).",
                zh: "为“\(text)”；应为 \(range.lowerBound) 至 \(range.upperBound) 的整数。"))
        return nil
    }

    /// The seconds after midnight of the service day that the cell `H:MM:SS` says; nil where it is empty or, which is a
    /// fault, no time before 72:00.
    mutating func seconds(_ column: Column) -> Int? {
        let bytes = bytes(column)
        guard !bytes.isEmpty else { return nil }
        if let seconds = Self.seconds(bytes) { return seconds }
        let text = text(column) ?? ""
        fault(
            column, .invalidTime,
            BilingualText(
                en: "is “\(text)”; expected a time such as 25:10:00, before 72:00:00.",
                zh: "为“\(text)”；应为 25:10:00 这样的时间，早于 72:00:00。"))
        return nil
    }

    private static func seconds(_ bytes: ArraySlice<UInt8>) -> Int? {
        var fields = (0, 0, 0)
        var (colons, digits) = (0, 0)
        for byte in bytes {
            if byte == UInt8(ascii: ":") {
                guard digits > 0, colons < 2 else { return nil }
                (colons, digits) = (colons + 1, 0)
                continue
            }
            guard byte >= 0x30, byte <= 0x39, digits < 2 else { return nil }
            let digit = Int(byte - 0x30)
            digits += 1
            switch colons {
            case 0: fields.0 = fields.0 * 10 + digit
            case 1: fields.1 = fields.1 * 10 + digit
            default: fields.2 = fields.2 * 10 + digit
            }
        }
        guard colons == 2, digits == 2, fields.0 < 72, fields.1 < 60, fields.2 < 60 else { return nil }
        return fields.0 * 3600 + fields.1 * 60 + fields.2
    }

    /// The day that the cell `YYYYMMDD` says; nil where it is empty or, which is a fault, no day.
    mutating func day(_ column: Column) -> Day? {
        guard let text = text(column) else { return nil }
        if text.utf8.count == 8, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text) {
            if let day = Day(year: number / 10_000, month: number / 100 % 100, day: number % 100) { return day }
            fault(
                column, .noSuchDay,
                BilingualText(en: "is “\(text)”, a day that does not exist.", zh: "为“\(text)”，没有这一天。"))
            return nil
        }
        fault(
            column, .invalidDate,
            BilingualText(en: "is “\(text)”; expected a date such as 20260301.", zh: "为“\(text)”；应为 20260301 这样的日期。"))
        return nil
    }

    /// Notes that a cell of the row is at fault. The sentence goes on after the column's name.
    mutating func fault(
        _ column: Column, _ code: FaultCode, severity: Finding.Severity = .error, _ sentence: BilingualText,
        advice: BilingualText = BilingualText(en: "Perhaps tell the feed's publisher.", zh: "也许可告知数据发布方。")
    ) {
        faults.add(
            severity, code, line: line, column: column.position.map { $0 + 1 },
            BilingualText(en: "\(column.name) \(sentence.english)", zh: "\(column.name) \(sentence.chinese)"),
            advice: advice)
    }

    /// Notes that the row names something that no other file describes.
    mutating func unknown(_ column: Column, _ id: String, in other: FeedFile) {
        fault(
            column, .unknownReference,
            BilingualText(en: "is “\(id)”, which \(other.name) does not hold.", zh: "为“\(id)”，\(other.name) 中没有。"))
    }

    /// Notes a finding on a row read before.
    mutating func note(_ finding: Finding) { faults.add(finding) }

    private func text(of cell: ByteScanner.Cell) -> String {
        let raw = String(decoding: scanner.bytes[cell.start..<cell.end], as: UTF8.self)
        return (cell.hasDoubledQuotes ? raw.replacing("\"\"", with: "\"") : raw).trimmed
    }
}
