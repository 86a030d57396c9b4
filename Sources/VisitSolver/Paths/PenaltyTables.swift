/// The cost of gaps of every length, for each sort of request.
final class PenaltyTables: Sendable {
    private struct Sort: Hashable {
        var children: Int
        var maxGap: Int
    }

    private let tables: [[Double]]
    private let sortOfRequest: [Int]

    init(_ component: Component) {
        guard !component.isFlat else {
            tables = []
            sortOfRequest = []
            return
        }
        var tables: [[Double]] = []
        var numbers: [Sort: Int] = [:]
        sortOfRequest = component.requests.map { request in
            let sort = Sort(children: request.children, maxGap: request.maxGap)
            if let number = numbers[sort] { return number }
            numbers[sort] = tables.count
            tables.append(
                (0...component.days).map { gap in
                    Double(component.weights.gapCost(gap, children: request.children, maxGap: request.maxGap))
                })
            return tables.count - 1
        }
        self.tables = tables
    }

    /// The costs of gaps of 0 days … the whole horizon, for `request`.
    subscript(request: Int) -> [Double] { tables[sortOfRequest[request]] }
}
