/// The most children that any plan covers in time.
///
/// The sessions that failed searches found full are a bottleneck: requests whose every way to be in time leads through
/// them share their tables. Each table is given to the requests with most children per table, fractions allowed; all
/// others count as covered.
struct CoverageBound {
    let children: Int

    init(_ component: Component, full saturated: [Int: [Int]]) {
        var isFull = [Bool](repeating: false, count: component.sessions.count)
        for sessions in saturated.values {
            for session in sessions { isFull[session] = true }
        }
        var hasWay = [Bool](repeating: false, count: component.requests.count)
        var hasOther = hasWay
        for option in component.optionRequest.indices {
            let request = Int(component.optionRequest[option])
            guard component.requests[request].isDue,
                Int(component.optionDay[option]) <= component.requests[request].due
            else { continue }
            hasWay[request] = true
            if !isFull[Int(component.optionSession[option])] { hasOther[request] = true }
        }
        var sum = 0
        var crowd: [Component.Request] = []
        for (number, request) in component.requests.enumerated() where hasWay[number] {
            if hasOther[number] { sum += request.children } else { crowd.append(request) }
        }
        crowd.sort { $0.children * $1.tables > $1.children * $0.tables }
        var tables = component.sessions.indices.reduce(0) { $0 + (isFull[$1] ? component.sessions[$1].tables : 0) }
        for request in crowd where tables > 0 {
            let taken = min(tables, request.tables)
            sum += (request.children * taken + request.tables - 1) / request.tables
            tables -= taken
        }
        children = sum
    }
}
