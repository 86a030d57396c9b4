import VisitModel

/// What a calendar is to look like, and for whom.
public struct CalendarOptions: Hashable, Sendable {
    /// Who reads the calendar.
    public enum Perspective: String, Hashable, Sendable, CaseIterable {
        /// The people who travel: with journeys, alarms and what to bring.
        case household
        /// One of the children who travel.
        case child
        /// An adult who takes children of several households along: as for a household, and it says whose children.
        case escort
        /// A home that sends children and escorts: as for an escort.
        case home
        /// The visits office: who comes to whom, and which papers to look at.
        case prison
        /// The prisoner: who comes, and when. Nothing of where they live or how they travel.
        case prisoner

        /// Whether the calendar is read by people who travel to the visits.
        var travels: Bool {
            switch self {
            case .household, .child, .escort, .home: true
            case .prison, .prisoner: false
            }
        }

        /// Whether it has visits of several households, so that each entry must name its household.
        var mixesHouseholds: Bool { self == .escort || self == .home }
    }

    /// The calendar's own name, as a calendar program lists it.
    public var name: BilingualText
    /// The language of all texts in it.
    public var language: Language
    /// Whether it shows persons' names; otherwise it shows their identifiers.
    public var showsNames: Bool
    /// Who reads it.
    public var perspective: Perspective
    /// The day for which it is written: a visit that was cancelled or missed is shown for 30 days after that.
    public var today: Day
    /// How often a calendar program should fetch it again. At least one minute.
    public var refresh: Minutes

    /// What a calendar is to look like. It is fetched again every 12 hours unless said otherwise.
    public init(
        name: BilingualText, language: Language, showsNames: Bool = false, perspective: Perspective, today: Day,
        refresh: Minutes = 720
    ) {
        precondition(refresh >= 1, "A calendar is fetched again after a minute or more, not \(refresh.count).")
        self.name = name
        self.language = language
        self.showsNames = showsNames
        self.perspective = perspective
        self.today = today
        self.refresh = refresh
    }
}
