import VisitModel

extension Check {
    /// Prisoners who must be kept apart are not in one sitting.
    static let keptApart = Check(.keptApart, of: .sitting) { visits, world in
        let prisoners = Dictionary(grouping: visits, by: \.visit.prisoner)
        return visits.flatMap { visit in
            world.separations[visit.visit.prisoner, default: []].flatMap { separation in
                let other = separation.first == visit.visit.prisoner ? separation.second : separation.first
                // Each pair is looked at from both sides, and named from the side that yields.
                return prisoners[other, default: []].flatMap { besides in
                    visit.toName(besides: besides).filter { $0.visit.isAhead && $0.visit.visit.id == visit.visit.id }
                }.map { pair in
                    pair.visit.flag(.keptApart, "separation \(separation.id)", pair.other.named)
                }
            }
        }
    }
}
