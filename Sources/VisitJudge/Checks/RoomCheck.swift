import VisitModel

extension Check {
    /// There are tables, and where they are counted seats, for all who come to one sitting.
    static let room = Check(.tablesFull, .seatsFull, of: .sitting) { visits, _ in
        guard let visit = visits.first, let template = visit.template, let prison = visit.prison else { return [] }
        let subject = "session \(Identifier<Session>(template.id, on: visit.visit.date))"
        func flags(_ code: VisitFlag.Code, limit: Int?, weight: (JudgedVisit) -> Int) -> [VisitFlag] {
            guard let limit else { return [] }
            let taken = visits.reduce(0) { $0 + weight($1) }
            guard taken > limit else { return [] }
            return visits.surplus(over: limit, weight: weight).map {
                $0.flag(code, subject, ["taken": "\(taken)", "allowed": "\(limit)"])
            }
        }
        return flags(.tablesFull, limit: template.tables) { prison.tables(for: $0.persons) }
            + flags(.seatsFull, limit: template.seats, weight: \.persons)
    }
}
