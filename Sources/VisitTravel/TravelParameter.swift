import VisitModel

/// A figure that journeys are estimated with and that the operator can set.
///
/// No source gives these figures for a family's own journey. All of them are assumed, and everything that shows a
/// journey shows that too. The raw values are the names in `parameters.csv`.
public enum TravelParameter: String, Sendable, CaseIterable {
    case roadDetour = "travel.road.detour"
    case roadSpeed = "travel.road.kmh"
    case roadFare = "travel.road.cents_per_km"
    case railSpeed = "travel.rail.kmh"
    case railFrom = "travel.rail.from_km"
    case railFare = "travel.rail.cents_per_km"
    case access = "travel.access_minutes"
    case local = "travel.local_minutes"
    case localFare = "travel.local_cents"
    case childFreeBelow = "travel.child.free_below_age"
    case childHalfBelow = "travel.child.half_below_age"
    case childFreePerAdult = "travel.child.free_per_adult"
    case night = "travel.night.cents"
    case hoursUnder6 = "travel.max_hours.under_6"
    case hoursUnder14 = "travel.max_hours.under_14"
    case hoursOther = "travel.max_hours.other"
    case sicknessHours = "travel.sickness.hours_percent"
    case nightBurden = "plan.night.cost"

    /// What is used where the operator sets nothing.
    public var standard: Double {
        switch self {
        case .roadDetour: 1.3
        case .roadSpeed: 60
        case .roadFare: 30
        case .railSpeed: 120
        case .railFrom: 150
        case .railFare: 46
        case .access: 20
        case .local: 30
        case .localFare: 200
        case .childFreeBelow: 6
        case .childHalfBelow: 14
        case .childFreePerAdult: 1
        case .night: 15_000
        case .hoursUnder6: 6
        case .hoursUnder14: 10
        case .hoursOther: 14
        case .sicknessHours: 50
        case .nightBurden: 240
        }
    }

    /// The values that make sense.
    public var range: ClosedRange<Double> {
        switch self {
        case .roadDetour: 1...5
        case .roadSpeed: 5...150
        case .railSpeed: 5...400
        case .railFrom: 0...50_000
        case .roadFare, .railFare: 0...10_000
        case .access, .local: 0...600
        case .localFare, .night: 0...10_000_000
        case .childFreeBelow, .childHalfBelow: 0...18
        case .childFreePerAdult: 0...20
        case .hoursUnder6, .hoursUnder14, .hoursOther: 0.5...24
        case .sicknessHours: 1...100
        case .nightBurden: 0...100_000
        }
    }

    /// Whether only whole numbers make sense.
    var isWhole: Bool {
        switch self {
        case .access, .local, .localFare, .childFreeBelow, .childHalfBelow, .childFreePerAdult, .night, .nightBurden:
            true
        case .roadDetour, .roadSpeed, .roadFare, .railSpeed, .railFrom, .railFare, .hoursUnder6, .hoursUnder14,
            .hoursOther, .sicknessHours:
            false
        }
    }

    /// What the figure means, with its unit.
    public var meaning: BilingualText {
        switch self {
        case .roadDetour:
            BilingualText(en: "road length per length of the great circle", zh: "公路里程与直线距离之比")
        case .roadSpeed: BilingualText(en: "speed on the road, km/h", zh: "公路时速（公里/小时）")
        case .roadFare:
            BilingualText(en: "full fare on the road, hundredths of the currency unit per km", zh: "公路全价票（分/公里）")
        case .railSpeed: BilingualText(en: "speed by rail from stop to stop, km/h", zh: "铁路旅行时速（公里/小时）")
        case .railFrom: BilingualText(en: "length above which one goes by rail, km", zh: "超过此里程改乘火车（公里）")
        case .railFare:
            BilingualText(en: "full fare by rail, hundredths of the currency unit per km", zh: "铁路全价票（分/公里）")
        case .access:
            BilingualText(en: "minutes between door and vehicle, at each end", zh: "两端往返车站所需时间（每端，分钟）")
        case .local: BilingualText(en: "minutes of a journey within one city", zh: "同城路程所需时间（分钟）")
        case .localFare:
            BilingualText(en: "full fare within one city, hundredths of the currency unit", zh: "同城全价票（分）")
        case .childFreeBelow: BilingualText(en: "age below which a child travels free", zh: "免票儿童年龄上限（不满，岁）")
        case .childHalfBelow: BilingualText(en: "age below which a child pays half", zh: "半价儿童年龄上限（不满，岁）")
        case .childFreePerAdult:
            BilingualText(en: "children who travel free per adult; further ones pay half", zh: "每名成人可携免票儿童数（超出者半价）")
        case .night:
            BilingualText(en: "a night away, hundredths of the currency unit per person", zh: "外宿一晚费用（分/人）")
        case .hoursUnder6:
            BilingualText(en: "most hours of travel on one day with a child under 6", zh: "有不满6岁儿童时每日最长行程（小时）")
        case .hoursUnder14:
            BilingualText(en: "most hours of travel on one day with a child under 14", zh: "有不满14岁儿童时每日最长行程（小时）")
        case .hoursOther: BilingualText(en: "most hours of travel on one day otherwise", zh: "其他情况每日最长行程（小时）")
        case .sicknessHours:
            BilingualText(
                en: "percent of those hours where a child is travel-sick", zh: "有儿童晕车时上述时数的百分比")
        case .nightBurden:
            BilingualText(en: "how many minutes of travel a night away weighs", zh: "外宿一晚折合的旅行分钟数")
        }
    }
}
