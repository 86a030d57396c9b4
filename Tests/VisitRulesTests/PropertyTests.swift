import Testing
import VisitModel

@testable import VisitRules

@Suite("what holds for all cases")
struct PropertyTests {
    private static let sexes: [Sex] = [.female, .male]
    private static let grades: [Prisoner.Grade?] = [nil, .strict, .ordinary, .lenient, .standard]

    /// A made-up case of the seed.
    private static func anyCase(_ random: inout SeededRandom) -> ContactCase {
        let date = day("2005-01-01") + Int.random(in: 0..<9000, using: &random)
        let places = ["CN", "CN-SC", "US-BOP", "US-MI", "US-OH", "GB-EAW"]
        var contact = ContactCase(
            date: date, jurisdiction: Jurisdiction(places.randomElement(using: &random) ?? "CN"),
            prisonerSex: sexes.randomElement(using: &random) ?? .female,
            grade: grades.randomElement(using: &random) ?? nil,
            sentence: Prisoner.Sentence.allCases.randomElement(using: &random), admitted: date - 400,
            childBirthDate: date - Int.random(in: 0..<7000, using: &random),
            relation: Bond.Relation.allCases.randomElement(using: &random) ?? .mother,
            protectChildContact: Bool.random(using: &random),
            parameters: [Parameter(name: "mi.visits_per_month", value: "4")])
        for number in 0..<Int.random(in: 0..<4, using: &random) {
            let begins = date - Int.random(in: -10..<900, using: &random)
            contact.events.append(
                PrisonerEvent(
                    id: Identifier("e\(number)"), prisoner: "P",
                    kind: PrisonerEvent.Kind.allCases.randomElement(using: &random) ?? .solitary, date: begins,
                    until: Bool.random(using: &random) ? begins + Int.random(in: 0..<60, using: &random) : nil,
                    misconduct: PrisonerEvent.Misconduct.allCases.randomElement(using: &random)))
        }
        return contact
    }

    private static func cases(seed: UInt64, _ count: Int) -> [ContactCase] {
        var random = SeededRandom(seed: seed)
        return (0..<count).map { _ in anyCase(&random) }
    }

    @Test("the order of packs never matters", arguments: [1, 2, 3] as [UInt64])
    func order(seed: UInt64) throws {
        let book = try Packs.book()
        var random = SeededRandom(seed: seed)
        let shuffled = RuleBook(packs: book.packs.shuffled(using: &random), fingerprint: "shuffled")
        for contact in Self.cases(seed: seed, 200) {
            #expect(shuffled.entitlement(for: contact) == book.entitlement(for: contact))
        }
    }

    @Test("an immunity never reduces a child's contact", arguments: [4, 5] as [UInt64])
    func immunity(seed: UInt64) throws {
        let full = try Packs.book()
        let without = RuleBook(
            packs: full.packs.map { pack in
                var pack = pack
                pack.rules.removeAll { $0.provisions.contains { $0.effect.word == .immunity } }
                return pack
            }, fingerprint: "without immunities")
        for contact in Self.cases(seed: seed, 200) {
            let (more, less) = (full.entitlement(for: contact), without.entitlement(for: contact))
            #expect(Self.contactRank(more.decision) >= Self.contactRank(less.decision))
            #expect(Set(more.modes).isSuperset(of: less.modes))
            #expect(more.visits?.count ?? 0 >= less.visits?.count ?? 0)
        }
    }

    /// How much contact a decision leaves.
    private static func contactRank(_ decision: Entitlement.Decision) -> Int {
        switch decision {
        case .allowed: 3
        case .restricted: 2
        case .undetermined, .deferred: 1
        default: 0
        }
    }

    @Test("no rule applies outside its dates", arguments: [6, 7] as [UInt64])
    func validity(seed: UInt64) throws {
        let book = try Packs.book()
        for contact in Self.cases(seed: seed, 200) {
            for step in book.entitlement(for: contact).trace where step.rule != "register" {
                let rule = try #require(book.rule(step.rule))
                #expect(rule.isInForce(on: contact.date), "\(step.rule) on \(contact.date)")
            }
        }
    }

    @Test("a cache gives the answers that are computed without it", arguments: [8, 9] as [UInt64])
    func cache(seed: UInt64) throws {
        let book = try Packs.book()
        var cache = EntitlementCache()
        let cases = Self.cases(seed: seed, 200)
        for contact in cases + cases.reversed() {
            var plain = contact
            plain.events = []
            for question in [contact, plain] {
                let kept = book.entitlement(for: question, using: &cache)
                let isSame = kept.answerAlone == book.entitlement(for: question).answerAlone
                #expect(isSame, "seed \(seed), \(question.jurisdiction), \(question.date)")
            }
        }
        #expect(cache.count < cases.count * 2)
    }

    @Test("the stretches of a year give on every day the answer of that day", arguments: [11, 12] as [UInt64])
    func stretches(seed: UInt64) throws {
        let book = try Packs.book()
        var cache = EntitlementCache()
        var asked = 0
        for contact in Self.cases(seed: seed, 40) {
            let year = DayRange(from: contact.date - 100, days: 366)
            let spans = book.entitlements(for: contact, within: year, using: &cache)
            #expect(spans.first?.days.first == year.first && spans.last?.days.last == year.last)
            #expect(zip(spans, spans.dropFirst()).allSatisfy { $0.days.last + 1 == $1.days.first })
            for span in spans {
                asked += 1
                for day in span.days where contact.childBirthDate <= day {
                    var question = contact
                    question.date = day
                    let answer = book.entitlement(for: question)
                    let isSame = answer.answerAlone == span.entitlement.answerAlone
                    #expect(isSame, "seed \(seed), \(contact.jurisdiction), \(day) in \(span.days)")
                }
            }
        }
        #expect(asked < 40 * 366 / 20)
    }

    @Test("what is over and done with makes no case of its own")
    func forgotten() throws {
        let book = try Packs.book()
        var cache = EntitlementCache()
        _ = book.entitlement(for: .chinese(), using: &cache)
        var punished = ContactCase.chinese(events: [
            event(.solitary, "2026-06-01", until: "2026-06-10"), event(.transferred, "2026-06-20"),
            event(.misconduct, "2026-05-20", misconduct: .other),
        ])
        punished.admitted = day("2019-03-01")
        #expect(book.entitlement(for: punished, using: &cache).decision == .allowed)
        #expect(cache.count == 1)
        punished.date = day("2026-06-05")
        #expect(book.entitlement(for: punished, using: &cache).decision == .deferred)
        punished.date = day("2026-07-05")
        #expect(book.entitlement(for: punished, using: &cache).visitsMadeUp == 1)
        #expect(cache.count == 3)
    }

    @Test("a cache forgets when the operator sets something else")
    func cacheFollowsParameters() throws {
        let book = try Packs.book()
        var cache = EntitlementCache()
        #expect(book.entitlement(for: .chinese(), using: &cache).visits?.count == 1)
        let more = ContactCase.chinese(parameters: ["cn.women.extra_visits_per_month": "1"])
        #expect(book.entitlement(for: more, using: &cache).visits?.count == 2)
        #expect(cache.count == 1)
    }

    @Test("every step of every trace speaks both languages and leaves no placeholder")
    func sentences() throws {
        let book = try Packs.book()
        for contact in Self.cases(seed: 10, 200) {
            for step in book.entitlement(for: contact).trace {
                #expect(!step.sentence.english.isEmpty && !step.sentence.chinese.isEmpty)
                #expect(!step.sentence.english.contains("{") && !step.sentence.chinese.contains("{"))
                #expect(!step.citation.english.isEmpty && !step.citation.chinese.isEmpty)
            }
        }
    }
}

extension Entitlement {
    /// The answer without duties and remarks, which are for the day that is asked about.
    fileprivate var answerAlone: Entitlement {
        var answer = self
        answer.duties = []
        answer.trace.removeAll { !$0.bearsOnAnswer }
        let remarks = Set(answer.trace.map(\.rule))
        answer.unquantified.removeAll { !remarks.contains($0.rule) }
        return answer
    }
}
