import Testing
import VisitModel

@testable import VisitReports

@Suite("Visits told to a caseworker")
struct VisitTextTests {
    private static let moment = Instant(seconds: 1_795_212_000)

    private static func text(_ language: Language, told: String? = nil) -> String {
        var detail = Beijing.detail
        detail.visit.status = .cancelled
        let acts = [
            VisitAct(.request, moment: moment), VisitAct(.confirm, by: .prison, moment: moment),
            VisitAct(.move, by: .household, reason: "a match", moment: moment),
            VisitAct(.cancel, by: .prison, reason: "closed", moment: moment),
        ]
        let waiver = told.map {
            VisitWaiver(visit: detail.visit.id, code: .closed, actor: "local:1000", reason: $0, moment: moment)
        }
        return VisitText(VisitDocument(detail, acts: acts, told: waiver, language: language)).text
    }

    @Test("the steps are told in the reader's language, and last how the family was told")
    func steps() {
        let chinese = Self.text(.chinese, told: "电话告知奶奶")
        #expect(chinese.contains(" 已申请\n") && chinese.contains(" 已确认（由监狱）\n"))
        #expect(chinese.contains(" 已改期（由家庭）：a match\n"))
        #expect(chinese.contains(" 已取消（由监狱）：会见室当天停止会见\n"))
        #expect(chinese.hasSuffix(" 已告知家属：电话告知奶奶"))
        let english = Self.text(.english, told: VisitWaiver.noWords)
        #expect(english.contains(" cancelled (by the prison): The visiting room is closed on that day\n"))
        #expect(english.hasSuffix(" the family was told"))
        #expect(!Self.text(.chinese).contains("已告知"))
    }

    @Test("a ban on contact is nobody's decision who runs the service")
    func ban() {
        let act = VisitAct(.cancel, by: .operator, reason: "contact-forbidden", moment: Self.moment)
        let text = VisitText(VisitDocument(Beijing.detail, acts: [act], language: .chinese)).text
        #expect(text.contains(" 已取消（因禁止会见）：") && !text.contains("运营者"))
    }

    @Test("what does not hold has the code by which somebody can let it pass, and only for those who plan")
    func codes() {
        var detail = Beijing.detail
        detail.flags = [VisitFlag(visit: detail.visit.id, code: .closed)]
        for language in Language.allCases {
            #expect(VisitsText([detail], language: language).text.hasSuffix(" [closed]\n"))
            #expect(VisitText(VisitDocument(detail, acts: [], language: language)).text.hasSuffix(" [closed]"))
            let outlook = Outlook(
                child: Beijing.xiaoyu, prisoner: Beijing.mother, household: Beijing.family, relation: .mother,
                next: detail)
            #expect(!NextText([outlook], today: Worlds.today, language: language).text.contains("[closed]"))
        }
    }

    @Test("a finding names the kind of its subject in the reader's language, and the check that can be waived")
    func finding() {
        var finding = Finding(
            .warning, code: "late", subject: "visit V-0007", sentence: BilingualText(en: "Late.", zh: "迟到。"))
        #expect(FindingsText([finding], language: .chinese).text.hasPrefix("会见 V-0007: 警告: 迟到。\n"))
        finding.check = .late
        #expect(FindingsText([finding], language: .chinese).text.hasPrefix("会见 V-0007: 警告: 迟到。 [late]\n"))
        #expect(FindingsText([finding], language: .english).text.hasPrefix("visit V-0007: warning: Late. [late]\n"))
    }
}
