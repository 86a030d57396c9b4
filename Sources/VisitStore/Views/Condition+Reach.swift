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
        case .escort(let id): add("household", ofVisitsIn: column, withEscort: id)
        case .prison, .nothing: add("FALSE")
        }
    }

    /// Limits rows of `visit` to those that `reach` sees. A visit is not the household's any more when all of its
    /// children have moved elsewhere.
    mutating func addVisit(within reach: Reach) {
        switch reach {
        case .everything: break
        case .nothing: add("FALSE")
        case .prison(let id): add("prison = ?", id.text)
        case .escort(let id): addVisit(withEscort: id)
        case .organisation, .household:
            addHousehold("household", within: reach)
            var children = Condition()
            children.addHousehold("child.household", within: reach)
            add(
                """
                EXISTS (SELECT 1 FROM visitChild JOIN child ON child.id = visitChild.child \
                WHERE visitChild.visit = visit.id AND \(children.sql))
                """, all: children)
        }
    }

    /// Limits rows of `message` to those about visits that `reach` sees.
    mutating func addMessage(within reach: Reach) {
        guard reach != .everything else { return }
        var visits = Condition()
        visits.addVisit(within: reach)
        add("visit IN (SELECT id FROM visit WHERE \(visits.sql))", all: visits)
    }

    /// Limits children of households in reach, by their column of that name, to those whom an escort takes along, where it
    /// is one who asks.
    mutating func addTakenAlong(_ column: String, within reach: Reach) {
        if case .escort = reach { addChild(column, within: reach) }
    }

    /// Limits bonds of children in reach to those that `reach` sees: all of them to whom the children are known as they live,
    /// otherwise those with prisoners in reach.
    mutating func addBond(within reach: Reach) {
        switch reach {
        case .everything, .organisation, .household: break
        case .prison, .escort, .nothing: addPrisoner("prisoner", within: reach)
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
        case .escort(let id): add("prisoner", ofVisitsIn: column, withEscort: id)
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
            arguments += visits.arguments
            add(
                """
                (\(column) IN (SELECT id FROM escort WHERE \(homes.sql)) \
                OR \(column) IN (SELECT escort FROM visit WHERE \(visits.sql)) \
                OR \(column) IN (SELECT escort FROM visitAdult WHERE visit IN (SELECT id FROM visit WHERE \(visits.sql))))
                """, arguments)
        }
    }

    /// Limits a column to what a column of the visits holds that an escort goes along to.
    private mutating func add(_ fact: String, ofVisitsIn column: String, withEscort id: Identifier<Escort>) {
        var visits = Condition()
        visits.addVisit(withEscort: id)
        add("\(column) IN (SELECT \(fact) FROM visit WHERE \(visits.sql))", all: visits)
    }
}
