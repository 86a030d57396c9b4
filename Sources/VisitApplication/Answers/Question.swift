import VisitModel
import VisitPlanning
import VisitReports
import VisitRules
import VisitStore

/// Whether a child and a prisoner can meet on a day, and with which adult: put to the judge, who knows what stands.
struct Question {
    let bond: Bond
    let child: Child
    let prisoner: Prisoner
    let day: Day
    /// Whether somebody asks about this very day, so that a session that is closed then matters.
    let isDayNamed: Bool
    /// The visit of that day, where there is one.
    let visit: Visit?
    /// Who goes along, or would.
    let named: Visit.Companion?

    /// What the judge says of the day, and of each of the adults who were looked at.
    func judged(
        _ considered: [ConsideredAdult], _ view: StoreView, templates: [SessionTemplate], book: RuleBook, today: Day
    ) throws -> (adults: [Explanation.Adult], obstacles: [VisitFlag]) {
        func adults(_ obstacle: (ConsideredAdult) -> BilingualText?) -> [Explanation.Adult] {
            considered.map { adult in
                Explanation.Adult(
                    adult.adult, name: adult.name, relation: adult.relation, goesAlong: adult.adult == visit?.companion,
                    obstacle: obstacle(adult))
            }
        }
        // Days that are over are not judged; what the planner knows of the adults is told.
        guard day >= today else { return (adults { $0.obstacle?.sentence }, []) }
        let asked = Set(considered.map(\.adult) + [named].compactMap { $0 })
        let each = asked.map { hypothetical(with: $0, templates) } + [hypothetical(with: nil, templates)]
        let found = try HypotheticalVisits(
            each, insteadOf: Set([visit?.id].compactMap { $0 }), view, book: book, today: today)
        func flags(with adult: Visit.Companion?) -> [VisitFlag] { found.flags(of: Visit.hypothetical(bond, adult)) }
        let whole = flags(with: named ?? considered.first { $0.obstacle == nil }?.adult)
        let obstacles = whole.filter { flag in
            isDayNamed ? flag.code.isOfDay : flag.isWhoeverGoes
        }
        return (
            adults { adult in
                adult.obstacle?.sentence
                    ?? flags(with: adult.adult).first { $0.subject == adult.adult.subject }?
                    .sentence(naming: FlagNames(people: [adult.adult.subject: adult.name]))
            }, obstacles
        )
    }

    /// The visit of the day with that adult, or one that somebody supposes.
    private func hypothetical(with adult: Visit.Companion?, _ templates: [SessionTemplate]) -> Visit {
        guard var visit else {
            return Visit(hypothetical: bond, of: child, to: prisoner, on: day, with: adult, templates: templates)
        }
        visit.id = Visit.hypothetical(bond, adult)
        visit.adults = [adult].compactMap { $0 }
        (visit.number, visit.status) = (nil, .proposed)
        return visit
    }
}
