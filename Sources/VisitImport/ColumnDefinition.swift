import VisitModel

/// What one column of a table is: its headings, whether it must be there, what it means, and what it looks like.
///
/// The recognition of headings, the templates, and the page of the formats all come from here.
struct ColumnDefinition: Sendable {
    enum Need: Hashable, Sendable {
        case required, optional
        /// This column or the one of that name must be there.
        case either(or: String)
    }

    /// The English heading.
    var name: String
    var need: Need
    /// The Chinese headings; templates use the first.
    var chinese: [String]
    /// Further English headings.
    var also: [String]
    /// Whether its cells hold personal data, which no finding may quote.
    var isPersonal: Bool
    /// What an empty cell means for a row that the store knows already.
    var empty: EmptyCell
    /// The words that its cells may hold, where they are limited.
    var words: WordList?
    var meaning: BilingualText
    /// The cells of the template's rows.
    var examples: [BilingualText]

    var isRequired: Bool { need == .required }

    /// A column. `chineseExamples` stand in the Chinese template where they differ from `examples`.
    init(
        _ name: String, _ need: Need, zh chinese: [String], also: [String] = [], isPersonal: Bool = false,
        empty: EmptyCell = .stays, words: WordList? = nil, _ meaning: BilingualText, examples: [String],
        zhExamples chineseExamples: [String]? = nil
    ) {
        self.name = name
        self.need = need
        self.chinese = chinese
        self.also = also
        self.isPersonal = isPersonal
        self.empty = empty
        self.words = words
        self.meaning = meaning
        self.examples = zip(examples, chineseExamples ?? examples).map { BilingualText(en: $0, zh: $1) }
    }

    /// The name of the columns of citizen numbers.
    static let citizenNumberName = "citizen_number"

    /// The column of citizen numbers, which several tables have; their templates have that many rows without one.
    static func citizenNumber(examples count: Int) -> ColumnDefinition {
        ColumnDefinition(
            citizenNumberName, .optional, zh: ["身份证号", "身份证号码", "居民身份证号", "居民身份证号码", "公民身份号码", "身份证"],
            also: ["id card", "id card number"], isPersonal: true, empty: .staysUntilNone,
            BilingualText(
                en: "the number of the resident identity card, for prisons whose list asks for it",
                zh: "居民身份证号，监狱名单要求时填写"), examples: Array(repeating: "", count: count))
    }

    /// The heading of templates.
    func heading(_ language: Language) -> String { language == .chinese ? chinese[0] : name }
}

/// The words that a cell may hold, as they are listed for people.
struct WordList: Sendable {
    var english: [String]
    var chinese: [String]
}

/// The columns of one table: an enum whose raw values count from 0 in the order of the template.
protocol ColumnSet: RawRepresentable<Int>, CaseIterable, Sendable {
    static var table: TableName { get }
    var definition: ColumnDefinition { get }
}

extension ColumnSet {
    static var definitions: [ColumnDefinition] { allCases.map(\.definition) }
}
