import Foundation
import VisitModel

@testable import VisitRules

/// Where the tests find packs, fixtures and goldens.
enum Packs {
    /// The folder of these tests.
    static let tests = URL(filePath: #filePath).deletingLastPathComponent()
    /// The packs that the program ships.
    static let shipped = tests.appending(path: "../../Config/rules").standardized.path()

    private static let loaded = Result { try RuleBook.load(folder: shipped) }

    /// The book of all packs that the program ships.
    static func book() throws -> RuleBook { try loaded.get() }

    /// The path of a fixture.
    static func fixture(_ name: String) -> String { tests.appending(path: "Fixtures/\(name)").path() }

    /// The golden cases by name.
    static func cases() throws -> [(name: String, document: CaseDocument)] {
        let folder = tests.appending(path: "Golden/Cases").path()
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".json") }
            .sorted()
        return try names.map { name in
            let bytes = FileManager.default.contents(atPath: "\(folder)/\(name)") ?? Data()
            return (String(name.dropLast(5)), try CaseDocument.read(Array(bytes)))
        }
    }

    /// A book of one pack with these rules.
    static func book(of rules: [Rule], parameters: [RuleParameter] = []) -> RuleBook {
        let text = BilingualText("test")
        let pack = RulePack(
            id: "TEST", title: text, instrument: text, source: text, parameters: parameters, rules: rules,
            file: "test.yaml")
        return RuleBook(packs: [pack], fingerprint: "test")
    }
}

/// The day written `text`; a test that misspells one fails at once.
func day(_ text: String) -> Day {
    guard let day = Day(text) else { preconditionFailure("There is no day \(text).") }
    return day
}

extension ContactCase {
    /// A mother in a Chinese prison and her child of seven, on 5 December 2026.
    static func chinese(
        on date: String = "2026-12-05", in jurisdiction: String = "CN", sex: Sex = .female,
        grade: Prisoner.Grade? = .ordinary, events: [PrisonerEvent] = [], born: String = "2019-05-05",
        history: [String] = [], protects: Bool = false, parameters: KeyValuePairs<String, String> = [:]
    ) -> ContactCase {
        ContactCase(
            date: day(date), jurisdiction: Jurisdiction(jurisdiction), prisonerSex: sex, grade: grade,
            sentence: .fixedTerm, events: events, childBirthDate: day(born),
            relation: sex == .female ? .mother : .father,
            history: history.map { PastVisit(date: day($0), minutes: 30, mode: .table) },
            protectChildContact: protects, parameters: parameters.map { Parameter(name: $0, value: $1) })
    }
}

/// An event of the prisoner's.
func event(
    _ kind: PrisonerEvent.Kind, _ date: String, until: String? = nil, misconduct: PrisonerEvent.Misconduct? = nil
) -> PrisonerEvent {
    PrisonerEvent(
        id: Identifier("\(kind.rawValue)-\(date)"), prisoner: "P", kind: kind, date: day(date),
        until: until.map { day($0) },
        misconduct: misconduct)
}

extension Entitlement {
    /// The identifiers of the rules of the trace.
    var rules: Set<String> { Set(trace.map(\.rule)) }

    /// The steps of the rule `id`.
    func steps(_ id: String) -> [TraceStep] { trace.filter { $0.rule == id } }
}
