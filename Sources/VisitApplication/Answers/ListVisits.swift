import VisitModel
import VisitStore

extension Desk {
    /// The visits that are asked for, by date, start and identifier.
    public func visits(_ query: VisitQuery) throws -> [VisitDetail] {
        try reading().visits(query)
    }

    /// One visit with the people and places that it names.
    public func visit(_ id: Identifier<Visit>) throws -> VisitDetail {
        try reading().visitDetail(id)
    }

    /// What people did to a visit, the first step first.
    public func acts(of id: Identifier<Visit>) throws -> [VisitAct] {
        try reading().acts(of: id)
    }

    /// Who has said that the family knows that the program called the visit off, when and how; nil where nobody has.
    public func told(of id: Identifier<Visit>) throws -> VisitWaiver? {
        try reading().told(of: id)
    }
}
