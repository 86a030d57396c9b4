import Testing
import VisitModel

@testable import VisitRules

@Suite("the packs that ship")
struct PackShapeTests {
    @Test("they have no fault, and every instrument of the first issue is there")
    func shipped() throws {
        #expect(try RuleBook.check(Packs.shipped).isEmpty)
        let ids = try Packs.book().packs.map(\.id)
        #expect(Set(ids).isSuperset(of: ["CN-PL", "CN-MOJ118", "CN-W2003", "UN-BR", "US-BOP", "US-MI-NOW"]))
        #expect(ids == ids.sorted())
    }

    @Test("a rule knows its place in the file")
    func places() throws {
        let rule = try #require(try Packs.book().rule("CN-PL-19"))
        #expect(rule.location.file.hasSuffix("cn-prison-law.yaml"))
        #expect(rule.location.column == 5)
        #expect(rule.pack == "CN-PL")
    }

    @Test("every effect has a summary in both languages")
    func summaries() throws {
        for rule in try Packs.book().rules {
            for provision in rule.provisions {
                #expect(!provision.effect.summary.english.isEmpty, "\(rule.id)")
                #expect(provision.effect.summary.chinese != provision.effect.summary.english, "\(rule.id)")
            }
        }
        let quota = try #require(try Packs.book().rule("CN-MOJ118-QUOTA"))
        #expect(
            quota.provisions.first?.effect.summary
                == BilingualText(en: "cap: visits ~ 1 / calendar month", zh: "上限：次数 ~ 1 / 自然月"))
    }

    @Test("no figure of a rule without a sure source is written as law")
    func openFigures() throws {
        for rule in try Packs.book().rules where rule.confidence == .uncertain && rule.force == .law {
            let fixed = rule.provisions.contains {
                switch $0.effect {
                case .floor(_, .fixed, _), .cap(_, .fixed, _, _), .bonus(_, .adding(.fixed), _): true
                default: false
                }
            }
            #expect(!fixed, "\(rule.id)")
        }
    }

    @Test("a sentence prints the figure that was used, never one of its own")
    func literals() throws {
        let english = /[0-9]+|\b(two|three|four|five|six|seven|ten|twelve|fifteen|thirty|sixty)\b/
        let chinese = /[0-9]+|[一二三四五六七八九十百两]+(次|分钟|人|小时|天|个月|岁|张|周)/
        // The range that a source gives is quoted beside the figure that was taken from it.
        let quoted = ["once or twice a month", "每月一至二次", "一次"]
        for rule in try Packs.book().rules {
            for provision in rule.provisions where provision.effect.bearsOnAnswer || provision.effect.word == .clock {
                var source = provision.sentence.source
                for words in quoted {
                    source.english = source.english.replacing(words, with: "")
                    source.chinese = source.chinese.replacing(words, with: "")
                }
                source.english = source.english.replacing(/Rule [0-9]+/, with: "")
                source.chinese = source.chinese.replacing(/第[0-9]+条/, with: "")
                #expect(source.english.firstMatch(of: english) == nil, "\(rule.id): \(source.english)")
                #expect(source.chinese.firstMatch(of: chinese) == nil, "\(rule.id): \(source.chinese)")
            }
        }
    }

    @Test("the fingerprint depends on what the packs say, not on where they lie")
    func fingerprint() throws {
        let book = try Packs.book()
        #expect(book.fingerprint == (try Packs.book()).fingerprint)
        #expect(book.fingerprint != (try RuleBook.load(folder: Packs.fixture("pack.sound.yaml"))).fingerprint)
    }

    @Test(
        "months are added on the calendar",
        arguments: [
            ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-11-15", 14, "2028-01-15"),
            ("2026-03-31", -1, "2026-02-28"),
        ])
    func months(from: String, count: Int, to: String) {
        #expect(day(from).adding(months: count) == day(to))
    }

    @Test("a parameter reads its own unit and range")
    func parameters() {
        func parameter(_ unit: RuleParameter.Unit) -> RuleParameter {
            RuleParameter(
                name: "x", unit: unit, preset: nil, range: 0...20, explanation: BilingualText("x"),
                location: SourceLocation(file: "x"))
        }
        #expect(parameter(.yesNo).number("yes") == 1)
        #expect(parameter(.yesNo).number("1") == nil)
        #expect(parameter(.days).number("7") == 7)
        #expect(parameter(.days).number("21") == nil)
        #expect(parameter(.kilometres).number("off") == 0)
        #expect(parameter(.yesNo).text(0) == "no")
    }
}
