import Testing
import VisitModel
import VisitTestSupport

@testable import VisitRules

@Suite("the table of cases")
struct GoldenCaseTests {
    @Test("every case is answered as the table says")
    func table() throws {
        let book = try Packs.book()
        let lines = try Packs.cases().map { name, document in
            CaseTable.text(name, book.entitlement(for: document.contactCase))
        }
        try Golden.compare(lines.joined(separator: "\n"), with: "cases.txt")
    }

    @Test("every rule of every pack applies in at least one case of the table or of the law")
    func coverage() throws {
        let book = try Packs.book()
        let contacts = try Packs.cases().map(\.document.contactCase) + LawCase.all().map(\.document.contactCase)
        let applied = contacts.reduce(into: Set<String>()) { applied, contact in
            applied.formUnion(book.entitlement(for: contact).rules)
        }
        let idle = book.rules.map(\.id).filter { !applied.contains($0) }.sorted()
        #expect(idle == [])
    }

    @Test("a rule that applies in a case no longer does once the case leaves its dates, place, scope or condition")
    func pairs() throws {
        let book = try Packs.book()
        var tried = 0
        for (name, document) in try Packs.cases() {
            let contact = document.contactCase
            for id in book.entitlement(for: contact).rules.sorted() where id != "register" {
                let rule = try #require(book.rule(id))
                for (what, other) in Self.neighbours(of: contact, outside: rule) {
                    tried += 1
                    #expect(!book.entitlement(for: other).rules.contains(id), "\(id) still applies in \(name), \(what)")
                }
            }
        }
        #expect(tried > 2000)
    }

    /// The case moved just outside the rule, in every way in which that is possible.
    private static func neighbours(of contact: ContactCase, outside rule: Rule) -> [(String, ContactCase)] {
        var found: [(String, ContactCase)] = []
        func add(_ what: String, _ change: (inout ContactCase) -> Void) {
            var other = contact
            change(&other)
            found.append((what, other))
        }
        add("a day before it is in force") { $0.date = rule.validFrom - 1 }
        if let last = rule.validTo { add("a day after it ended") { $0.date = last + 1 } }
        if !rule.scope.jurisdictions.contains(Jurisdiction("*")) {
            add("elsewhere") { $0.jurisdiction = Jurisdiction("XX") }
        }
        if let sex = rule.scope.prisonerSex { add("other sex") { $0.prisonerSex = sex == .female ? .male : .female } }
        if !rule.scope.grades.isEmpty { add("without a grade") { $0.grade = nil } }
        if !rule.scope.sentences.isEmpty { add("without a sentence") { $0.sentence = nil } }
        if !rule.scope.custody.isEmpty {
            add("in unknown custody") {
                $0.sentence = nil
                $0.recordedCustody = nil
            }
        }
        if !rule.scope.facilities.isEmpty { add("in a prison") { $0.facility = .prison } }
        if !rule.scope.relations.isEmpty { add("other relation") { $0.relation = .other } }
        if rule.scope.childAge.upperBound < 200 {
            add("too old") { $0.childBirthDate = Day(number: $0.date.number - 366 * rule.scope.childAge.upperBound) }
        }
        for case .event(let occurrence) in rule.conditions where !occurrence.isNegated {
            add("without the event") {
                $0.events.removeAll { occurrence.kinds.contains($0.kind) }
                if occurrence.kinds.contains(.admitted) { $0.admitted = nil }
            }
        }
        for case .firstVisit(let isFirst) in rule.conditions {
            add("other history") {
                $0.history = isFirst ? [ContactCase.PastVisit(date: $0.date - 40, minutes: 30, mode: .table)] : []
            }
        }
        return found
    }
}

/// The table of cases as text.
enum CaseTable {
    /// The answer to one case, as a person reads it.
    static func text(_ name: String, _ answer: Entitlement) -> String {
        var lines = ["\(name): \(answer.decision.rawValue)" + (answer.until.map { " until \($0)" } ?? "")]
        var facts: [String] = []
        if let visits = answer.visits { facts.append("\(visits.count) visit(s) per \(words(visits.period))") }
        if let minutes = answer.minutesPerVisit { facts.append("\(minutes.count) min each") }
        if let quota = answer.minutesPerPeriod { facts.append("\(quota.minutes.count) min per \(words(quota.period))") }
        if let total = answer.visitors.total { facts.append("\(total) visitors") }
        if answer.visitors.uncountedBelowAge > 0 {
            facts.append("not counted below \(answer.visitors.uncountedBelowAge)")
        }
        facts.append(answer.escort.isRequired ? "with an adult" : "alone")
        if !answer.escort.relations.isEmpty {
            facts.append("of: " + answer.escort.relations.map(\.rawValue).joined(separator: " "))
        }
        if let notice = answer.noticeDays { facts.append("\(notice) days ahead") }
        if let stay = answer.extendedStay { facts.append("stay of \(stay.days) day(s), \(stay.hours) h") }
        lines.append("  " + facts.joined(separator: ", "))
        lines.append("  modes: " + answer.modes.map(\.rawValue).joined(separator: " "))
        lines.append("  papers: " + answer.documents.map(\.rawValue).joined(separator: " "))
        for conflict in answer.conflicts {
            lines.append("  conflict \(conflict.rules.joined(separator: " / ")): \(conflict.sentence.english)")
        }
        for item in answer.unquantified { lines.append("  open \(item.rule): \(item.parameter) = \(item.value)") }
        for step in answer.trace {
            let over = step.overriddenBy.map { " (overridden by \($0))" } ?? ""
            lines.append("  - \(step.rule) [\(step.force.rawValue) \(step.confidence.rawValue) \(step.effect)]\(over)")
            lines.append("    \(step.sentence.english)")
            lines.append("    \(step.sentence.chinese)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func words(_ period: Period) -> String {
        switch period {
        case .calendarMonth: "calendar month"
        case .calendarYear: "calendar year"
        case .days(let count, let anchor): "\(count) days from \(anchor)"
        case .trailing(let days): "trailing \(days) days"
        }
    }
}
