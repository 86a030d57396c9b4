import VisitModel

@testable import VisitReports

/// The reports about single people, months, money and rules, of the invented worlds.
enum MoreReports {
    static func reports(_ language: Language) -> [(name: ReportName, report: any Report)] {
        [
            (.child, child(language)), (.month, month(language)), (.escort, escort(language)),
            (.requests, requests(language)), (.budget, budget(language)), (.compliance, compliance(language)),
            (.record, record(language)),
        ]
    }

    static func child(_ language: Language) -> ChildCard {
        ChildCard(
            Beijing.xiaoyu, visits: [Beijing.detail, Beijing.homeDetail], outlooks: Beijing.outlooks,
            today: Worlds.today, language: language)
    }

    static func month(_ language: Language) -> HouseholdMonth {
        HouseholdMonth(
            Beijing.family, month: Month(year: 2026, month: 12), visits: [Beijing.detail, Beijing.homeDetail],
            language: language)
    }

    static func escort(_ language: Language) -> EscortMonth {
        let escort = Escort(
            id: "E1", name: "李梅", home: "H2",
            available: DayRange(Worlds.day("2026-01-01"), Worlds.day("2027-12-31")), maxChildren: 3)
        return EscortMonth(
            escort, month: Month(year: 2026, month: 12), visits: [Beijing.detail, Beijing.homeDetail],
            language: language)
    }

    static func requests(_ language: Language) -> RequestList {
        RequestList(
            prison: Beijing.prison, weekOf: Worlds.day("2026-12-05"),
            visits: [Beijing.detail, Beijing.homeDetail, Michigan.detail], outlooks: Beijing.outlooks,
            language: language)
    }

    static let budgetLines = [
        BudgetReport.Line(
            .init(month: Month(year: 2026, month: 11)), budget: 5_900_000, held: 1_234_050, planned: 2_000_000,
            journeys: 41),
        BudgetReport.Line(
            .init(month: Month(year: 2026, month: 12)), budget: 1_000_000, held: 0, planned: 1_640_000, journeys: 20),
        BudgetReport.Line(
            .init(month: Month(year: 2027, month: 1)), budget: nil, held: 0, planned: 70_000, journeys: 1),
    ]

    static func budget(_ language: Language) -> BudgetReport {
        BudgetReport(budgetLines, today: Worlds.today, currency: "CNY", language: language)
    }

    static let law = ComplianceReport.Norm(
        rule: "CN-PL-48", citation: BilingualText(en: "Prison Law, Article 48", zh: "《监狱法》第48条"), force: .law,
        confidence: .verified)
    static let soft = ComplianceReport.Norm(
        rule: "UN-BR-52", citation: BilingualText(en: "Bangkok Rules, Rule 52, paragraph 3", zh: "《曼谷规则》第52条第3款"),
        force: .soft, confidence: .known)

    static func compliance(_ language: Language) -> ComplianceReport {
        ComplianceReport(
            lines: [
                .init(
                    norm: law, quota: .init(count: 1, period: .calendarMonth), prisoners: 3, entitledBefore: 35_900,
                    held: 4, entitledAhead: 8_200, planned: 9),
                .init(
                    norm: nil, quota: .init(count: 1, period: .calendarMonth), prisoners: 1, entitledBefore: 11_990,
                    held: 0, entitledAhead: 2_700, planned: 0),
            ],
            separations: [
                .init(
                    outlook: Beijing.outlooks[0], since: Worlds.day("2026-06-01"), held: 2, mostDays: 30, norm: soft)
            ],
            conflicts: [
                .init(
                    norms: [law, soft],
                    sentence: BilingualText(
                        en: "The one suspends visits, the other forbids it; the law was followed.",
                        zh: "前者停止会见，后者不允许停止；按法律执行。"), bonds: 2)
            ],
            openRights: [
                .init(
                    norm: soft, parameter: "distance_bonus_km", value: nil,
                    sentence: BilingualText(en: "A long way is made up for.", zh: "路途遥远的予以弥补。"), bonds: 5)
            ], horizon: DayRange(Worlds.today + 1, Worlds.today + 84), today: Worlds.today, language: language)
    }

    static func record(_ language: Language) -> ContactRecord {
        func past(_ id: Identifier<Visit>, _ date: String, _ status: Visit.Status) -> VisitDetail {
            var detail = Beijing.detail
            detail.visit.id = id
            detail.visit.status = status
            detail.visit.date = Worlds.day(date)
            return detail
        }
        let duty = Duty(
            task: .paroleNote, rule: "UN-BR-63",
            citation: BilingualText(en: "Bangkok Rules, Rule 63", zh: "《曼谷规则》第63条"), force: .soft,
            confidence: .verified, since: Worlds.day("2020-12-10"), due: Worlds.day("2027-03-01"),
            sentence: BilingualText(en: "The record of visits can be attached.", zh: "可附上会见记录。"))
        return ContactRecord(
            prisoner: Beijing.mother, prison: Beijing.prison, outlooks: Beijing.outlooks,
            lines: [
                .init(Beijing.detail), .init(past("V0", "2025-10-02", .held)),
                .init(past("VA", "2026-03-07", .cancelled), by: .prison),
                .init(past("VB", "2026-05-02", .missed), by: .household), .init(past("VC", "2026-10-02", .held)),
            ], duties: [duty], today: Worlds.today, language: language)
    }
}
