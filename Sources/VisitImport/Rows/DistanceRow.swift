import VisitModel

/// `distances.csv`: the lengths of roads as somebody measured them.
enum DistanceRow: RowLoader {
    enum Column: Int, ColumnSet {
        case from, to, km, minutes

        static let table = TableName.distances

        var definition: ColumnDefinition {
            switch self {
            case .from:
                ColumnDefinition(
                    "from", .required, zh: ["起点", "起点编号"],
                    BilingualText(en: "the place where the road begins", zh: "起点的地点编号"), examples: ["PL1"])
            case .to:
                ColumnDefinition(
                    "to", .required, zh: ["终点", "终点编号"],
                    BilingualText(
                        en: "the place where it ends; the row holds both ways unless the way back has its own",
                        zh: "终点的地点编号；若无反向行则双向适用"), examples: ["PL2"])
            case .km:
                ColumnDefinition(
                    "km", .required, zh: ["公里", "里程", "公里数"], also: ["kilometres", "kilometers"],
                    BilingualText(en: "its length in kilometres", zh: "里程（公里）"), examples: ["68.5"])
            case .minutes:
                ColumnDefinition(
                    "minutes", .optional, zh: ["分钟", "车程分钟"], empty: .clears,
                    BilingualText(en: "how long the drive takes", zh: "车程（分钟）"), examples: ["75"])
            }
        }
    }

    static let key: Column? = nil

    static func load(_ row: inout RowReader<Column>, into draft: inout Draft) {
        let from = row.reference(.from, to: .places, of: Place.self, draft: draft)
        let to = row.reference(.to, to: .places, of: Place.self, draft: draft)
        let metres = row.decimal(.km, places: 3, in: 1...40_000_000, Units.kilometres)
        let key = from.flatMap { from in to.map { Self.key(from, $0) } }
        let stored = draft.stored(key: key, in: .distances, \.distances)
        let minutes = row.resolved(.minutes, stored?.minutes.map(\.count)) {
            $0.whole(.minutes, in: 1...20_000, Units.minutes)
        }
        guard let from, let to else { return }
        guard from != to else {
            row.fault(
                .to, .toItself, found: to.text,
                expected: BilingualText(en: "another place than where the road begins", zh: "与起点不同的地点"),
                advice: BilingualText(en: "Perhaps one of the two is misspelt.", zh: "也许其中一个写错了。"))
            return
        }
        guard row.noteKey(Self.key(from, to), at: .from, draft: &draft), let metres else { return }
        if let minutes { checkSpeed(metres: metres, minutes: minutes, &row) }
        checkAgainstMap(from, to, metres: metres, &row, draft)
        draft.register.distances.append(
            Distance(from: from, to: to, metres: Metres(metres), minutes: minutes.map { Minutes($0) }))
    }

    /// What names the road from one place to another.
    static func key(_ from: Identifier<Place>, _ to: Identifier<Place>) -> String { "\(from) → \(to)" }

    private static func checkSpeed(metres: Int, minutes: Int, _ row: inout RowReader<Column>) {
        let speed = metres * 60 / 1000 / minutes
        guard metres > 5000, !(5...200).contains(speed) else { return }
        row.fault(
            .minutes, .unlikely, severity: .warning, found: "\(minutes)",
            expected: BilingualText(
                en: "a drive at 5 to 200 km/h; this one is at \(speed)", zh: "时速5至200公里的车程；此行为\(speed)"),
            advice: BilingualText(en: "Perhaps hours and minutes are mixed up.", zh: "也许把小时写成了分钟。"))
    }

    /// No road is shorter than the straight line; city centres stand for places up to 30 km away.
    private static func checkAgainstMap(
        _ from: Identifier<Place>, _ to: Identifier<Place>, metres: Int, _ row: inout RowReader<Column>, _ draft: Draft
    ) {
        guard let start = draft.place(from)?.coordinate, let end = draft.place(to)?.coordinate
        else { return }
        let line = start.greatCircle(to: end).count
        guard metres < line * 9 / 10 - 30_000 else { return }
        row.fault(
            .km, .unlikely, severity: .warning, found: "\(metres / 1000)",
            expected: BilingualText(
                en: "at least the straight line of \(line / 1000) km", zh: "不短于直线距离（\(line / 1000)公里）"),
            advice: BilingualText(
                en: "Perhaps a digit is missing, or a coordinate is wrong.", zh: "也许漏了一位数字，或坐标有误。"))
    }
}
