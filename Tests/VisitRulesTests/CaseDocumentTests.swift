import Foundation
import Testing
import VisitModel

@testable import VisitRules

@Suite("cases as documents")
struct CaseDocumentTests {
    private static let sound = """
        {"format": "visitd-case/1", "date": "2026-12-05", "packs": ["CN-MOJ118"], "parameters": {"cn.escort_age": 16, "x": true},
         "protectChildContact": true, "prison": {"jurisdiction": "CN", "region": "SC", "facility": "prison", "sex": "female"},
         "prisoner": {"sex": "female", "grade": "veryLenient", "sentence": "deathWithReprieve", "admitted": "2020-01-02",
           "events": [{"type": "misconduct", "date": "2026-01-02", "until": "2026-02-02", "kind": "drug"},
                      {"type": "gradeChanged", "date": "2026-03-04", "grade": "strict"}]},
         "child": {"birthDate": "2019-05-05", "relation": "grandchild"}, "escort": {"relation": "charity", "age": 30},
         "visitors": 3, "history": [{"date": "2026-10-01", "minutes": 30, "mode": "video"}, {"date": "2026-09-01"}]}
        """

    @Test("every field is read into the case")
    func soundDocument() throws {
        let document = try CaseDocument.read(Array(Self.sound.utf8))
        let contact = document.contactCase
        #expect(document.packs == ["CN-MOJ118"])
        #expect(contact.jurisdiction == Jurisdiction("CN-SC"))
        #expect(contact.grade == .veryLenient)
        #expect(contact.sentence == .deathWithReprieve)
        #expect(contact.relation == .grandmother)
        #expect(contact.companion == ContactCase.Companion(relation: nil, age: 30))
        #expect(contact.parameters.map(\.value) == ["16", "yes"])
        #expect(contact.protectChildContact)
        #expect(contact.events.map(\.kind) == [.misconduct, .gradeChanged])
        #expect(contact.events.first?.until == day("2026-02-02"))
        #expect(contact.events.last?.note == "strict")
        #expect(contact.history.map(\.date) == [day("2026-09-01"), day("2026-10-01")])
        #expect(contact.history.last?.mode == .video)
    }

    @Test("a change of grade on record decides the grade of the day")
    func gradeChange() throws {
        let contact = try CaseDocument.read(Array(Self.sound.utf8)).contactCase
        let book = try Packs.book()
        #expect(book.entitlement(for: contact).rules.contains("CN-SC-STRICT"))
        var earlier = contact
        earlier.date = day("2026-03-03")
        #expect(!book.entitlement(for: earlier).rules.contains("CN-SC-STRICT"))
    }

    @Test("custody, the length of the sentence, the State of care and kin are read too")
    func newerFields() throws {
        let text = Self.sound.replacing("\"sentence\": \"deathWithReprieve\"", with: "\"custody\": \"detention\"")
            .replacing("\"admitted\"", with: "\"termMonths\": 5, \"admitted\"")
            .replacing("\"grandchild\"", with: "\"niece\", \"careState\": \"US-KY\"")
            .replacing("\"relation\": \"charity\"", with: "\"relation\": \"aunt\", \"relationToPrisoner\": \"sibling\"")
        let contact = try CaseDocument.read(Array(text.utf8)).contactCase
        #expect(contact.custody == .detention)
        #expect(contact.termMonths == 5)
        #expect(contact.careState == Jurisdiction("US-KY"))
        #expect(contact.relation == .aunt)
        #expect(contact.companion?.kin(to: .aunt) == .sibling)
    }

    @Test("what an adult is to the prisoner follows from what both are to the child, where it does")
    func kin() {
        func kin(_ adult: Guardian.Relation, of prisoner: Bond.Relation) -> ContactCase.Kin? {
            ContactCase.Companion(relation: adult).kin(to: prisoner)
        }
        #expect(kin(.maternalAunt, of: .mother) == .sibling)
        #expect(kin(.maternalUncle, of: .father) == .relative)
        #expect(kin(.paternalUncle, of: .father) == .sibling)
        #expect(kin(.stepmother, of: .father) == .spouse)
        #expect(kin(.sibling, of: .mother) == .child)
        #expect(kin(.aunt, of: .mother) == nil)
        #expect(kin(.maternalAunt, of: .grandmother) == nil)
    }

    @Test("a guardian as escort is a legal guardian")
    func guardian() throws {
        let text = Self.sound.replacingOccurrences(of: "\"charity\"", with: "\"guardian\"")
        #expect(try CaseDocument.read(Array(text.utf8)).contactCase.companion?.isLegalGuardian ?? false)
    }

    @Test(
        "each fault is named with its path",
        arguments: [
            ("\"format\": \"visitd-case/1\"", "\"format\": \"visitd-case/2\"", "$.format"),
            ("\"2026-12-05\"", "\"2026-02-30\"", "$.date"),
            ("\"date\": \"2026-12-05\"", "\"day\": \"2026-12-05\"", "$.day"),
            ("\"jurisdiction\": \"CN\", ", "", "$.prison.jurisdiction"),
            ("\"sex\": \"female\", \"grade\"", "\"sex\": \"woman\", \"grade\"", "$.prisoner.sex"),
            ("veryLenient", "verylenient", "$.prisoner.grade"),
            ("\"type\": \"misconduct\"", "\"type\": \"misconducts\"", "$.prisoner.events[0].type"),
            ("\"kind\": \"drug\"", "\"kindd\": \"drug\"", "$.prisoner.events[0].kindd"),
            ("2026-02-02", "2026-01-01", "$.prisoner.events[0].until"),
            ("2019-05-05", "2030-05-05", "$.child.birthDate"), ("\"grandchild\"", "\"pet\"", "$.child.relation"),
            ("\"visitors\": 3", "\"visitors\": \"three\"", "$.visitors"),
            ("\"visitors\": 3", "\"visitors\": 2.5", "$.visitors"),
            ("\"age\": 30", "\"age\": -1", "$.escort.age"),
            ("\"age\": 30", "\"relationToPrisoner\": \"boss\"", "$.escort.relationToPrisoner"),
            (
                "\"relation\": \"grandchild\"", "\"relation\": \"niece\", \"careState\": \"Kentucky\"",
                "$.child.careState"
            ),
            ("\"sentence\"", "\"custody\": \"arrested\", \"sentence\"", "$.prisoner.custody"),
            ("\"sentence\"", "\"termMonths\": 0, \"sentence\"", "$.prisoner.termMonths"),
            ("\"minutes\": 30", "\"minutes\": true", "$.history[0].minutes"),
            ("{\"cn.escort_age\": 16, \"x\": true}", "[1]", "$.parameters"),
            ("\"x\": true", "\"x\": [1]", "$.parameters.x"), ("[\"CN-MOJ118\"]", "[7]", "$.packs[0]"),
            ("\"protectChildContact\": true", "\"protectChildContact\": \"yes\"", "$.protectChildContact"),
        ])
    func faults(found: String, replacement: String, path: String) throws {
        let text = Self.sound.replacingOccurrences(of: found, with: replacement)
        #expect(text != Self.sound)
        let error = try #require(throws: RuleError.self) { try CaseDocument.read(Array(text.utf8)) }
        #expect(error.kind == .badData)
        #expect(error.findings.map(\.subject).contains(path))
    }

    @Test("all faults are found at once, and what is not JSON is said to be that")
    func several() throws {
        let text = Self.sound.replacingOccurrences(of: "\"drug\"", with: "\"drugs\"")
            .replacingOccurrences(of: "\"video\"", with: "\"skype\"").replacingOccurrences(
                of: "\"visitors\"", with: "\"visitor\"")
        let error = try #require(throws: RuleError.self) { try CaseDocument.read(Array(text.utf8)) }
        #expect(error.findings.map(\.subject) == ["$.visitor", "$.prisoner.events[0].kind", "$.history[0].mode"])
        let broken = try #require(throws: RuleError.self) { try CaseDocument.read(Array("{".utf8)) }
        #expect(broken.findings.map(\.code) == ["case-syntax"])
        let list = try #require(throws: RuleError.self) { try CaseDocument.read(Array("[]".utf8)) }
        #expect(list.findings.map(\.code) == ["unexpected-value"])
    }

    @Test("only the packs asked for are used, and an unknown one is named with the nearest")
    func packs() throws {
        let book = try Packs.book()
        let limited = try book.limited(to: ["CN-MOJ118"])
        #expect(limited.packs.map(\.id) == ["CN-MOJ118"])
        #expect(!limited.entitlement(for: .chinese()).rules.contains("UN-BR-23"))
        let error = try #require(throws: RuleError.self) { try book.limited(to: ["CN-MOJ119"]) }
        #expect(error.code == "unknown-rule-packs")
        #expect(error.advice?.english == "Perhaps 'CN-MOJ118' was meant.")
    }
}
