import VisitModel
import VisitStore

extension Desk {
    /// The children, of one household or of all, by identifier.
    public func children(
        of household: Identifier<Household>? = nil, page: Page = Page()
    ) throws -> [ListedChild] {
        let view = try reading()
        if let household, try !view.sees(household) {
            throw StoreError.noSuch(.household, asked: nil, nearest: [])
        }
        return try view.children(of: household, page: page)
    }

    /// The households, by identifier.
    public func households(page: Page = Page()) throws -> [ListedHousehold] {
        try reading().households(page: page)
    }

    /// Whether there is such a household within reach.
    public func sees(_ household: Identifier<Household>) throws -> Bool {
        try reading().sees(household)
    }
}
