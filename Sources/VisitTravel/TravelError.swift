import VisitModel

/// Why there is no way between two places at all, whatever the time.
public enum TravelError: Failure, Hashable {
    /// No place has that identifier; `nearest` is one that was perhaps meant.
    case unknownPlace(Identifier<Place>, nearest: Identifier<Place>?)
    /// The place has no coordinate, and no row of the distance table joins it to the other place.
    case noCoordinate(Identifier<Place>, other: Identifier<Place>)

    /// An unknown place is missing input, a missing coordinate faulty data.
    public var kind: FailureKind {
        switch self {
        case .unknownPlace: .noInput
        case .noCoordinate: .badData
        }
    }

    /// A stable word for it.
    public var code: String {
        switch self {
        case .unknownPlace: "unknown-place"
        case .noCoordinate: "place-without-coordinate"
        }
    }

    /// What is missing, by identifier.
    public var sentence: BilingualText {
        switch self {
        case .unknownPlace(let id, _):
            BilingualText(en: "There is no place “\(id)”.", zh: "没有编号为“\(id)”的地点。")
        case .noCoordinate(let id, let other):
            BilingualText(
                en: "Place \(id) has no coordinate, and no distance between it and \(other) is known.",
                zh: "地点 \(id) 没有坐标，也没有它与 \(other) 之间的里程。")
        }
    }

    /// The place that was perhaps meant, or the files to correct.
    public var advice: BilingualText? {
        switch self {
        case .unknownPlace(_, let nearest):
            nearest.map { BilingualText(en: "Perhaps you mean \($0).", zh: "也许您指的是 \($0)。") }
        case .noCoordinate(let id, let other):
            BilingualText(
                en:
                    "Perhaps add latitude and longitude of \(id) to places.csv, or a row \(id), \(other) to distances.csv.",
                zh: "也许可以在 places.csv 中补上 \(id) 的经纬度，或在 distances.csv 中加上 \(id) 至 \(other) 的里程。")
        }
    }
}
