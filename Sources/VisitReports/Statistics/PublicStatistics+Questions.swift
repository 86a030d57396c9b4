import VisitModel

extension PublicStatistics {
    /// The columns of every table: whom the children belong to.
    enum Parent: CaseIterable {
        case mother, father, other

        var name: BilingualText {
            switch self {
            case .mother: BilingualText(en: "Mother in prison", zh: "母亲在监")
            case .father: BilingualText(en: "Father in prison", zh: "父亲在监")
            case .other: BilingualText(en: "Another carer in prison", zh: "其他照顾者在监")
            }
        }

        func isMeant(_ bond: Bond) -> Bool {
            switch self {
            case .mother: bond.relation == .mother
            case .father: bond.relation == .father
            case .other: bond.relation != .mother && bond.relation != .father
            }
        }
    }

    /// What one table tells apart. Every bond belongs to one row.
    struct Question: Sendable {
        var title: BilingualText
        var rows: [BilingualText]
        var row: @Sendable (Bond) -> Int

        func table(of bonds: [Bond]) -> CountTable {
            var counts = [[Int]](repeating: Parent.allCases.map { _ in 0 }, count: rows.count)
            for bond in bonds {
                for (column, parent) in Parent.allCases.enumerated() where parent.isMeant(bond) {
                    counts[row(bond)][column] += 1
                }
            }
            return CountTable(title: title, rows: rows, columns: Parent.allCases.map(\.name), counts: counts)
        }
    }

    /// What is asked, in the order of Rule 68: how many children, how they live with it, what is done for them.
    static let questions = [ages, distances, visitsInYear, gaps, assistance]

    private static let ages = banded(
        BilingualText(en: "By age", zh: "按年龄"), limits: [3, 6, 12, 18],
        names: [
            BilingualText(en: "0 to 2 years", zh: "0至2岁"), BilingualText(en: "3 to 5 years", zh: "3至5岁"),
            BilingualText(en: "6 to 11 years", zh: "6至11岁"), BilingualText(en: "12 to 17 years", zh: "12至17岁"),
            BilingualText(en: "18 years and more", zh: "18岁及以上"),
        ], unknown: nil
    ) { $0.age }

    private static let distances = banded(
        BilingualText(en: "By the distance of the prison from home", zh: "按监狱与住处的距离"),
        limits: [50, 100, 300, 1000],
        names: [
            BilingualText(en: "less than 50 km", zh: "50公里以内"), BilingualText(en: "50 to 99 km", zh: "50至99公里"),
            BilingualText(en: "100 to 299 km", zh: "100至299公里"), BilingualText(en: "300 to 999 km", zh: "300至999公里"),
            BilingualText(en: "1,000 km and more", zh: "1000公里及以上"),
        ], unknown: BilingualText(en: "not known", zh: "不详")
    ) { $0.distance.map { $0.count / 1000 } }

    private static let visitsInYear = banded(
        BilingualText(en: "By visits in the last 365 days", zh: "按最近365天内的会见次数"), limits: [1, 3, 6, 12],
        names: [
            BilingualText(en: "none", zh: "无"), BilingualText(en: "1 or 2", zh: "1至2次"),
            BilingualText(en: "3 to 5", zh: "3至5次"), BilingualText(en: "6 to 11", zh: "6至11次"),
            BilingualText(en: "12 and more", zh: "12次及以上"),
        ], unknown: nil
    ) { $0.visits }

    private static let gaps = banded(
        BilingualText(en: "By the time since the last visit", zh: "按距上次会见的时间"), limits: [91, 181, 366],
        names: [
            BilingualText(en: "up to 90 days", zh: "90天以内"), BilingualText(en: "91 to 180 days", zh: "91至180天"),
            BilingualText(en: "181 to 365 days", zh: "181至365天"), BilingualText(en: "more than 365 days", zh: "365天以上"),
        ], unknown: BilingualText(en: "no visit on record", zh: "无会见记录")
    ) { $0.gap }

    private static let assistance = Question(
        title: BilingualText(en: "By who went along in the last 365 days", zh: "按最近365天内的陪同情况"),
        rows: [
            BilingualText(en: "an escort of a charity or office", zh: "由公益机构或部门人员陪同"),
            BilingualText(en: "relatives alone", zh: "仅由亲属陪同"), BilingualText(en: "no visit", zh: "无会见"),
        ]
    ) { $0.visits == 0 ? 2 : $0.isAssisted ? 0 : 1 }

    /// A question about a number: the bands end before `limits`; `unknown` is the last row.
    private static func banded(
        _ title: BilingualText, limits: [Int], names: [BilingualText], unknown: BilingualText?,
        value: @escaping @Sendable (Bond) -> Int?
    ) -> Question {
        Question(title: title, rows: names + (unknown.map { [$0] } ?? [])) { bond in
            guard let number = value(bond) else { return names.count }
            return limits.firstIndex { number < $0 } ?? limits.count
        }
    }
}
