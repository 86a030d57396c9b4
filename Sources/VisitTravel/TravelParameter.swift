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
    case accessSpeed = "travel.access.kmh"
    case accessReach = "travel.access.reach_km"
    case walkSpeed = "travel.walk.kmh"
    case walkReach = "travel.walk.reach_metres"
    case changeMinutes = "travel.change_minutes"
    case urbanMinutes = "travel.city.minutes"
    case urbanSpeed = "travel.city.kmh"
    case urbanReach = "travel.city.reach_km"
    case local = "travel.local_minutes"
    case localFare = "travel.local_cents"
    case childFreeBelow = "travel.child.free_below_age"
    case childHalfBelow = "travel.child.half_below_age"
    case childFreePerAdult = "travel.child.free_per_adult"
    case night = "travel.night.cents"
    case hoursUnder6 = "travel.max_hours.under_6"
    case hoursUnder14 = "travel.max_hours.under_14"
    case hoursOther = "travel.max_hours.other"
    case boardingsUnder6 = "travel.max_boardings.under_6"
    case boardingsUnder14 = "travel.max_boardings.under_14"
    case boardingsOther = "travel.max_boardings.other"
    case nightsUnder6 = "travel.max_nights.under_6"
    case nightsUnder14 = "travel.max_nights.under_14"
    case nightsOther = "travel.max_nights.other"
    case sicknessHours = "travel.sickness.hours_percent"
    case nightBurden = "plan.night.cost"
    case aloneFromAge = "travel.alone_from_age"

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
        case .accessSpeed: 30
        case .accessReach: 60
        case .walkSpeed: 4
        case .walkReach: 1000
        case .changeMinutes: 10
        case .urbanMinutes: 30
        case .urbanSpeed: 25
        case .urbanReach: 25
        case .boardingsUnder6: 2
        case .boardingsUnder14: 3
        case .boardingsOther: 4
        case .nightsUnder6, .nightsUnder14, .nightsOther: 2
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
        case .aloneFromAge: 18
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
        case .accessSpeed, .urbanSpeed: 5...100
        case .accessReach: 0...200
        case .walkSpeed: 1...10
        case .walkReach: 0...10_000
        case .changeMinutes: 1...120
        case .urbanMinutes: 0...240
        case .urbanReach: 0...100
        case .boardingsUnder6, .boardingsUnder14, .boardingsOther: 1...8
        case .nightsUnder6, .nightsUnder14, .nightsOther: 0...2
        case .access, .local: 0...600
        case .localFare, .night: 0...10_000_000
        case .childFreeBelow, .childHalfBelow, .aloneFromAge: 0...18
        case .childFreePerAdult: 0...20
        case .hoursUnder6, .hoursUnder14, .hoursOther: 0.5...24
        case .sicknessHours: 1...100
        case .nightBurden: 0...100_000
        }
    }

    /// Whether only whole numbers make sense.
    var isWhole: Bool {
        switch self {
        case .nightsUnder6, .nightsUnder14, .nightsOther, .boardingsUnder6, .boardingsUnder14, .boardingsOther,
            .changeMinutes, .access, .local, .localFare, .childFreeBelow, .childHalfBelow, .childFreePerAdult, .night,
            .nightBurden, .aloneFromAge:
            true
        case .accessSpeed, .accessReach, .walkSpeed, .walkReach, .urbanMinutes, .urbanSpeed, .urbanReach, .roadDetour,
            .roadSpeed, .roadFare, .railSpeed, .railFrom, .railFare, .hoursUnder6, .hoursUnder14,
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
        case .accessSpeed:
            BilingualText(en: "speed on the road between door and station, km/h", zh: "往返车站的公路时速（公里/小时）")
        case .accessReach:
            BilingualText(en: "how far one goes to a station by road, km", zh: "乘车前往车站的最远距离（公里）")
        case .walkSpeed: BilingualText(en: "speed on foot, km/h", zh: "步行时速（公里/小时）")
        case .walkReach:
            BilingualText(en: "how far one walks to a stop or between stops, m", zh: "步行到车站或换乘的最远距离（米）")
        case .changeMinutes: BilingualText(en: "minutes to change vehicles at a stop", zh: "同站换乘所需时间（分钟）")
        case .urbanMinutes:
            BilingualText(
                en: "minutes of a way between two stations of one city, besides the ride", zh: "同城两站之间换乘的附加时间（分钟）")
        case .urbanSpeed: BilingualText(en: "speed between two stations of one city, km/h", zh: "同城两站之间的时速（公里/小时）")
        case .urbanReach:
            BilingualText(en: "how far apart two stations of one city can be, km", zh: "视为同城的两站最远距离（公里）")
        case .boardingsUnder6:
            BilingualText(en: "most boardings one way with a child under 6", zh: "有不满6岁儿童时单程最多乘车次数")
        case .boardingsUnder14:
            BilingualText(en: "most boardings one way with a child under 14", zh: "有不满14岁儿童时单程最多乘车次数")
        case .nightsUnder6:
            BilingualText(en: "most nights away with a child under 6", zh: "有不满6岁儿童时最多外宿晚数")
        case .nightsUnder14:
            BilingualText(en: "most nights away with a child under 14", zh: "有不满14岁儿童时最多外宿晚数")
        case .nightsOther: BilingualText(en: "most nights away otherwise", zh: "其他情况最多外宿晚数")
        case .boardingsOther: BilingualText(en: "most boardings one way otherwise", zh: "其他情况单程最多乘车次数")
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
        case .aloneFromAge:
            BilingualText(
                en: "age from which a child travels alone where the rules admit it alone", zh: "规则允许独自会见的儿童自几岁起可独自出行")
        }
    }
}
