/// Sentences among the reasons of a visit whose truth can be checked again: the planner says them, the judge reads
/// them.
public enum VisitReason {
    /// None of the children has been seen by the prisoner as far as is known.
    public static let firstOnRecord = BilingualText(
        en: "It is the first visit on record, so it was placed early.", zh: "这是有记录以来的第一次会见，因此尽早安排。")
    /// Some of the children have been seen by the prisoner, and others never as far as is known.
    public static let firstOfSome = BilingualText(
        en: "For some of the children it is the first visit on record, so it was placed early.",
        zh: "其中有的孩子是有记录以来第一次会见，因此尽早安排。")
    /// No school of the children teaches on the day.
    public static let noSchool = BilingualText(en: "There is no school that day.", zh: "当天不上学。")
    /// No school of the children teaches on any day of a journey of several.
    public static let noSchoolOnTheWay = BilingualText(
        en: "There is no school on any day of the journey.", zh: "行程期间都不上学。")
    /// A school of the children teaches on the day.
    public static let schoolDay = BilingualText(
        en: "It falls on a school day; the school needs a note.", zh: "当天要上学，需要向学校请假。")
    /// Nobody is away from home overnight.
    public static let oneDay = BilingualText(
        en: "The journey there and back fits into one day.", zh: "当天可以往返。")

    /// Another visit on the day is made on the same journey.
    public static let journeyOfDay = BilingualText(
        en: "Another visit on the same day is made on the same journey.", zh: "当天的另一次会见与此次同行程。")
    /// Others come along to the same session.
    public static let journeyTogether = BilingualText(
        en: "Children of the same home travel together to this session.", zh: "同一机构的孩子结伴前往这一场次。")

    /// A visit on another day is made on the same journey.
    public static func journey(with day: Day) -> BilingualText {
        BilingualText(
            en: "The visit on \(day) is made on the same journey, which saves a second one.",
            zh: "\(day) 的会见与此次同一行程，省去再跑一趟。")
    }

    /// Whether `reason` speaks of meetings on the journey of `visit` that it does not lead to.
    public static func isOfLostMeeting(_ reason: BilingualText, on visit: Visit) -> Bool {
        guard Topic(of: reason) == .sharedJourney else { return false }
        let others = visit.trip?.shared?.others(than: visit) ?? []
        return !others.contains { meeting in
            switch reason {
            case journeyTogether: meeting.session == visit.session
            case journeyOfDay: meeting.session != visit.session && meeting.begins.day == visit.date
            default: reason == journey(with: meeting.begins.day)
            }
        }
    }

    /// What a reason is about that can be held against the register. The raw value is the subject of the flag `text-untrue`.
    public enum Topic: String, Sendable {
        case noSchool = "no-school"
        case schoolDay = "school-day"
        case firstVisit = "first-visit"
        case firstOfSome = "first-visit-of-some"
        case oneDay = "one-day"
        case sharedJourney = "shared-journey"

        /// What `reason` is about; nil where it says nothing of the kind.
        public init?(of reason: BilingualText) {
            switch reason {
            case VisitReason.noSchool, VisitReason.noSchoolOnTheWay: self = .noSchool
            case VisitReason.schoolDay: self = .schoolDay
            case VisitReason.firstOnRecord: self = .firstVisit
            case VisitReason.firstOfSome: self = .firstOfSome
            case VisitReason.oneDay: self = .oneDay
            case VisitReason.journeyOfDay, VisitReason.journeyTogether: self = .sharedJourney
            default:
                let day = Day(String(reason.english.dropFirst("The visit on ".count).prefix(10)))
                guard let day, reason == VisitReason.journey(with: day) else { return nil }
                self = .sharedJourney
            }
        }
    }
}
