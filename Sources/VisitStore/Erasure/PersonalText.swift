import VisitModel

/// A column in which text about a child can stand, how it is reached from the child, and what becomes of it when the
/// child is erased.
///
/// The list of them is the one by which an erasure takes text away and by which `person` tells it. A column of text
/// that is neither here nor in `ImpersonalText` fails a test.
struct PersonalText: Sendable {
    /// Which rows are about the child whatever they say, by the column that leads to it.
    enum Owner: Hashable, Sendable {
        /// The child's own.
        case child(String)
        /// Of the visits on which the child is.
        case visits(String)
        /// Of the household, where no other child lives in it.
        case household(String)
        /// Of that household's guardians.
        case guardians(String)
        /// Of that household's escorts.
        case escorts(String)
        /// Of the prisoners to whom no other child has a bond: their account, what happened to them.
        case prisoners(String)

        /// The condition in SQL, of `:child` and of `:household`, which is null where another child lives in it.
        var condition: String {
            switch self {
            case .child(let column): "\(column) = :child"
            case .visits(let column): "\(column) IN (SELECT visit FROM visitChild WHERE child = :child)"
            case .household(let column): "\(column) = :household"
            case .guardians(let column): "\(column) IN (SELECT id FROM guardian WHERE household = :household)"
            case .escorts(let column): "\(column) IN (SELECT id FROM escort WHERE home = :household)"
            case .prisoners(let column):
                """
                \(column) IN (SELECT prisoner FROM bond AS own WHERE child = :child AND NOT EXISTS (
                  SELECT 1 FROM bond AS other WHERE other.prisoner = own.prisoner AND other.child <> :child))
                """
            }
        }
    }

    /// What an erasure does with the rows of an owner.
    enum Fate: Sendable {
        /// The row goes.
        case rowGoes
        /// The text is emptied; its row stays.
        case emptied
    }

    /// What an erasure does with texts of anybody that name the child.
    enum Search: Sendable {
        /// They are not looked for.
        case none
        /// They are emptied.
        case emptied
        /// They stay, since other things go by them, and are told.
        case told
    }

    var table: String
    var column: String
    /// What tells a row from the others of the table, in SQL.
    var key = "id"
    /// Whose rows are about the child, and what becomes of them.
    var owners: [(owner: Owner, fate: Fate)] = []
    /// What stands there once it is emptied, in SQL.
    var empty = "''"
    /// What becomes of texts in other rows that name the child.
    var search = Search.none

    /// Where it is, as people are told: `closure.reason`.
    var place: String { "\(table).\(column)" }

    /// Whether people write there what they like.
    var isFree: Bool { search != .none }

    /// That something stands there which an erasure would empty, in SQL.
    var holdsSomething: String { "\(column) NOT IN ('', '[]') AND \(column) IS NOT (\(empty))" }

    /// All of them.
    static let all = people + visits + plan + others

    private static let people = [
        PersonalText(table: "child", column: "name", owners: [(.child("id"), .rowGoes)]),
        PersonalText(table: "child", column: "needs", owners: [(.child("id"), .rowGoes)]),
        PersonalText(table: "child", column: "citizenNumber", owners: [(.child("id"), .rowGoes)]),
        PersonalText(table: "household", column: "name", owners: [(.household("id"), .emptied)]),
        PersonalText(table: "household", column: "phone", owners: [(.household("id"), .emptied)], empty: "NULL"),
        PersonalText(table: "guardian", column: "name", owners: [(.household("household"), .emptied)]),
        PersonalText(table: "guardian", column: "phone", owners: [(.household("household"), .emptied)], empty: "NULL"),
        PersonalText(table: "guardian", column: "email", owners: [(.household("household"), .emptied)], empty: "NULL"),
        PersonalText(
            table: "guardian", column: "citizenNumber", owners: [(.household("household"), .emptied)], empty: "NULL"),
        PersonalText(table: "guardian", column: "wechat", owners: [(.household("household"), .emptied)], empty: "NULL"),
        PersonalText(table: "escort", column: "name", owners: [(.household("home"), .emptied)]),
        PersonalText(table: "escort", column: "phone", owners: [(.household("home"), .emptied)], empty: "NULL"),
        PersonalText(table: "escort", column: "email", owners: [(.household("home"), .emptied)], empty: "NULL"),
        PersonalText(table: "escort", column: "citizenNumber", owners: [(.household("home"), .emptied)], empty: "NULL"),
        PersonalText(table: "absence", column: "reason", owners: absences, search: .emptied),
        // The name of the calendar's file; without it the calendar adds its times anew.
        PersonalText(table: "absence", column: "source", owners: absences, search: .emptied),
        PersonalText(
            table: "prisonerEvent", column: "note", owners: [(.prisoners("prisoner"), .emptied)], empty: eventNote,
            search: .emptied),
        PersonalText(
            table: "ledgerEntry", column: "note", key: "prisoner || ' ' || position",
            owners: [(.prisoners("prisoner"), .emptied)], search: .emptied),
    ]

    private static let absences: [(Owner, Fate)] = [
        (.child("child"), .rowGoes), (.guardians("guardian"), .rowGoes), (.escorts("escort"), .rowGoes),
        (.prisoners("prisoner"), .emptied),
    ]

    /// Where a prisoner was taken to and which grade it has stand in the note of an event, and rules go by them.
    private static var eventNote: String {
        let grades = Prisoner.Grade.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        return "CASE WHEN note IN (SELECT id FROM prison) OR note IN (\(grades)) THEN note ELSE '' END"
    }

    private static let visits = [
        PersonalText(
            table: "visit", column: "reasons", owners: [(.visits("id"), .emptied)], empty: "'[]'", search: .emptied),
        PersonalText(
            table: "visitAct", column: "reason", key: "visit || ' ' || position",
            owners: [(.visits("visit"), .emptied)], search: .emptied),
        // A waiver without a reason is none; what it lets pass is let pass all the same.
        PersonalText(
            table: "visitWaiver", column: "reason", key: "visit || ' ' || code || ' ' || subject",
            owners: [(.visits("visit"), .emptied)], empty: "'…'", search: .emptied),
        PersonalText(
            table: "visitFlag", column: "facts", key: "visit || ' ' || code || ' ' || subject",
            owners: [(.visits("visit"), .rowGoes)]),
        // The books need the receipt of a journey; a child's name they do not.
        PersonalText(table: "visitCost", column: "receipt", empty: "NULL", search: .emptied),
        PersonalText(
            table: "message", column: "remark", owners: [(.visits("visit"), .emptied)], search: .emptied),
    ]

    private static let plan = [
        PersonalText(
            table: "planChange", column: "reasonEnglish", key: "position", owners: [(.visits("visit"), .emptied)],
            search: .emptied),
        PersonalText(
            table: "planChange", column: "reasonChinese", key: "position", owners: [(.visits("visit"), .emptied)],
            search: .emptied),
        PersonalText(
            table: "refusal", column: "facts", key: refusalKey, owners: [(.child("child"), .rowGoes)], empty: "'[]'",
            search: .emptied),
        PersonalText(
            table: "refusal", column: "sentenceEnglish", key: refusalKey, owners: [(.child("child"), .rowGoes)],
            search: .emptied),
        PersonalText(
            table: "refusal", column: "sentenceChinese", key: refusalKey, owners: [(.child("child"), .rowGoes)],
            search: .emptied),
        PersonalText(
            table: "refusal", column: "wouldHelp", key: refusalKey, owners: [(.child("child"), .rowGoes)],
            empty: "'[]'", search: .emptied),
    ]

    private static let refusalKey = "child || ' ' || prisoner"

    private static let others = [
        PersonalText(table: "closure", column: "reason", search: .emptied),
        PersonalText(table: "token", column: "label", search: .emptied),
        PersonalText(
            table: "schoolCalendar", column: "stretches",
            empty: "(SELECT json_group_array(json_set(value, '$[3]', '')) FROM json_each(stretches))", search: .emptied),
        // A home may be entered as a place of its own, and an organisation as a person; others refer to them by these
        // names.
        PersonalText(table: "place", column: "nameEnglish", search: .told),
        PersonalText(table: "place", column: "nameChinese", search: .told),
        PersonalText(table: "organisation", column: "nameEnglish", search: .told),
        PersonalText(table: "organisation", column: "nameChinese", search: .told),
        PersonalText(table: "organisation", column: "phone", search: .told),
        PersonalText(table: "organisation", column: "email", search: .told),
        PersonalText(table: "parameter", column: "value", key: "name", search: .told),
    ]
}
