/// Where linked requests have visits, or could have them, to draw a visit near.
struct LinkPartners {
    /// Days near which a visit of one household saves.
    typealias Near = (days: [Int32], apart: Int32, saving: Double)

    private let component: Component
    /// The days on which the first and the second request of each link could have visits.
    private let possible: [(first: [Int32], second: [Int32])]

    init(_ component: Component) {
        self.component = component
        possible = component.links.map { link in
            func days(_ request: Int) -> [Int32] {
                component.options(ofRequest: request).map { component.optionDay[$0] }
            }
            return (days(link.first), days(link.second))
        }
    }

    /// For each of these requests, the days that its links draw it to: those of the partner's visits, or, while the
    /// partner has none, those on which it could have one.
    func near(_ requests: [Int], _ plan: WorkingPlan) -> [[Near]] {
        guard !component.links.isEmpty else { return [] }
        return requests.map { request in
            component.requests[request].links.map { number in
                let link = component.links[number]
                let isFirst = link.first == request
                let visits = plan.days(of: isFirst ? link.second : link.first)
                let hopes = isFirst ? possible[number].second : possible[number].first
                return (visits.isEmpty ? hopes : visits, Int32(link.maxDaysApart), Double(link.saving))
            }
        }
    }

    /// What a visit of that household on `day` saves.
    static func saving(_ near: [[Near]], _ household: Int, on day: Int32) -> Double {
        guard !near.isEmpty else { return 0 }
        return near[household].reduce(0) { sum, link in
            sum + (link.days.contains { abs($0 - day) <= link.apart } ? link.saving : 0)
        }
    }
}
