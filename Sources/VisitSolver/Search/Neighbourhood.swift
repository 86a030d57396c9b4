import VisitModel

/// Picks units that compete for the same thing, to be taken out together and put back in another order: one of the
/// moves, by chance.
struct Neighbourhood {
    private let component: Component
    private let sessions: SessionMove
    private let wishes: WishMove
    private let escortDays: EscortDayMove
    private let budgets: BudgetMove
    private let links: LinkMove

    init(_ component: Component) {
        self.component = component
        sessions = SessionMove(component: component)
        wishes = WishMove(component: component)
        escortDays = EscortDayMove(component)
        budgets = BudgetMove(component)
        links = LinkMove(component: component)
    }

    /// Two to ten units, without repetition.
    func pick(_ plan: WorkingPlan, random: inout SeededRandom) -> [Int] {
        guard !component.optionSession.isEmpty else { return [] }
        let size = Int.random(in: 2...8, using: &random)
        // Links, escort homes and budgets are few beside the sessions; each has its turn where there are any.
        switch Int.random(in: 0..<8, using: &random) {
        case 0 where links.isPossible: return links.units(size, plan, &random)
        case 1...2 where escortDays.isPossible: return escortDays.units(size, &random)
        case 3 where budgets.isPossible: return budgets.units(size, plan, &random)
        case 0...4: return sessions.units(size, plan, &random)
        default: return wishes.units(size, plan, &random)
        }
    }
}

extension Component {
    func unit(ofOption option: Int) -> Int { requests[Int(optionRequest[option])].unit }
}
