import VisitModel

/// Conditions on the status of visits in SQL, made from what the lifecycle says of each (`VisitLifecycle.swift`).
enum StatusCondition {
    /// That the status is one of those of which `holds` is true. The words are in the order of the lifecycle. SQLite
    /// uses a partial index only for the same words in the same order.
    static func isOne(where holds: (Visit.Status) -> Bool, column: String = "status") -> String {
        "\(column) IN (\(words(where: holds).joined(separator: ", ")))"
    }

    /// The same, for questions that are asked for every answer: SQLite makes a table of a list each time, and of
    /// alternatives none.
    static func alternatives(where holds: (Visit.Status) -> Bool, column: String) -> String {
        "(" + words(where: holds).map { "\(column) = \($0)" }.joined(separator: " OR ") + ")"
    }

    private static func words(where holds: (Visit.Status) -> Bool) -> [String] {
        Visit.Status.all(where: holds).map { "'\($0.rawValue)'" }
    }
}
