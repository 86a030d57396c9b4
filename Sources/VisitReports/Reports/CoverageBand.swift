/// How many bonds have last met within a band of days.
struct CoverageBand {
    var name: String
    var count: Int
    /// The share of all bonds in whole percent, rounded down.
    var share: Int

    /// The bands of these gaps, shortest first; nil stands for a bond without any visit on record.
    static func bands(of gaps: [Int?], _ phrases: Phrases) -> [CoverageBand] {
        let known = gaps.compactMap { $0 }
        let limits = [0, 31, 61, 91, 181, 366, Int.max]
        let counted = zip(limits, limits.dropFirst()).map { from, below in
            (name(from, below, phrases), known.count { max($0, 0) >= from && $0 < below })
        }
        let none = (phrases.choose("no visit on record", "无会见记录"), gaps.count - known.count)
        return (counted + [none]).map { name, count in
            CoverageBand(name: name, count: count, share: gaps.isEmpty ? 0 : count * 100 / gaps.count)
        }
    }

    private static func name(_ from: Int, _ below: Int, _ phrases: Phrases) -> String {
        below == .max
            ? phrases.choose("more than \(from - 1) days", "\(from - 1)天以上")
            : phrases.choose("\(from) to \(below - 1) days", "\(from)至\(below - 1)天")
    }
}
