import VisitModel

extension Check {
    /// No adult sits at more tables of one sitting than the prison allows. Every visit has tables of its own.
    static let tablesOfAdult = Check(.tablesOver, of: .sitting) { visits, world in
        guard visits.count > 1 else { return [] }
        let limit = visits[0].prison?.tablesPerAdult ?? world.figures.tablesPerAdult
        var byAdult: [Visit.Companion: [JudgedVisit]] = [:]
        for visit in visits {
            for adult in visit.visit.adults { byAdult[adult, default: []].append(visit) }
        }
        return byAdult.filter { $0.value.count > limit }.flatMap { adult, tables in
            tables.surplus(over: limit) { _ in 1 }.map {
                $0.flag(.tablesOver, adult.subject, ["tables": "\(tables.count)", "allowed": "\(limit)"])
            }
        }
    }
}
