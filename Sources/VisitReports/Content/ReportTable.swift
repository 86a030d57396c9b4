import VisitFormats
import VisitModel

/// A table of a report.
struct ReportTable: Hashable {
    /// A column.
    struct Column: Hashable {
        /// Its name for programs, in camel case; the same in every language.
        var key: String
        /// Its heading.
        var title: String

        init(_ key: String, _ title: String) {
            self.key = key
            self.title = title
        }
    }

    /// Its name for programs, in kebab case.
    var id: String
    /// Its heading, also the name of its sheet in a spreadsheet.
    var title: String
    var columns: [Column]
    /// The rows; each has a cell for every column.
    var rows: [[ReportCell]]
    /// Whether a row begins with a box to tick, on paper.
    var hasBoxes = false
    /// Whether the last row is a total of those above it.
    var endsInTotal = false

    /// Whether the cells of a column stand on the right, as numbers do.
    func isNumeric(_ column: Int) -> Bool {
        var isNumeric = false
        for row in rows {
            switch row[column] {
            case .number, .decimal, .percent, .money: isNumeric = true
            case .text, .day, .moment, .clock: return false
            case .none, .withheld: break
            }
        }
        return isNumeric
    }
}

/// One cell of a report’s table, by what it is: a spreadsheet gets real dates and numbers, a person gets words.
enum ReportCell: Hashable {
    /// Nothing is known, or nothing is to be said.
    case none
    case text(String)
    case number(Int)
    /// A number of tenths.
    case decimal(tenths: Int)
    /// Whole percent.
    case percent(Int)
    case day(Day)
    case moment(CivilTime)
    case clock(ClockTime)
    case money(Cents)
    /// A number that must not be shown.
    case withheld

    /// Stands for a number that is withheld.
    static let withheldMark = "×"

    /// A day, where there is one.
    static func day(ifKnown day: Day?) -> ReportCell { day.map { .day($0) } ?? .none }
    /// A number, where there is one.
    static func number(ifKnown number: Int?) -> ReportCell { number.map { .number($0) } ?? .none }
    /// A text, where there is one that is not empty.
    static func text(ifAny text: String?) -> ReportCell { text.flatMap { $0.isEmpty ? nil : .text($0) } ?? .none }

    /// As a person reads it, on one line.
    func shown(_ phrases: Phrases) -> String {
        switch self {
        case .none: "–"
        case .text(let text): text.onOneLine
        case .number(let number): String(number)
        case .decimal(let tenths): Self.decimal(tenths)
        case .percent(let percent): "\(percent)%"
        case .day(let day): phrases.tableDate(day)
        case .moment(let moment): "\(moment.day) \(moment.clock)"
        case .clock(let clock): clock.description
        case .money(let cents): Phrases.decimal(cents.count)
        case .withheld: Self.withheldMark
        }
    }

    /// As a table of text holds it, so that a spreadsheet takes it for what it is.
    var written: String {
        switch self {
        case .none: ""
        case .text(let text): text
        case .number(let number): String(number)
        case .decimal(let tenths): Self.decimal(tenths)
        case .percent(let percent): "\(percent)%"
        case .day(let day): day.description
        case .moment(let moment): "\(moment.day) \(moment.clock)"
        case .clock(let clock): clock.description
        case .money(let cents): Self.hundredths(cents.count)
        case .withheld: Self.withheldMark
        }
    }

    /// As a program reads it: money in hundredths, what is withheld or not known as null.
    var json: JSON {
        switch self {
        case .none, .withheld: .null
        case .text(let text): .string(text)
        case .number(let number), .percent(let number): .int(number)
        case .decimal(let tenths): .double(Double(tenths) / 10)
        case .day(let day): JSON(day)
        case .moment(let moment): .string(moment.description)
        case .clock(let clock): .string(clock.description)
        case .money(let cents): .int(cents.count)
        }
    }

    private static func decimal(_ tenths: Int) -> String {
        (tenths < 0 ? "-" : "") + "\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
    }

    private static func hundredths(_ count: Int) -> String {
        let rest = count.magnitude % 100
        return (count < 0 ? "-" : "") + "\(count.magnitude / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}

extension ReportCell: ExpressibleByStringLiteral {
    /// A text.
    init(stringLiteral value: String) { self = .text(value) }
}
