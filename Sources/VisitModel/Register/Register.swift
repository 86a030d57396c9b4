/// All that is known before anything is planned: places and prisons, people and bonds, calendars, money, and the
/// visits that have taken place or are agreed.
///
/// Every list is sorted by identifier, so that two registers of the same facts are equal.
public struct Register: Hashable, Sendable {
    public var places: [Place] = []
    public var distances: [Distance] = []
    public var prisons: [Prison] = []
    public var templates: [SessionTemplate] = []
    public var closures: [Closure] = []
    public var schoolCalendars: [SchoolCalendar] = []
    public var households: [Household] = []
    public var children: [Child] = []
    public var guardians: [Guardian] = []
    public var escorts: [Escort] = []
    public var prisoners: [Prisoner] = []
    public var events: [PrisonerEvent] = []
    public var bonds: [Bond] = []
    public var budgets: [Budget] = []
    public var parameters: [Parameter] = []
    /// Visits entered by people: held, missed, cancelled, confirmed. Visits that the program planned are in a `Plan`.
    public var visits: [Visit] = []

    /// An empty register.
    public init() {}
}
