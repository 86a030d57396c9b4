/// The options that one run of a path program may choose from, in order of time, each with its net value.
///
/// The columns are plain memory that is reused from run to run: the programs run millions of times.
final class Candidates {
    struct Household {
        /// Position among the component's requests.
        var request = 0
        var children = 0
        var last = 0
        var maxGap = 0
        var due = 0
        /// Points for a first visit by `due`; 0 where none can be had.
        var coverage = 0.0
        /// The bit that remembers whether the household has been seen to; 0 where it does not matter.
        var bit = 0
    }

    let capacity: Int
    private(set) var count = 0
    let day: UnsafeMutablePointer<Int32>
    let period: UnsafeMutablePointer<Int32>
    let length: UnsafeMutablePointer<Int32>
    /// Which of `households` the option belongs to.
    let household: UnsafeMutablePointer<Int32>
    let netValue: UnsafeMutablePointer<Double>
    /// The option's position in the component.
    let option: UnsafeMutablePointer<Int32>

    /// The households that are planned together; `householdCount` of them.
    let households: UnsafeMutablePointer<Household>
    private(set) var householdCount = 0
    /// Combinations of the households' bits.
    private(set) var maskCount = 1
    /// Fewest days from one visit to the next.
    private(set) var lag = 1
    /// The automaton of the period: `next[state * lengthCount + length]`.
    let next: UnsafeMutablePointer<Int32>
    private(set) var stateCount = 1
    private(set) var lengthCount = 1
    /// The state at the beginning of each period.
    let periodStates: UnsafeMutablePointer<Int32>
    /// Days of the horizon.
    let horizon: Int
    /// The options chosen by the last run, in order of time.
    var chosen: [Int32] = []

    /// Room for the largest unit of `component`.
    init(_ component: Component) {
        horizon = component.days
        capacity = max(1, component.units.map(\.options.count).max() ?? 1)
        let tables = component.allowances.flatMap { [$0.strict.next.count, $0.relaxed.next.count] }
        next = .allocate(capacity: max(1, tables.max() ?? 1))
        periodStates = .allocate(capacity: max(1, component.units.map(\.periods).max() ?? 1))
        households = .allocate(capacity: Self.mostHouseholds)
        day = .allocate(capacity: self.capacity)
        period = .allocate(capacity: self.capacity)
        length = .allocate(capacity: self.capacity)
        household = .allocate(capacity: self.capacity)
        netValue = .allocate(capacity: self.capacity)
        option = .allocate(capacity: self.capacity)
    }

    deinit {
        day.deallocate()
        period.deallocate()
        length.deallocate()
        household.deallocate()
        netValue.deallocate()
        option.deallocate()
        households.deallocate()
        next.deallocate()
        periodStates.deallocate()
    }

    /// At most so many households with a bit of their own are planned at once.
    static let mostHouseholds = 4

    /// Begins a new run. Households are added next.
    func begin(lag: Int, table: Allowance.Table, states: ArraySlice<Int32>) {
        count = 0
        householdCount = 0
        maskCount = 1
        self.lag = lag
        stateCount = table.stateCount
        lengthCount = table.lengthCount
        for position in table.next.indices { next[position] = table.next[position] }
        for (position, state) in states.enumerated() { periodStates[position] = state }
    }

    /// Adds a household; the first has the number 0.
    func add(_ household: Household) {
        households[householdCount] = household
        households[householdCount].bit = 0
        if household.coverage > 0 {
            households[householdCount].bit = maskCount
            maskCount *= 2
        }
        householdCount += 1
    }

    @inline(__always)
    func add(day: Int32, period: Int32, length: Int32, household: Int32, netValue: Double, option: Int32) {
        self.day[count] = day
        self.period[count] = period
        self.length[count] = length
        self.household[count] = household
        self.netValue[count] = netValue
        self.option[count] = option
        count += 1
    }
}
