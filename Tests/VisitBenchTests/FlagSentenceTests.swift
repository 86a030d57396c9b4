import Foundation
import Testing
import VisitJudge
import VisitModel
import VisitRules
import VisitTestSupport

@testable import VisitBench

@Suite("What people read when a visit does not hold")
struct FlagSentenceTests {
    private static let book: RuleBook = {
        let folder = URL(filePath: #filePath).appending(path: "../../../Config/rules").standardized.path
        do { return try RuleBook.load(folder: folder) } catch { preconditionFailure("\(folder): \(error)") }
    }()

    /// The first flag of each code, as the judge makes it in a plan in which that is wrong.
    private static let flags: [VisitFlag] = InjectedBreach.all.compactMap { breach in
        var plan = JudgedPlan(families: 24, prisons: 2, seed: 1)
        _ = breach.inject(in: &plan, seed: 1)
        return Judge(plan.world(book)).flags().first { $0.code == breach.code }
    }

    @Test("each code says what happened and what can be done, in both languages")
    func golden() throws {
        let pages = Self.flags.sorted { $0.code < $1.code }.map { flag in
            let (sentence, advice) = (flag.sentence, flag.code.advice)
            return """
                \(flag.code.rawValue)
                  \(sentence.english)
                  \(advice.english)
                  \(sentence.chinese)
                  \(advice.chinese)

                """
        }
        try Golden.compare(pages.joined(separator: "\n"), with: "flags.txt")
    }

    @Test("every code has a sentence, and none holds a raw word, a dash for a figure, or a visit's identifier")
    func clean() {
        #expect(Self.flags.map(\.code).sorted() == VisitFlag.Code.allCases)
        for flag in Self.flags {
            let others = flag.facts.filter { $0.name == "visit" }.map(\.value)
            for text in [flag.sentence.english, flag.sentence.chinese] {
                #expect(!text.contains("–") || flag.code == .homeHours, "\(text)")
                #expect(!others.contains(where: text.contains), "\(text)")
            }
            #expect(flag.sentence.english.hasSuffix(".") && flag.sentence.chinese.hasSuffix("。"))
            #expect(flag.code.advice.english.hasPrefix("Perhaps"))
        }
    }

    @Test("a flag of an earlier program, which has fewer figures, has a sentence too")
    func bare() {
        for code in VisitFlag.Code.allCases {
            let sentence = VisitFlag(visit: "V1", code: code).sentence
            #expect(sentence.english.hasSuffix(".") && sentence.chinese.hasSuffix("。"), "\(sentence)")
        }
    }
}
