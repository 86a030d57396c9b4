import VisitModel

/// How long which child has not seen its parent: bonds without any visit on record first, then the longest gaps; how the
/// gaps spread, mothers against fathers, and by the way to the prison.
///
/// It holds names: it is for those who look after the children.
public struct CoverageReport: Report {
    /// From a household to a prison.
    public struct OriginDestination: Hashable, Sendable {
        /// Where the child lives.
        public var household: Identifier<Household>
        /// Where the parent is.
        public var prison: Identifier<Prison>

        /// A way.
        public init(_ household: Identifier<Household>, _ prison: Identifier<Prison>) {
            self.household = household
            self.prison = prison
        }
    }

    /// The answers, one for each bond.
    public var outlooks: [Outlook]
    /// How far the prisons are, as far as that is known.
    public var distances: [OriginDestination: Metres]
    /// The day up to which gaps are counted.
    public var today: Day
    /// The language.
    public var language: Language

    /// A report of these answers.
    public init(_ outlooks: [Outlook], distances: [OriginDestination: Metres] = [:], today: Day, language: Language) {
        self.outlooks = outlooks
        self.distances = distances
        self.today = today
        self.language = language
    }

    private var phrases: Phrases { Phrases(language) }

    /// What it says.
    public var content: ReportContent {
        let planned = outlooks.count { $0.status == .planned }
        let said = phrases.choose(
            "\(planned) of \(outlooks.count) bonds have a next visit", "\(outlooks.count)对亲子中，\(planned)对已有下次会见")
        let groups = CoverageGroup.groups(of: outlooks)
        let sorted = sorted
        let list = phrases.choose("Every bond, longest gap first", "全部亲子（间隔最长的在前）")
        let overview = outlooks.isEmpty ? [] : [gaps(groups), comparison(groups), ways(groups)].compactMap { $0 }
        return ReportContent(
            name: .coverage, language: language, title: ReportName.coverage.title[language],
            subtitle: phrases.labelled(phrases.date(today), said), shape: .landscape,
            sections: overview + [.init(heading: list, parts: [.table(table(sorted))])],
            records: [records(sorted)] + overview.flatMap { ReportContent.tables(in: $0.parts) },
            notes: [
                phrases.choose("Days are counted up to the date above.", "天数截至上述日期。"),
                phrases.choose(
                    "A median is the middle value: half of the bonds have less, half have more.",
                    "中位数：一半的亲子低于此数，一半高于此数。"),
            ])
    }

    /// The longest gap first; a bond without a visit on record may have waited longest of all.
    private var sorted: [Outlook] {
        outlooks.sorted { a, b in
            let (x, y) = (a.gap(on: today) ?? .max, b.gap(on: today) ?? .max)
            return x == y ? (a.child.id, a.prisoner.id.text) < (b.child.id, b.prisoner.id.text) : x > y
        }
    }

    private func gaps(_ groups: [CoverageGroup]) -> ReportContent.Section {
        let plot = Plot(
            id: "gaps", title: phrases.choose("How long since the last visit", "距上次会见的时间"),
            unit: phrases.choose("bonds", "亲子对数"), heading: phrases.choose("Since the last visit", "距上次会见"),
            categories: GapBand.allCases.map { $0.name(phrases) },
            series: groups.map { group in
                let bands = group.outlooks.map { GapBand($0.gap(on: today)) }
                return .init(
                    key: group.parent.rawValue, name: group.parent.name[language],
                    values: GapBand.allCases.map { band in bands.count { $0 == band } })
            })
        return .init(parts: [.plot(plot)])
    }

    private func comparison(_ groups: [CoverageGroup]) -> ReportContent.Section {
        let heading = phrases.choose("Mothers against fathers", "母亲与父亲对照")
        let table = ReportTable(
            id: "parents", title: heading,
            columns: [
                .init("parent", phrases.choose("In prison", "在监")), .init("bonds", phrases.choose("Bonds", "亲子对数")),
                .init("planned", phrases.choose("With a next visit", "已有下次会见")),
                .init("within90", phrases.choose("Seen within 90 days", "90天内见过")),
                .init("never", phrases.choose("No visit on record", "无会见记录")),
                .init("medianDays", phrases.choose("Days since the last visit, median", "距上次会见天数（中位数）")),
                .init("longest", phrases.choose("Longest", "最长")),
                .init("medianKilometres", phrases.choose("Kilometres to the prison, median", "距监狱公里数（中位数）")),
            ],
            rows: groups.map { group in
                let gaps = group.outlooks.map { $0.gap(on: today) }
                let known = gaps.compactMap { $0 }
                return [
                    .text(group.parent.name[language]), .number(gaps.count),
                    .percent(share(group.outlooks.count { $0.status == .planned }, of: gaps.count)),
                    .percent(share(known.count { $0 <= 90 }, of: gaps.count)),
                    .percent(share(gaps.count - known.count, of: gaps.count)),
                    .number(ifKnown: known.median), .number(ifKnown: known.max()),
                    .number(ifKnown: group.outlooks.compactMap(distance).map { $0.count / 1000 }.median),
                ]
            })
        return .init(heading: heading, parts: [.table(table)])
    }

    /// By the distance to the prison, where any is known.
    private func ways(_ groups: [CoverageGroup]) -> ReportContent.Section? {
        guard outlooks.contains(where: { distance($0) != nil }) else { return nil }
        let bands = DistanceBand.allCases.filter { band in
            outlooks.contains { DistanceBand(distance($0)) == band }
        }
        let plot = Plot(
            id: "distances", title: phrases.choose("How far the prison is from home", "监狱与住处的距离"),
            unit: phrases.choose("bonds", "亲子对数"), heading: phrases.choose("Distance", "距离"),
            categories: bands.map { $0.name[language] },
            series: groups.map { group in
                let own = group.outlooks.map { DistanceBand(distance($0)) }
                return .init(
                    key: group.parent.rawValue, name: group.parent.name[language],
                    values: bands.map { band in own.count { $0 == band } })
            })
        return .init(parts: [.plot(plot)])
    }

    private func distance(_ outlook: Outlook) -> Metres? {
        distances[OriginDestination(outlook.household.id, outlook.prisoner.prison)]
    }

    /// Whole percent, rounded.
    private func share(_ count: Int, of whole: Int) -> Int { whole == 0 ? 0 : (count * 200 + whole) / (whole * 2) }

    private func table(_ outlooks: [Outlook]) -> ReportTable {
        ReportTable(
            id: "bonds", title: phrases.choose("Every bond", "全部亲子"),
            columns: [
                .init("child", phrases.choose("Child", "孩子")), .init("parent", phrases.choose("Parent", "父母")),
                .init("household", phrases.choose("Home", "家庭")),
                .init("lastVisit", phrases.choose("Last visit", "上次会见")),
                .init("days", phrases.choose("Days", "天数")),
                .init("next", phrases.choose("Next visit, or why none", "下次会见，或未安排的原因")),
                .init("wouldHelp", phrases.choose("What would help", "怎样才能成行")),
            ],
            rows: outlooks.map { outlook in
                [
                    .text(outlook.child.name),
                    .text(outlook.prisoner.name.onOneLine + phrases.bracketed(outlook.relation.name[language])),
                    .text(outlook.household.name),
                    outlook.lastVisit.map { .day($0) } ?? .text(phrases.choose("none on record", "无记录")),
                    .number(ifKnown: outlook.gap(on: today)), .text(ahead(outlook)), .text(ifAny: help(outlook)),
                ]
            })
    }

    /// The date of the next visit, or the reason in a few words.
    private func ahead(_ outlook: Outlook) -> String {
        if let next = outlook.next { return phrases.tableDate(next.visit.date) }
        if let refusal = outlook.refusal { return refusal.code.title[language] }
        return phrases.choose("not planned yet", "尚未安排")
    }

    /// What would help most where there is no visit.
    private func help(_ outlook: Outlook) -> String? {
        guard outlook.status == .refused else { return nil }
        return outlook.refusal?.wouldHelp.first.map { phrases.sentence($0[language]) }
    }

    /// The bonds, a row each.
    private func records(_ outlooks: [Outlook]) -> ReportTable {
        let english = [
            "child id", "child", "birth date", "prisoner id", "prisoner", "relation", "household id", "household",
            "last visit", "days", "status", "next visit", "reason code", "reason", "would help", "metres",
        ]
        let chinese = [
            "儿童编号", "儿童", "出生日期", "服刑人员编号", "服刑人员", "关系", "家庭编号", "家庭", "上次会见", "间隔天数", "状态", "下次会见",
            "原因代码", "原因", "怎样才能成行", "距离（米）",
        ]
        let keys = [
            "childId", "child", "birthDate", "prisonerId", "prisoner", "relation", "householdId", "household",
            "lastVisit", "days", "status", "nextVisit", "reasonCode", "reason", "wouldHelp", "metres",
        ]
        return ReportTable(
            id: "bonds", title: phrases.choose("Every bond", "全部亲子"),
            columns: zip(keys, language == .english ? english : chinese).map { .init($0, $1) },
            rows: outlooks.map(record))
    }

    private func record(_ outlook: Outlook) -> [ReportCell] {
        let refusal = outlook.status == .refused ? outlook.refusal : nil
        return [
            .text(outlook.child.id.text), .text(outlook.child.name), .day(outlook.child.birthDate),
            .text(outlook.prisoner.id.text), .text(outlook.prisoner.name), .text(outlook.relation.name[language]),
            .text(outlook.household.id.text), .text(outlook.household.name), .day(ifKnown: outlook.lastVisit),
            .number(ifKnown: outlook.gap(on: today)), .text(outlook.status.rawValue),
            .day(ifKnown: outlook.next?.visit.date), .text(ifAny: refusal?.code.rawValue),
            .text(ifAny: refusal?.sentence[language]), .text(ifAny: refusal?.wouldHelp.first?[language]),
            .number(ifKnown: distance(outlook)?.count),
        ]
    }
}
