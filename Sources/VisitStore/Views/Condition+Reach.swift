import GRDB
import VisitModel

/// The reach as a condition in every question about people.
extension Condition {
    /// Limits households, by their column of that name, to those that `reach` sees.
    mutating func addHousehold(_ column: String, within reach: Reach) {
        switch reach {
        case .everything: break
        case .organisation(let id):
            add("\(column) IN (SELECT id FROM household WHERE organisation = ?)", id.text)
        case .household(let id): add("\(column) = ?", id.text)
        case .escort(let id): add("\(column) IN (SELECT household FROM visit WHERE escort = ?)", id.text)
        case .prison, .nothing: add("FALSE")
        }
    }

    /// Limits rows of `visit` to those that `reach` sees.
    mutating func addVisit(within reach: Reach) {
        switch reach {
        case .prison(let id): add("prison = ?", id.text)
        case .escort(let id): add("escort = ?", id.text)
        case .everything, .organisation, .household, .nothing: addHousehold("household", within: reach)
        }
    }

    /// Limits children, by their column of that name, to those that `reach` sees: of an escort, those who are taken along.
    mutating func addChild(_ column: String, within reach: Reach) {
        switch reach {
        case .everything: break
        case .escort, .prison:
            var visits = Condition()
            visits.addVisit(within: reach)
            add(
                """
                \(column) IN (SELECT child FROM visitChild WHERE visit IN (SELECT id FROM visit WHERE \(visits.sql)))
                """, all: visits)
        case .organisation, .household, .nothing:
            var children = Condition()
            children.addHousehold("household", within: reach)
            add("\(column) IN (SELECT id FROM child WHERE \(children.sql))", all: children)
        }
    }

    /// Limits prisoners, by their column of that name, to those that `reach` sees: the ones whom its children have a bond
    /// with; of a prison those whom it holds.
    mutating func addPrisoner(_ column: String, within reach: Reach) {
        switch reach {
        case .everything: break
        case .prison(let id): add("\(column) IN (SELECT id FROM prisoner WHERE prison = ?)", id.text)
        case .escort(let id): add("\(column) IN (SELECT prisoner FROM visit WHERE escort = ?)", id.text)
        case .organisation, .household, .nothing:
            var children = Condition()
            children.addChild("child", within: reach)
            add("\(column) IN (SELECT prisoner FROM bond WHERE \(children.sql))", all: children)
        }
    }

    /// Limits escorts, by their column of that name, to those that `reach` sees: the ones who work from its households, and
    /// who go along to its visits.
    mutating func addEscort(_ column: String, within reach: Reach) {
        switch reach {
        case .everything: break
        case .escort(let id): add("\(column) = ?", id.text)
        case .organisation, .household, .prison, .nothing:
            var homes = Condition()
            homes.addHousehold("home", within: reach)
            var visits = Condition()
            visits.addVisit(within: reach)
            var arguments = homes.arguments
            arguments += visits.arguments
            add(
                """
                (\(column) IN (SELECT id FROM escort WHERE \(homes.sql)) \
                OR \(column) IN (SELECT escort FROM visit WHERE \(visits.sql)))
                """, arguments)
        }
    }
}
