import VisitModel
import VisitStore

extension Desk {
    /// The children whom `reach` sees, of one household or of all, by identifier.
    public func children(
        within reach: Reach, of household: Identifier<Household>? = nil, page: Page = Page()
    ) throws -> [ListedChild] {
        let store = try reading()
        if let household, try !store.sees(reach, household) {
            throw StoreError.noSuch(.household, asked: nil, nearest: [])
        }
        return try store.children(within: reach, of: household, page: page)
    }

    /// The households that `reach` sees, by identifier.
    public func households(within reach: Reach, page: Page = Page()) throws -> [ListedHousehold] {
        try reading().households(within: reach, page: page)
    }

    /// The visits that are asked for, by date, start and identifier.
    public func visits(_ query: VisitQuery) throws -> [VisitDetail] {
        try reading().visits(query)
    }

    /// Whether `reach` sees that household.
    public func sees(_ reach: Reach, _ household: Identifier<Household>) throws -> Bool {
        try reading().sees(reach, household)
    }

    /// The published plans without their visits, the newest first.
    public func plans(limit: Int = 30) throws -> [Plan] {
        try reading().plans(limit: limit)
    }
}
