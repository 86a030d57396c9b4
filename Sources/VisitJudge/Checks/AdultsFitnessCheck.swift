import VisitModel

extension Check {
    /// A guardian who goes along is grown up on the day, and is one who goes along. Whose birth is not known is taken
    /// for grown up.
    static let adultsFitness = Check(.adultUnderAge, .doesNotAccompany) { visit, _ in
        visit.adults.flatMap { adult in
            guard case .guardian(let guardian) = adult else { return [VisitFlag]() }
            var flags: [VisitFlag] = []
            if !adult.isGrownUp(on: visit.visit.date), let birth = guardian.birthDate {
                let age = birth.years(until: visit.visit.date)
                flags.append(visit.flag(.adultUnderAge, adult.subject, ["age": "\(age)"]))
            }
            if !guardian.accompanies { flags.append(visit.flag(.doesNotAccompany, adult.subject)) }
            return flags
        }
    }
}
