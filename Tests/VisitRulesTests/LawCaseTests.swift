import Foundation
import Testing
import VisitModel

@testable import VisitRules

/// A case that was answered by hand from the source before the program was asked.
struct LawCase: CustomTestStringConvertible {
    var name: String
    /// The instrument from which the answer was read.
    var source: String
    var wanted: Wanted
    var document: CaseDocument

    var testDescription: String { name }

    /// What the answer must be, as far as the source says.
    struct Wanted: Decodable {
        var decision: String?
        var until: String?
        /// How many visits there are in a period.
        var visits: Int?
        /// Rules that must be in the trace.
        var rules: [String]?
        /// Rules that must not.
        var without: [String]?
        /// What the steps of rules must say.
        var text: [String: String]?
        /// What they must not say.
        var not_text: [String: String]?
        /// What a step of the facts on record must say.
        var fact: String?
        /// A rule that another cannot be followed with.
        var conflict: String?
    }

    private struct File: Decodable {
        var source: String
        var wanted: Wanted
    }

    /// All cases, by name.
    static func all() throws -> [LawCase] {
        let folder = Packs.tests.appending(path: "Law")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path()).filter { $0.hasSuffix(".json") }
        return try names.sorted().map { name in
            let bytes = try Data(contentsOf: folder.appending(path: name))
            let file = try JSONDecoder().decode(File.self, from: bytes)
            let object = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
            let facts = try JSONSerialization.data(withJSONObject: try #require(object["case"]))
            return LawCase(
                name: String(name.dropLast(5)), source: file.source, wanted: file.wanted,
                document: try CaseDocument.read(Array(facts)))
        }
    }
}

@Suite("cases answered from the sources")
struct LawCaseTests {
    @Test("is answered as its source says", arguments: try LawCase.all())
    func law(law: LawCase) throws {
        let answer = try Packs.book().entitlement(for: law.document.contactCase)
        check(answer, law)
        // The planner and the judge ask by way of a cache, which leaves out only duties.
        var cache = EntitlementCache()
        let kept = try Packs.book().entitlement(for: law.document.contactCase, using: &cache)
        #expect(kept.decision == answer.decision, "\(law.name): the cache differs")
        #expect(kept.until == answer.until, "\(law.name): the cache differs")
        #expect(kept.visits == answer.visits, "\(law.name): the cache differs")
    }

    private func check(_ answer: Entitlement, _ law: LawCase) {
        let wanted = law.wanted
        let source = Comment(rawValue: "\(law.name): \(law.source)")
        if let decision = wanted.decision { #expect(answer.decision.rawValue == decision, source) }
        if let until = wanted.until { #expect(answer.until?.description == until, source) }
        if let visits = wanted.visits { #expect(answer.visits?.count == visits, source) }
        for rule in wanted.rules ?? [] { #expect(answer.rules.contains(rule), source) }
        for rule in wanted.without ?? [] { #expect(!answer.rules.contains(rule), source) }
        for (rule, text) in wanted.text ?? [:] {
            #expect(answer.steps(rule).contains { $0.sentence.english.contains(text) }, source)
        }
        for (rule, text) in wanted.not_text ?? [:] {
            #expect(!answer.steps(rule).contains { $0.sentence.english.contains(text) }, source)
        }
        if let fact = wanted.fact {
            #expect(answer.steps("register").contains { $0.sentence.english.contains(fact) }, source)
        }
        if let conflict = wanted.conflict {
            #expect(answer.conflicts.contains { $0.rules.contains(conflict) }, source)
        }
    }

    @Test("without law or without a fact nothing is promised: no forms, no number")
    func nothingPromised() throws {
        for law in try LawCase.all() where law.wanted.fact != nil {
            let answer = try Packs.book().entitlement(for: law.document.contactCase)
            #expect(answer.modes.isEmpty, "\(law.name)")
            #expect(answer.visits == nil, "\(law.name)")
            #expect(answer.decisiveStep != nil, "\(law.name)")
        }
    }
}

@Suite("the borders of rules")
struct RuleBorderTests {
    @Test("each rule is asked on the day before, of and after each of its borders")
    func borders() throws {
        let book = try Packs.book()
        let contacts = try Packs.cases().map(\.document.contactCase) + LawCase.all().map(\.document.contactCase)
        var applying: [String: [ContactCase]] = [:]
        for contact in contacts {
            for id in book.entitlement(for: contact).rules where id != "register" {
                applying[id, default: []].append(contact)
            }
        }
        for rule in book.rules {
            let cases = applying[rule.id, default: []]
            let borders = [rule.validFrom] + (rule.validTo.map { [$0, $0 + 1] } ?? [])
            for day in Set(borders.flatMap { [$0 - 1, $0, $0 + 1] }).sorted() {
                let isInForce = rule.isInForce(on: day)
                let applied = cases.contains { contact in
                    let moved = contact.moved(to: day)
                    guard Self.binds(rule, moved) else { return isInForce }
                    return book.entitlement(for: moved).rules.contains(rule.id)
                }
                #expect(applied == isInForce, Comment(rawValue: "\(rule.id) on \(day)"))
            }
        }
    }

    private static func binds(_ rule: Rule, _ contact: ContactCase) -> Bool {
        rule.binds.isEmpty
            || rule.binds.contains { contact.jurisdiction.isWithin($0.jurisdiction) && $0.from <= contact.date }
    }

    @Test("a treaty speaks where it binds, from the day on which it binds")
    func treaty() throws {
        let book = try Packs.book()
        let rule = try #require(book.rule("CRC-9.3"))
        for binding in rule.binds {
            var contact = ContactCase.chinese(in: binding.jurisdiction.code, born: "1985-05-05")
            for (day, isBound) in [(binding.from - 1, false), (binding.from, true), (binding.from + 1, true)] {
                contact.date = day
                #expect(book.entitlement(for: contact).rules.contains("CRC-9.3") == isBound, "\(day)")
            }
        }
    }
}

extension ContactCase {
    /// The same case, with all of its days moved so that it is asked on `day`.
    fileprivate func moved(to day: Day) -> ContactCase {
        var moved = self
        let distance = day - date
        moved.date = day
        moved.childBirthDate = childBirthDate + distance
        moved.admitted = admitted.map { $0 + distance }
        moved.prisonerBirthDate = prisonerBirthDate.map { $0 + distance }
        moved.otherParent.since = otherParent.since.map { $0 + distance }
        for index in moved.events.indices {
            moved.events[index].date = events[index].date + distance
            moved.events[index].until = events[index].until.map { $0 + distance }
        }
        for index in moved.history.indices { moved.history[index].date = history[index].date + distance }
        return moved
    }
}
