import VisitModel

extension ComplianceReport {
    private var phrases: Phrases { Phrases(language) }

    /// What it says.
    public var content: ReportContent {
        ReportContent(
            name: .compliance, language: language, title: ReportName.compliance.title[language],
            subtitle: phrases.labelled(
                phrases.date(today),
                phrases.choose("the plan’s days are \(phrases.days(horizon))", "计划期为\(phrases.days(horizon))")),
            shape: .landscape, sections: [numbers, separated, conflicting, unquantified].compactMap { $0 },
            records: [table] + [separationTable, conflictTable, openTable],
            notes: [
                phrases.choose(
                    "What a rule gives is computed day by day, by the rules as they are today and by what was known of the "
                        + "prisoner on that day; it is counted per prisoner, since the children of one prisoner share it. "
                        + "A visit of several children counts once.",
                    "应有次数按现行规定和服刑人员当日情况逐日折算，以服刑人员计（同一服刑人员的子女共用），多名子女同去的会见计一次。"),
                phrases.choose(
                    "A rule that was not verified in the instrument itself is marked as such under Sources.",
                    "未核对原文的规则在“依据”中注明。"),
            ], sources: sources)
    }

    private var sources: [ReportSource] {
        let norms =
            lines.compactMap(\.norm) + separations.map(\.norm) + conflicts.flatMap(\.norms) + openRights.map(\.norm)
        return norms.distinct.sorted { $0.rule < $1.rule }.map {
            ReportSource(
                rule: $0.rule, citation: $0.citation[language], force: $0.force, confidence: $0.confidence)
        }
    }

    private func cited(_ norm: Norm) -> String {
        norm.citation[language].onOneLine + phrases.bracketed(norm.force.name[language])
    }

    /// Whose rule it is; a number without a source is the operator's, and called so.
    private func name(_ line: Line) -> String {
        line.norm.map(cited)
            ?? phrases.choose("No rule gives a number: the operator’s figure", "规则没有规定次数：按运营者设定")
    }

    private func rate(_ quota: Entitlement.Quota) -> String {
        let per = phrases.per(quota.period)
        return phrases.choose("\(phrases.count(quota.count, "visit", "visits", "")) \(per)", "\(per)\(quota.count)次")
    }

    private var numbers: ReportContent.Section {
        let heading = phrases.choose("Entitled, planned, held", "应有、已安排、已进行")
        guard !lines.isEmpty else {
            return .init(
                heading: heading,
                parts: [.paragraph(phrases.choose("No bond is under a rule that gives visits.", "没有适用会见次数规定的亲子。"))])
        }
        let plot = Plot(
            id: "held", title: phrases.choose("Visits in the 365 days up to today", "截至今日365天内的会见"),
            unit: phrases.choose("visits", "次"), heading: phrases.choose("Rule", "规定"),
            categories: lines.map { phrases.labelled(name($0), rate($0.quota)) },
            series: [
                .init(
                    key: "entitled", name: phrases.choose("Entitled", "应有"),
                    values: lines.map { $0.entitledBefore / 1000 }),
                .init(key: "held", name: phrases.choose("Held", "已进行"), values: lines.map(\.held)),
            ], numbers: table)
        return .init(heading: heading, parts: [.plot(plot)])
    }

    private var table: ReportTable {
        ReportTable(
            id: "rules", title: phrases.choose("Rules", "规定"),
            columns: [
                .init("rule", phrases.choose("Rule", "规定")), .init("gives", phrases.choose("Gives", "次数")),
                .init("prisoners", phrases.choose("Prisoners", "服刑人员")),
                .init("entitledBefore", phrases.choose("Entitled, last 365 days", "过去365天应有")),
                .init("held", phrases.choose("Held", "已进行")), .init("lackedBefore", phrases.choose("Lacking", "欠缺")),
                .init("entitledAhead", phrases.choose("Entitled, plan’s days", "计划期应有")),
                .init("planned", phrases.choose("Planned", "已安排")), .init("lackAhead", phrases.choose("Lacking", "欠缺")),
            ],
            rows: lines.map { line in
                let (before, ahead) = (line.entitledBefore / 1000, line.entitledAhead / 1000)
                return [
                    .text(name(line)), .text(rate(line.quota)), .number(line.prisoners), .number(before),
                    .number(line.held), .number(max(0, before - line.held)), .number(ahead), .number(line.planned),
                    .number(max(0, ahead - line.planned)),
                ]
            })
    }

    private var separated: ReportContent.Section {
        let heading = phrases.choose(
            "Separated from the mother in prison (Bangkok Rules, 52(3))", "与在监母亲分离的孩子（《曼谷规则》第52条第3款）")
        let none = phrases.choose("No such separation is on record.", "没有此类分离的记录。")
        let said = phrases.choose(
            "They are to have the greatest possible opportunity to meet; the rule gives no number. “Longer than set” means "
                + "longer than the operator’s own limit.",
            "应给予最多的见面机会，但规则没有规定次数。“超出设定”指超出运营者自行设定的期限。")
        return .init(
            heading: heading,
            parts: separations.isEmpty ? [.paragraph(none)] : [.paragraph(said), .table(separationTable)])
    }

    private var separationTable: ReportTable {
        ReportTable(
            id: "separations", title: phrases.choose("Separations", "母子分离"),
            columns: [
                .init("child", phrases.choose("Child", "孩子")), .init("mother", phrases.choose("Mother", "母亲")),
                .init("since", phrases.choose("Separated on", "分离日期")),
                .init("held", phrases.choose("Visits since", "此后会见")),
                .init("lastVisit", phrases.choose("Last visit", "上次会见")),
                .init("days", phrases.choose("Days without", "未见天数")),
                .init("next", phrases.choose("Next visit", "下次会见")),
                .init("shortfall", phrases.choose("Longer than set", "超出设定")),
            ],
            rows: separations.map { line in
                let last = line.outlook.lastVisit.map { max($0, line.since) } ?? line.since
                let days = today - last
                let isLong = days > line.mostDays
                return [
                    .text(line.outlook.child.name), .text(line.outlook.prisoner.name), .day(line.since),
                    .number(line.held), .day(ifKnown: line.outlook.lastVisit), .number(days),
                    .day(ifKnown: line.outlook.next?.visit.date),
                    .text(isLong ? phrases.choose("yes", "是") : phrases.choose("no", "否")),
                ]
            })
    }

    private var conflicting: ReportContent.Section? {
        guard !conflicts.isEmpty else { return nil }
        return .init(
            heading: phrases.choose("Rules that contradict each other", "相互冲突的规则"), parts: [.table(conflictTable)])
    }

    private var conflictTable: ReportTable {
        ReportTable(
            id: "conflicts", title: phrases.choose("Conflicts", "冲突"),
            columns: [
                .init("rules", phrases.choose("Rules", "规则")),
                .init("sentence", phrases.choose("What they disagree about", "冲突所在")),
                .init("bonds", phrases.choose("Bonds", "亲子对数")),
            ],
            rows: conflicts.map { conflict in
                [
                    .text(conflict.norms.map(cited).joined(separator: " ↔ ")), .text(conflict.sentence[language]),
                    .number(conflict.bonds),
                ]
            })
    }

    private var unquantified: ReportContent.Section? {
        guard !openRights.isEmpty else { return nil }
        let said = phrases.choose(
            "The source gives no number. The value is the operator’s own, or a cautious default; it is not law.",
            "来源没有给出数字。所用数值由运营者设定或为审慎的默认值，并非法律规定。")
        return .init(
            heading: phrases.choose("Rights without a number", "没有数字的权利"),
            parts: [.paragraph(said), .table(openTable)])
    }

    private var openTable: ReportTable {
        ReportTable(
            id: "rights", title: phrases.choose("Rights without a number", "没有数字的权利"),
            columns: [
                .init("rule", phrases.choose("Rule", "规则")), .init("right", phrases.choose("Right", "权利")),
                .init("parameter", phrases.choose("Operator’s parameter", "运营者参数")),
                .init("value", phrases.choose("Value used", "所用数值")), .init("bonds", phrases.choose("Bonds", "亲子对数")),
            ],
            rows: openRights.map { right in
                [
                    .text(cited(right.norm)), .text(right.sentence[language]), .text(right.parameter),
                    .text(right.value ?? phrases.choose("not set", "未设定")), .number(right.bonds),
                ]
            })
    }
}
