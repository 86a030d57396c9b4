import VisitModel
import VisitTravel

/// A journey to a session for which no adult is free, though one is for the meeting.
struct LongJourney {
    /// The days that it takes.
    let days: DayRange
    /// The days of the journey that children without travel sickness would make, where an adult is free for that one; nil where
    /// no child is travel-sick, or it would change nothing.
    let withoutSickness: DayRange?

    /// The reason, with what is known to help: a journey was looked for, and the adults were asked, for all of it.
    var reason: Sentences.Reason {
        Sentences.Reason(
            code: .noCompanion,
            facts: [Refusal.Fact("journeyDays", "\(days)")]
                + (withoutSickness == nil ? [] : [Refusal.Fact("travelSickness", "yes")]),
            sentence: sentence, wouldHelp: wouldHelp)
    }

    /// That no adult is free for all of it, and what makes it so long where that is known.
    var sentence: BilingualText {
        guard withoutSickness != nil else {
            return BilingualText(
                en: "An adult is free for the meeting, but none for the whole journey, \(Self.english(days)).",
                zh: "会见当天有成年人可以陪同，但没有人能陪同全程（\(Self.chinese(days))）。")
        }
        return BilingualText(
            en:
                "A child is travel-sick and may travel for fewer hours on one day, so the journey takes \(Self.english(days)); "
                + "an adult is free for the meeting, but none for the whole journey.",
            zh: "孩子晕车，每天的路程须缩短，因此行程为\(Self.chinese(days))；会见当天有成年人可以陪同，但没有人能陪同全程。")
    }

    private var wouldHelp: [BilingualText] {
        let adult = BilingualText(
            en: "An adult who is free for a whole journey, as \(Self.english(days)).",
            zh: "安排一位能陪同全程的成年人，例如\(Self.chinese(days))。")
        guard let withoutSickness else { return [adult] }
        let parameter = TravelParameter.sicknessHours.rawValue
        return [
            adult,
            BilingualText(
                en:
                    "More hours of travel on one day, if the child can bear them (\(parameter)): without that limit the "
                    + "journey takes \(Self.english(withoutSickness)), and an adult is free for it.",
                zh: "如果孩子受得了，可放宽其每天的路程时数（\(parameter)）：不受该限制时行程为\(Self.chinese(withoutSickness))，"
                    + "有成年人可以陪同全程。"),
        ]
    }

    private static func english(_ days: DayRange) -> String {
        days.count == 1 ? "1 day (\(days.first))" : "\(days.count) days (\(days.first) to \(days.last))"
    }

    private static func chinese(_ days: DayRange) -> String {
        days.count == 1 ? "\(days.first) 当天" : "\(days.first) 至 \(days.last) 共 \(days.count) 天"
    }
}
