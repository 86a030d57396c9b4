import VisitModel

/// How contact goes, in numbers about nobody, for programs: `visitd-statistics/1`.
///
/// Numbers from 1 to 9 are left out, and so is one more where a single one was left out: otherwise it would follow from
/// the total. So nobody is found in a small number, which is the usual rule of public statistics.
public struct StatisticsDocument: Sendable {
    /// Numbers below this that are not 0 are not told.
    public static let smallest = 10

    /// The answers, one for each bond.
    private let outlooks: [Outlook]
    /// The day up to which gaps are counted.
    private let today: Day

    /// The numbers of these answers.
    public init(_ outlooks: [Outlook], today: Day) {
        self.outlooks = outlooks
        self.today = today
    }

    /// The document. A number that is not told is null.
    public var json: JSON {
        let gaps = outlooks.map { $0.gap(on: today) }
        let limits = [0, 31, 61, 91, 181, 366, Int.max]
        let bands = zip(limits, limits.dropFirst()).map { from, below in
            (
                from: from, to: below == .max ? nil : below - 1,
                count: gaps.count { $0.map { max($0, 0) >= from && $0 < below } ?? false }
            )
        }
        let never = gaps.count { $0 == nil }
        let shownGaps = Self.told(bands.map(\.count) + [never])
        let statuses = Outlook.Status.allCases
        let shownStatuses = Self.told(statuses.map { status in outlooks.count { $0.status == status } })
        let codes = Refusal.Code.allCases
        let shownCodes = Self.told(
            codes.map { code in outlooks.count { $0.status == .refused && $0.refusal?.code == code } })
        return .members([
            "format": "visitd-statistics/1", "today": JSON(today), "smallest": .int(Self.smallest),
            "bonds": Self.value(outlooks.count < Self.smallest ? nil : outlooks.count),
            "sinceLastVisit": .array(
                bands.indices.map { index in
                    .members([
                        "fromDays": .int(bands[index].from), "toDays": bands[index].to.map { .int($0) } ?? .null,
                        "bonds": Self.value(shownGaps[index]),
                    ])
                }),
            "noVisitOnRecord": Self.value(shownGaps[bands.count]),
            "status": .object(zip(statuses, shownStatuses).map { .init($0.rawValue, Self.value($1)) }),
            "refusals": .object(zip(codes, shownCodes).map { .init($0.rawValue, Self.value($1)) }),
        ])
    }

    /// The numbers of a row that has a known total, with those that could point at somebody left out.
    static func told(_ counts: [Int]) -> [Int?] {
        var told: [Int?] = counts.map { (1..<smallest).contains($0) ? nil : $0 }
        if told.count(where: { $0 == nil }) == 1 {
            let others = told.indices.filter { (told[$0] ?? 0) > 0 }
            if let least = others.min(by: { counts[$0] < counts[$1] }) { told[least] = nil }
        }
        return told
    }

    private static func value(_ count: Int?) -> JSON { count.map { .int($0) } ?? .null }
}
