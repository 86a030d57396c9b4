/// All that is known before anything is planned: places and prisons, people and bonds, calendars, money, and the
/// visits that have taken place or are agreed.
///
/// Every list is sorted by identifier, so that two registers of the same facts are equal.
public struct Register: Hashable, Sendable {
    /// Places where children live and prisons stand.
    public var places: [Place] = []
    /// Roads between places, as measured.
    public var distances: [Distance] = []
    /// Prisons.
    public var prisons: [Prison] = []
    /// When the prisons open their visiting rooms.
    public var templates: [SessionTemplate] = []
    /// When they do not, against their templates.
    public var closures: [Closure] = []
    /// When the schools teach.
    public var schoolCalendars: [SchoolCalendar] = []
    /// Where the children live.
    public var households: [Household] = []
    /// The children.
    public var children: [Child] = []
    /// The adults of the households.
    public var guardians: [Guardian] = []
    /// The adults who take children of other households along.
    public var escorts: [Escort] = []
    /// The parents in custody.
    public var prisoners: [Prisoner] = []
    /// What happened to the prisoners that a rule asks for.
    public var events: [PrisonerEvent] = []
    /// Which child and which prisoner are to be kept in touch.
    public var bonds: [Bond] = []
    /// When somebody cannot.
    public var absences: [Absence] = []
    /// Prisoners who must not meet in the visiting room.
    public var separations: [Separation] = []
    /// Who looks after the households.
    public var organisations: [Organisation] = []
    /// Money for journeys, by organisation and month.
    public var budgets: [Budget] = []
    /// Money that was spent on visits.
    public var costs: [VisitCost] = []
    /// Figures that the operator has set.
    public var parameters: [Parameter] = []
    /// Visits entered by people: held, missed, cancelled, confirmed. Visits that the program planned are in a `Plan`.
    public var visits: [Visit] = []
    /// Sessions that people gave up for children, by session, prisoner and children.
    public var givenUp: [GivenUp] = []
    /// Visits that the program planned and that people have moved to where they are; they stay there.
    public var moved: [Identifier<Visit>] = []
    /// The bonds that a child declines by a step that was taken with a visit, each with the day (in UTC) of the last such no.
    public var childrensNos: [Identifier<Bond>: Day] = [:]

    /// Identifiers that records had before they were merged into others, by kind and identifier.
    public var aliases: [Alias] = []

    /// An empty register.
    public init() {}
}
