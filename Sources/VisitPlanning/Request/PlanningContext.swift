import VisitModel
import VisitTravel

/// What every stage of planning looks at: the register with its index, the operator's figures, the days, and what is in
/// force.
struct PlanningContext: Sendable {
    let register: Register
    let facts: RegisterIndex
    let parameters: PlanningParameters
    let today: Day
    /// The days that are planned.
    let horizon: DayRange
    /// The plan that is in force.
    let published: Plan?
    /// What prisoners with visit orders can have, from their accounts.
    let orders: [Identifier<Prisoner>: OrderQuota]
    /// How far apart two prisons of one city can be.
    let cityReach: Metres
    /// From which age a child may travel alone where the rules admit it alone.
    let aloneFromAge: Int

    /// - Parameter facts: the index of `register`.
    init(
        _ register: Register, _ facts: RegisterIndex, today: Day, horizon: DayRange, published: Plan? = nil,
        orders: [Identifier<Prisoner>: OrderQuota] = [:], cityReach: Metres = .zero
    ) {
        self.register = register
        self.facts = facts
        parameters = PlanningParameters(register.parameters)
        self.today = today
        self.horizon = horizon
        self.published = published
        self.orders = orders
        self.cityReach = cityReach
        aloneFromAge = Int(TravelParameters(register.parameters)[.aloneFromAge])
    }
}
