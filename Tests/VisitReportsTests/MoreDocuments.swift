import VisitFormats
import VisitModel

@testable import VisitReports

/// Documents without a golden of their own: one at least of each kind, with as many of its members as it can have.
enum MoreDocuments {
    /// All of them.
    static func all(_ language: Language) -> [JSON] {
        accounts(language) + access + deeds + merges(language) + messages + rules(language) + reports(language) + [
            night(language), person(language), tasks(language), missedTravel,
            EntitlementDocument(widestEntitlement, language: language).json, explanation(language),
        ]
    }

    private static let moment = Instant(seconds: 1_795_212_000)

    /// An entitlement with what that of the other documents has not.
    private static let widestEntitlement: Entitlement = {
        var entitlement = Beijing.entitlement
        entitlement.visits = .init(count: 2, period: .trailing(days: 365))
        entitlement.visitOrders = .init(policy: VisitOrderPolicy(amount: 1, privilegeAmount: 2), rule: "EAW-VO")
        entitlement.video = .init(minutes: 20, countsToQuota: false)
        entitlement.duties = [duty]
        return entitlement
    }()

    private static let duty = Duty(
        task: .papers, rule: "CN-PAPERS", citation: BilingualText("§ 1"), force: .law, confidence: .verified,
        since: Worlds.today, due: Worlds.today, count: 2, sentence: BilingualText("A paper is missing."))

    private static func accounts(_ language: Language) -> [JSON] {
        var balance = LedgerBalance()
        balance.available = 2
        let statement = AccountStatement(
            prisoner: "P1", today: Worlds.today, balance: balance,
            entries: [
                LedgerEntry(
                    day: Worlds.today, unit: .visitOrder, kind: .used, cause: .visit, visit: "V1", rule: "EAW-VO",
                    note: "a note")
            ],
            policy: nil, nextIssue: Worlds.today, quota: .init(count: 1, period: .calendarYear),
            citations: ["EAW-VO": BilingualText("§ 1")])
        var bare = statement
        (bare.quota, bare.nextIssue, bare.entries) = (nil, nil, [])
        let day = LedgerDay(
            date: Worlds.today, balance: balance, granted: 1, privilegeGranted: 0, expired: 0, privilegeExpired: 1)
        return [
            AccountDocument(statement, language: language).json, AccountDocument(bare, language: language).json,
            LedgerReplayDocument([day]).json,
            LedgerNightDocument(
                today: Worlds.today, accounts: 3, lines: 2, findings: Samples.findings, language: language
            ).json,
            LedgerReturnDocument(
                day: Worlds.today, accounts: 3, lines: 20, plans: [2, 3], cancelled: ["V1"],
                findings: Samples.findings, isDryRun: true, language: language
            ).json,
        ]
    }

    private static let entries = [
        AuditEntry(
            position: 1, moment: moment, actor: "local:1000", act: "visit.confirm", subject: "visit V1",
            facts: ["from=proposed"])
    ]

    private static let feeds = Feed.Scope.Kind.allCases.map { kind in
        Feed(
            id: "f1", scope: Feed.Scope(kind, "X1"), showsNames: true, language: .chinese, created: moment,
            revoked: moment)
    }

    private static var access: [JSON] {
        let caseworker = AccessToken(
            id: "t1", role: .caseworker("O1"), label: "desk", created: moment, expires: moment, revoked: moment)
        let prison = AccessToken(id: "t2", role: .prison("BJW"), created: moment, expires: moment)
        return [
            AuditDocument(entries).json, FeedsDocument(feeds).json, TokensDocument([caseworker, prison]).json,
            FeedDocument(id: "f1", path: "/feeds/secret.ics").json, FeedDocument(id: "f1", path: nil).json,
            TokenDocument(prison, secret: "secret").json, TokenDocument(revoked: "t2").json,
        ]
    }

    private static let deeds: [JSON] = [
        InitDocument(store: "visits.db").json, BackupDocument(file: "copy.db").json,
        RestoreDocument(store: "visits.db", file: "copy.db", source: "store").json,
        RestoreDocument(store: "visits.db", file: "copy.db", source: "digests", noted: Instant(seconds: 0)).json,
        RetentionDocument(
            days: 365, isDone: false,
            cases: [.init(child: "C1", ended: Day(number: 20_000), due: Day(number: 20_365))], withoutBond: ["C2"]
        ).json,
        UpgradeDocument(store: "visits.db", step: nil).json,
        UpgradeDocument(store: "visits.db", step: .init(from: 9, to: 10, copy: "copy.db")).json,
        ExportDocument(folder: "out", written: ["a.ics"], removed: ["b.ics"], unchanged: 3).json,
        ErasureDocument(child: "C1", visitsAhead: 1, visitsKept: 2, includesHousehold: true).json,
        ErasureDocument(
            child: "C1", visitsAhead: 0, visitsKept: 2, includesHousehold: false,
            namings: [FoundText(place: "closure.reason", row: "Z1", text: "")], missingFolders: ["/media/usb"],
            copies: ["/var/lib/visitd/visits.db.before-schema-9"]
        ).json,
        AuditEndDocument(end: "412:" + String(repeating: "9f", count: 32)).json,
    ]

    private static func merges(_ language: Language) -> [JSON] {
        var merge = PersonMerge(
            kept: .child("C1"), duplicate: .child("C2"),
            records: .init(kept: Register(), duplicate: Register(), merged: Register()))
        merge.moved = [.visits: 2, .lines: 1]
        merge.remarks = [.households(kept: "H1", other: "H2", isLeftEmpty: true), .together(visit: "V-0001")]
        let facts = [
            MergeDocument.Fact(name: BilingualText(en: "name", zh: "姓名"), kept: "A", duplicate: "B", merged: "A")
        ]
        let done = MergeDocument(.init(merge: merge, facts: facts, isDryRun: false), language: language)
        merge.obstacles = [.sexes(.female, .male), .keptApart("S1")]
        return [done.json, MergeDocument(.init(merge: merge, facts: facts, isDryRun: true), language: language).json]
    }

    private static var messages: [JSON] {
        var message = Message(
            about: "V1", to: .guardian("G1"), number: 1,
            Message.Content(.moved, isAgreed: true, date: Worlds.today, start: Worlds.clock("14:00")),
            created: moment)
        message.remark = "no such address"
        var settled = message
        (settled.state, settled.settled) = (.abandoned, moment)
        let delivery = MessageDocument.Delivery(message: "V1~1", channel: .sms, address: "+86 10", kind: .moved)
        return [
            OutboxDocument([message, settled]).json, PostDocument(posted: 2).json, PostDocument(posted: nil).json,
            DeliveryDocument(posted: 1, delivered: 2, failed: 3, abandoned: 4).json,
            RetryDocument(messages: ["V1~1"]).json,
            MessageDocument(about: "V1", language: .english, lines: ["One.", "Two."], parts: ["One. Two."]).json,
            MessageDocument(delivery, language: .chinese, lines: ["One."], parts: ["One."]).json,
        ]
    }

    static let rule = RuleSummary(
        id: "CN-1", title: BilingualText(en: "A rule", zh: "一条规则"), citation: BilingualText(en: "Clause 1", zh: "第一条"),
        force: .law, confidence: .verified, validFrom: Worlds.day("2016-12-05"), validTo: Worlds.day("2030-01-01"),
        effects: [BilingualText(en: "One visit", zh: "会见一次")], notes: BilingualText(en: "A note", zh: "备注"))

    static let pack = PackSummary(
        id: "CN", title: BilingualText(en: "A pack", zh: "一套规则"),
        instrument: BilingualText(en: "An instrument", zh: "一份文件"), rules: [rule])

    private static func rules(_ language: Language) -> [JSON] {
        [RuleDocument(rule, language: language).json, RulesDocument([pack], language: language).json]
    }

    private static func reports(_ language: Language) -> [JSON] {
        var plan = Beijing.plan
        plan.prices = [.init(.table, Beijing.session.id.text, day: Worlds.day("2026-12-05"), points: 40)]
        let bottlenecks = BottlenecksReport(
            plan, sessions: [Beijing.session], prisons: [Beijing.prison], pointsPerVisit: 100, currency: "CNY",
            language: language)
        return [
            ReportsDocument(language: language).json, bottlenecks.json,
            PlanReportDocument(plan, isPublished: false, language: language).json,
        ] + ReportTests.reports(language).map { JSONWriter($0.report.content).json }
    }

    static let nightSummary = NightSummary(
        plan: Beijing.plan, outcome: .dryRun, children: 4, childrenWithVisit: 3,
        files: .init(
            folder: "out", calendars: .init(written: 1, removed: 2, unchanged: 3),
            reports: .init(written: 4, removed: 5, unchanged: 6)),
        messages: 7, findings: Samples.findings)

    private static func night(_ language: Language) -> JSON { NightDocument(nightSummary, language: language).json }

    private static func person(_ language: Language) -> JSON {
        let bond = Bond(
            id: "B1", child: "C1", prisoner: "P1", relation: .mother, papers: [.residentIdentityCard], maxGap: 60)
        let guardian = Guardian(
            id: "G1", name: "张桂英", household: "H1", relation: .grandmother, birthDate: Worlds.day("1956-01-01"),
            phone: "+86 10", citizenNumber: try? CitizenNumber.read("119999195601010026").get(), wechat: "guiying_56")
        var child = Beijing.xiaoyu
        child.citizenNumber = try? CitizenNumber.read("119999201703010025").get()
        let record = PersonRecord(
            child: child, household: Beijing.family, guardians: [guardian], bonds: [bond],
            prisoners: [Beijing.mother],
            visits: [(Beijing.detail, [VisitAct(.confirm, by: .prison, reason: "room", moment: moment)])],
            refusals: [Beijing.refusal], feeds: feeds,
            texts: [FoundText(place: "visitAct.reason", row: "V1 1", text: "room")], audit: entries)
        return PersonDocument(record, language: language).json
    }

    /// A visit that was agreed, and ended by a release.
    static let calledOff: CalledOff = {
        var visit = Beijing.visit
        visit.status = .cancelled
        let flag = VisitFlag(visit: visit.id, code: .released, subject: "prisoner \(visit.prisoner)")
        return CalledOff(visit, by: .prison, flag: flag.ending(.confirmed))
    }()

    private static func tasks(_ language: Language) -> JSON {
        let task = CaseTask(duty: duty, prisoner: "P1", household: "H1", children: ["C1"], visit: Beijing.visit)
        var watched = task
        watched.duty.due = nil
        return TasksDocument(
            TaskList(
                today: Worlds.today, within: 30, tasks: [task, watched], calledOff: [Self.calledOff]),
            language: language
        ).json
    }

    private static var missedTravel: JSON {
        let way = Beijing.trip.outbound
        let missed = [
            MissedConnection(route: "G7", stop: "Tianjin", next: way),
            MissedConnection(route: "G9", stop: "Tianjin", next: nil),
        ]
        return TravelDocument(
            date: Worlds.day("2026-12-05"), outbound: [way], homeward: [], ifMissed: ([missed], [])
        ).json
    }

    private static func explanation(_ language: Language) -> JSON {
        var explanation = Beijing.explanation
        explanation.visit = nil
        explanation.refusal = Beijing.refusal
        explanation.companions = [
            .init(.guardian("G1"), name: "张桂英", relation: .grandmother, goesAlong: true, obstacle: nil),
            .init(
                .escort("E1"), name: "李梅", relation: nil, goesAlong: false, obstacle: BilingualText("Busy.")),
        ]
        return ExplainDocument(explanation, language: language).json
    }
}
