import GRDB
import VisitModel

/// The condition of a question in SQL, put together part by part with what stands for its marks.
struct Condition {
    private var parts: [String] = []
    private(set) var arguments: StatementArguments = []

    /// A condition that everything meets.
    init() {}

    /// The parts, all of which must hold.
    var sql: String { parts.isEmpty ? "TRUE" : parts.joined(separator: " AND ") }

    /// Adds a part without marks.
    mutating func add(_ part: String) {
        parts.append(part)
    }

    /// Adds a part with one mark.
    mutating func add(_ part: String, _ value: some DatabaseValueConvertible) {
        parts.append(part)
        arguments += [value]
    }

    /// Limits a column to those values.
    mutating func add(_ column: String, among values: some Collection<String>) {
        // SQLite makes a table of a list before it looks anything up by it; one value needs none.
        if values.count == 1, let only = values.first { return add("\(column) = ?", only) }
        add("\(column) IN (SELECT value FROM json_each(?))", NestedText.list(values))
    }

    /// Adds a part with several marks.
    mutating func add(_ part: String, _ values: StatementArguments) {
        parts.append(part)
        arguments += values
    }

    /// Adds a part in which another condition stands.
    mutating func add(_ part: String, all inner: Condition) {
        parts.append(part)
        arguments += inner.arguments
    }

    /// Adds a part with one mark, where there is a value for it.
    mutating func add(_ part: String, ifGiven value: (some DatabaseValueConvertible)?) {
        if let value { add(part, value) }
    }

    /// The condition that a column has one of those values.
    init(_ column: String, among values: Set<String>) {
        add(column, among: values)
    }

    /// The condition that visits lie on `first` or later, and that cancelled ones were so on that other day or later.
    init(from first: Day, keepCancelledSince: Day) {
        add("date >= ?", first.number)
        let cancelledSince = Instant(utc: CivilTime(keepCancelledSince, .midnight))
        add("(\(StatusCondition.isOne { !$0.isCalledOff }) OR changed >= ?)", cancelledSince.seconds)
    }

    /// Limits rows of `visit` to those that a calendar shows.
    mutating func addVisit(of scope: Feed.Scope) {
        switch scope {
        case .household(let id): add("household = ?", id.text)
        case .child(let id): add("id IN (SELECT visit FROM visitChild WHERE child = ?)", id.text)
        case .escort(let id): addVisit(withEscort: id)
        case .prison(let id): add("prison = ?", id.text)
        case .home(let id):
            let escorts = "SELECT id FROM escort WHERE home = ?"
            add(
                """
                (household = ? OR escort IN (\(escorts)) \
                OR id IN (SELECT visit FROM visitAdult WHERE escort IN (\(escorts))))
                """, [id.text, id.text, id.text])
        case .prisoner(let id): add("prisoner = ?", id.text)
        }
    }
    /// Limits rows of `visit` to those that an escort goes along to, whether as the first adult or as another.
    mutating func addVisit(withEscort id: Identifier<Escort>) {
        add("(escort = ? OR visit.id IN (SELECT visit FROM visitAdult WHERE escort = ?))", [id.text, id.text])
    }
}
