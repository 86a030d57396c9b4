import VisitModel

@testable import VisitReports

/// Values that several tests show.
enum Samples {
    static let findings = [
        Finding(
            .note, code: "no-timetable", subject: "prison BJW",
            sentence: BilingualText(en: "Prison BJW has no timetable.", zh: "监狱BJW没有时刻表。")),
        Finding(
            .error, code: "no-such-date", subject: "child C17",
            at: SourceLocation(file: "children.csv", line: 17, column: 3),
            sentence: BilingualText(
                en: "“2026-02-30” is not a date; expected YYYY-MM-DD", zh: "“2026-02-30”不是有效日期，应为YYYY-MM-DD"),
            advice: BilingualText(en: "Perhaps 2026-02-28 is meant.", zh: "可能应为2026-02-28。")),
        Finding(
            .warning, code: "no-bond", subject: "child C18",
            sentence: BilingualText(en: "Child C18 has no bond.", zh: "儿童C18没有亲子关系记录。")),
    ]

    static let travel = TravelDocument(
        date: Worlds.day("2026-12-05"), outbound: [Beijing.trip.outbound], homeward: [Beijing.trip.homeward])

    static let summary = ImportSummary(tables: [
        .init(name: "prisons", added: [], changed: [], unchanged: 1),
        .init(
            name: "children", added: ["C3"],
            changed: [.init(id: "C1", fields: ["name", "birth_date"])]
                + (10..<22).map { .init(id: "C\($0)", fields: ["needs"]) }, unchanged: 4),
    ])

    static let sources = [
        ImportBatch.Source(file: "数据/prisons.csv", table: "prisons", encoding: "UTF-8", rows: 1),
        ImportBatch.Source(file: "数据/孩子.csv", table: "children", encoding: "GB18030", rows: 1018),
    ]

    static func importDocument(_ language: Language) -> ImportDocument {
        ImportDocument(
            sources: sources, summary: summary, findings: [findings[2]], isDryRun: true, language: language)
    }

    static let status = StoreStatus(
        today: Worlds.today, revision: 12, dataRevision: 9, counts: [.init("prisons", 1), .init("children", 4)],
        plan: Beijing.plan,
        upkeep: Upkeep(
            isSimulated: false, lastWrite: Worlds.today - 1, lastPlan: Worlds.today - 3,
            published: Instant(utc: CivilTime(Worlds.today - 3, .midnight)),
            night: Upkeep.Night(
                day: Worlds.today - 1, ended: Instant(utc: CivilTime(Worlds.today - 1, .midnight)), fault: "disk-full"),
            backedUp: Instant(utc: CivilTime(Worlds.today - 2, .midnight)), waitingMessages: 2,
            waitingSince: Instant(utc: CivilTime(Worlds.today - 1, .midnight)), freeBytes: 2_500_000_000),
        concerns: [findings[0]])

    /// The members that INTERFACE promises, by where they stand.
    static let promised: [(path: String, members: [String])] = [
        ("next", ["format", "today", "results"]),
        ("next.results.0", ["child", "prisoner", "household", "lastVisit", "gapDays", "status", "visit"]),
        (
            "next.results.0.visit",
            [
                "id", "status", "prison", "zone", "date", "start", "end", "minutes", "mode", "party", "documents",
                "leaveHome", "arrive", "home", "trip", "because",
            ]
        ),
        ("next.results.0.visit.party.0", ["id", "role"]),
        ("next.results.0.visit.trip", ["legs", "nights", "cents", "minutes"]),
        ("next.results.2", ["child", "prisoner", "household", "lastVisit", "gapDays", "status", "refusal"]),
        ("next.results.2.refusal", ["code", "facts", "sentence", "wouldHelp"]),
        ("sessions", ["format", "prison", "sessions"]),
        ("sessions.sessions.0", ["id", "date", "start", "minutes", "mode", "tables", "taken"]),
        ("travel", ["format", "date", "outbound", "homeward"]),
        (
            "travel.outbound.0",
            ["depart", "arrive", "dayOffset", "boardings", "walkMinutes", "cents", "estimated", "legs"]
        ),
        ("travel.outbound.0.legs.0", ["mode", "from", "to", "depart", "arrive", "route", "trip"]),
        (
            "entitlement",
            [
                "format", "decision", "until", "visits", "minutes", "visitors", "modes", "escort", "documents",
                "notice",
                "extendedStay", "unquantified", "conflicts", "trace",
            ]
        ),
        ("entitlement.visits", ["count", "per"]), ("entitlement.minutes", ["perVisit", "perPeriod", "per"]),
        ("entitlement.visitors", ["max", "adults", "children"]), ("entitlement.escort", ["required", "relations"]),
        ("entitlement.notice", ["days"]), ("entitlement.conflicts.0", ["rules", "sentence"]),
        ("entitlement.trace.0", ["rule", "citation", "force", "effect", "sentence"]),
        ("error", ["format", "code", "sentence", "findings"]),
        ("error.findings.1", ["severity", "code", "subject", "file", "line", "column", "sentence", "advice"]),
    ]
}
