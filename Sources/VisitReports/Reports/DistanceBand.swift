import VisitModel

/// How far the prison is from home, in bands.
enum DistanceBand: Int, CaseIterable {
    case near, city, region, far, farthest, unknown

    /// The band of a distance; nil stands for one that is not known.
    init(_ distance: Metres?) {
        guard let kilometres = distance.map({ $0.count / 1000 }) else {
            self = .unknown
            return
        }
        switch kilometres {
        case ..<50: self = .near
        case ..<100: self = .city
        case ..<300: self = .region
        case ..<1000: self = .far
        default: self = .farthest
        }
    }

    /// The band's name.
    var name: BilingualText {
        switch self {
        case .near: BilingualText(en: "less than 50 km", zh: "50公里以内")
        case .city: BilingualText(en: "50 to 99 km", zh: "50至99公里")
        case .region: BilingualText(en: "100 to 299 km", zh: "100至299公里")
        case .far: BilingualText(en: "300 to 999 km", zh: "300至999公里")
        case .farthest: BilingualText(en: "1,000 km and more", zh: "1000公里及以上")
        case .unknown: BilingualText(en: "not known", zh: "不详")
        }
    }
}
