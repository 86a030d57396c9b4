import VisitModel
import VisitReports

/// What the rules might say of a girl and her mother in a Chinese women's prison, with every member of the answer filled.
extension Beijing {
    static let entitlement: Entitlement = {
        var entitlement = Entitlement(decision: .restricted)
        entitlement.until = Worlds.day("2027-01-31")
        entitlement.visits = .init(count: 1, period: .calendarMonth)
        entitlement.minutesPerVisit = 30
        entitlement.minutesPerPeriod = .init(minutes: 90, period: .days(28, anchor: Worlds.day("2026-11-02")))
        entitlement.visitors = .init(total: 3, adults: 2, children: 3, uncountedBelowAge: 3)
        entitlement.modes = [.table, .video]
        entitlement.escort = .init(isRequired: true, relations: [.grandmother, .carer])
        entitlement.documents = [.residentIdentityCard, .proofOfRelationship]
        entitlement.noticeDays = 7
        entitlement.extendedStay = .init(days: 2, hours: 6, nights: false)
        entitlement.unquantified = [
            .init(
                rule: "CN-WOMEN-2003-MORE", parameter: "cn.women.extra_visits_per_month", value: "0",
                sentence: BilingualText(
                    en: "A mother may suitably have more visits.", zh: "对女犯可以适当增加会见次数。")),
            .init(
                rule: "CN-WOMEN-2003-MORE", parameter: "cn.women.holiday_stay.allowed", value: "yes",
                sentence: BilingualText(en: "Whether children may stay on holidays.", zh: "节假日是否可以团聚。")),
            .init(
                rule: "CN-WOMEN-2003-MORE", parameter: "cn.women.extra_minutes",
                value: Entitlement.Unquantified.unset,
                sentence: BilingualText(en: "How much longer visits last.", zh: "会见延长多少分钟。")),
        ]
        entitlement.conflicts = [
            .init(
                rules: ["CN-SC-GRADE-STRICT", "UN-BR-23"],
                sentence: BilingualText(
                    en:
                        "The policy suspends the visit, the Bangkok Rules forbid that; the operator has turned protection on.",
                    zh: "该政策暂停会见，而《曼谷规则》禁止如此；管理者已开启保护，因此照常会见。"))
        ]
        entitlement.trace = [
            TraceStep(
                rule: "CN-MOJ118-QUOTA",
                citation: BilingualText(en: "MOJ, Sifatong [2016] No. 118", zh: "司发通〔2016〕118号"), force: .policy,
                confidence: .verifiedSecondHand, effect: "cap",
                sentence: BilingualText(
                    en: "Generally one visit of 30 minutes in a month", zh: "一般每月会见一次，每次30分钟")),
            TraceStep(
                rule: "CN-SC-GRADE-STRICT", citation: BilingualText(en: "Sichuan, grades", zh: "四川省分级处遇办法"),
                force: .policy, confidence: .uncertain, effect: "suspend", overriddenBy: "UN-BR-23",
                sentence: BilingualText(en: "In the strict grade visits are suspended.", zh: "严管级暂停会见。")),
        ]
        return entitlement
    }()

    static let explanation = Explanation(
        child: xiaoyu, prisoner: mother, relation: .mother, date: Worlds.day("2026-12-05"), entitlement: entitlement,
        visit: detail)

    /// A published plan that moved one visit and could not place the boy of the charity's home.
    static let plan = Plan(
        number: 7, today: Worlds.today, horizon: DayRange(from: Worlds.day("2026-11-22"), days: 84),
        published: Instant(seconds: 1_795_212_000), fingerprint: "f00d", visits: [visit],
        refusals: [refusal, refusalOfGirl],
        changes: [
            .init(
                visit: "V1", kind: .moved,
                reason: BilingualText(en: "The prison closed on 28 November.", zh: "监狱11月28日停止会见。"),
                dateBefore: Worlds.day("2026-11-28")),
            .init(visit: "V3", kind: .added, reason: BilingualText(en: "A date became free.", zh: "有了空余场次。")),
        ],
        certificate: .init(
            bound: 10_000, score: 9_876, coveredChildren: 2, dueChildren: 3,
            levels: [
                .init(.covered, value: 2, bound: 3), .init(.neglect, value: 40, bound: nil),
                .init(.visits, value: 5, bound: 8),
            ],
            prisons: [.init("W1", bound: 7_000, score: 6_900), .init("W2", bound: 3_000, score: 2_976)]))

    static let refusalOfGirl = Refusal(
        child: "C4", prisoner: "P1", household: "H2", code: .papersMissing,
        sentence: BilingualText(en: "The proof of relationship is missing.", zh: "缺少亲属关系证明。"))
}
