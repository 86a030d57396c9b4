import VisitModel

extension Check {
    /// Every child has a bond with the prisoner, and nobody has decided against contact.
    static let contact = Check(.contactForbidden, .contactOnHold, .declinedByChild, .noBond) { visit, world in
        visit.visit.children.compactMap { child in
            let code: VisitFlag.Code
            switch world.bonds[ChildAndPrisoner(child, visit.visit.prisoner)]?.contact {
            case .allowed: return nil
            case .forbidden: code = .contactForbidden
            case .onHold: code = .contactOnHold
            case .declinedByChild: code = .declinedByChild
            case nil: code = .noBond
            }
            return visit.flag(code, "child \(child)")
        }
    }
}
