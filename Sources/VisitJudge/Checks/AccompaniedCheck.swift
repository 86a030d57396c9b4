import VisitModel

extension Check {
    /// Every child under 18 has a named adult, unless the rules admit it alone and the operator lets children of that
    /// age travel alone. Who is only called or seen on a screen at home travels nowhere.
    static let accompanied = Check(.noAdult) { visit, world in
        guard visit.visit.adults.isEmpty, visit.bringsPeople else { return [] }
        return visit.children.compactMap { child in
            let age = child.age(on: visit.visit.date)
            guard age < JudgedVisit.grownUp else { return nil }
            let isAdmittedAlone = visit.answers.first { $0.child == child.id }?.maybeAlone ?? false
            guard !isAdmittedAlone || age < world.figures.aloneFromAge else { return nil }
            return visit.flag(.noAdult, "child \(child.id)", ["age": "\(age)"])
        }
    }
}
