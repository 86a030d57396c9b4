import VisitModel

// What is wrong with the plan: places, rooms, quotas, journeys, money and sentences.

extension InjectedBreach {
    static let ofPlaces: [InjectedBreach] = [
        InjectedBreach(.adultTwice) { scene in
            // Two escorts lead families on the same day in two prisons: one of them is given both journeys.
            let one = scene.sharedVisits()
            let other = scene.plan.visits.filter {
                $0.trip?.shared != nil && $0.date == one[0].date && $0.prison != one[0].prison
                    && $0.trip?.shared == scene.plan.firstShared(on: one[0].date, notIn: one[0].prison)
            }
            let ids = Set(other.map(\.id))
            let led = scene.change(where: { ids.contains($0.id) }) { $0.adults = one[0].adults }
            return one.flatMap { first in led.flatMap { BreachScene.weaker(first, $0) } }
        },
        InjectedBreach(.childTwice) { scene in
            let visit = scene.visit()
            let prisoner = Identifier<Prisoner>("second")
            let mother = scene.plan.register.prisoners.first { $0.id == visit.prisoner }
            if var mother {
                mother.id = prisoner
                scene.plan.register.prisoners.append(mother)
            }
            for child in visit.children {
                scene.plan.register.bonds.append(
                    Bond(
                        id: Identifier("second-\(child)"), child: child, prisoner: prisoner, relation: .mother,
                        papers: Paper.allCases))
            }
            let added = scene.addVisit(with: prisoner, like: visit, on: visit.date)
            return BreachScene.weaker(visit, added)
        },
        InjectedBreach(.bondTwice) { scene in
            scene.isolate(jurisdiction: "US-MI")
            let visit = scene.visit()
            return BreachScene.weaker(visit, scene.addVisit(with: visit.prisoner, like: visit, on: visit.date))
        },
        InjectedBreach(.escortOverfull) { scene in
            let visits = scene.sharedVisits()
            let children = visits.reduce(0) { $0 + $1.children.count }
            scene.edit(\.escorts, where: { visits[0].adults == [.escort($0.id)] }) { $0.maxChildren = children - 1 }
            let led = scene.plan.visits.filter { $0.adults == visits[0].adults }
            return Dictionary(grouping: led, by: \.date).values.flatMap { BreachScene.weaker($0[0], $0[1]) }
        },
    ]

    static let ofRooms: [InjectedBreach] = [
        InjectedBreach(.closed) { scene in
            let visit = scene.visit()
            scene.plan.register.closures.append(
                Closure(id: "planted", prison: visit.prison, days: DayRange(visit.date - 1, visit.date)))
            return scene.plan.visits.filter {
                $0.prison == visit.prison && (visit.date - 1...visit.date).contains($0.date)
            }
        },
        InjectedBreach(.noSession) { scene in
            let visit = scene.visit()
            scene.editTemplate(of: visit) { $0.validTo = visit.date - 1 }
            return scene.sameSession(as: visit).filter { $0.date >= visit.date }
        },
        InjectedBreach(.sessionChanged) { scene in
            let visit = scene.visit()
            scene.editTemplate(of: visit) { $0.minutes = 39 }
            return scene.sameSession(as: visit)
        },
        alone(.tablesFull) { prison, template in
            prison.tableSeats = 1
            template.tables = 1
        },
        alone(.seatsFull) { $1.seats = 1 },
        alone(.visitorsOver) { prison, _ in prison.maxVisitors = 1 },
        InjectedBreach(.tablesOver) { scene in
            let prison = scene.sharedVisits()[0].prison
            scene.edit(\.prisons, where: { $0.id == prison }) { $0.tablesPerAdult = nil }
            let led = scene.plan.visits.filter { $0.prison == prison && $0.trip?.shared != nil }
            return Dictionary(grouping: led) { $0.trip?.shared }.values.flatMap { BreachScene.weaker($0[0], $0[1]) }
        },
        InjectedBreach(.quotaOver) { scene in
            let visit = scene.visit()
            let added = scene.addVisit(with: visit.prisoner, like: visit, on: scene.anotherWeek(of: visit))
            return BreachScene.weaker(visit, added)
        },
        InjectedBreach(.tooSoon) { scene in
            scene.isolate(jurisdiction: "US-MI")
            let visit = scene.visit()
            let added = scene.addVisit(with: visit.prisoner, like: visit, on: scene.anotherWeek(of: visit))
            scene.edit(\.parameters, where: { $0.name == "plan.min_gap_days" }) { $0.value = "8" }
            return [BreachScene.last(visit, added)]
        },
        InjectedBreach(.bookingClosed) { scene in
            let prison = scene.family.prison
            scene.edit(\.prisons, where: { $0.id == prison }) { $0.bookingWindow = 100...200 }
            let own = scene.family.household
            scene.change(where: { $0.household == own }) { $0.status = .proposed }
            return scene.plan.visits.filter { $0.prison == prison && $0.status == .proposed }
        },
        InjectedBreach(.papersMissing) { scene in
            // The last day for papers is over.
            scene.isolate()
            let (prison, own) = (scene.family.prison, scene.family.household)
            scene.edit(\.prisons, where: { $0.id == prison }) { $0.bookingWindow = 100...200 }
            scene.change(where: { $0.household == own }) { $0.status = .confirmed }
            scene.editBond { $0.papers = [] }
            return scene.own
        },
    ]

    /// What is wrong with a room that no other family comes to.
    private static func alone(
        _ code: VisitFlag.Code, _ change: @escaping @Sendable (inout Prison, inout SessionTemplate) -> Void
    ) -> InjectedBreach {
        InjectedBreach(code) { scene in
            scene.isolate()
            let register = scene.plan.register
            for position in register.prisons.indices where register.prisons[position].id == scene.family.prison {
                for template in register.templates.indices
                where register.templates[template].prison == scene.family.prison {
                    change(&scene.plan.register.prisons[position], &scene.plan.register.templates[template])
                }
            }
            return scene.own
        }
    }

    static let ofJourneys: [InjectedBreach] = [
        InjectedBreach(.late) { scene in
            scene.changeOne { visit in
                let arrives = visit.leg(\.outbound).arrive
                visit.trip?.outbound.legs[0].arrive = arrives + 1
            }
        },
        InjectedBreach(.homeHours) { scene in
            let visit = scene.visit()
            let home = visit.leg(\.homeward).arrive.clock
            let own = scene.family.household
            scene.edit(\.households, where: { $0.id == own }) {
                $0.returnsBefore = ClockTime(minutes: home.minutes - 1) ?? .midnight
            }
            return scene.own.filter { $0.leg(\.homeward).arrive.clock >= home }
        },
        InjectedBreach(.journeyBroken) { scene in
            scene.changeOne { $0.trip?.homeward.legs[0].from = "elsewhere" }
        },
        InjectedBreach(.legUntrue) { scene in
            scene.changeOne { visit in
                let arrives = visit.leg(\.outbound).arrive
                visit.trip?.outbound.legs[0].depart = arrives - 30
            }
        },
        InjectedBreach(.journeyTorn) { scene in
            let visits = scene.sharedVisits()
            let changed = scene.one(of: visits).id
            scene.change(where: { $0.id == changed }) { $0.trip?.cents = 5001 }
            return [BreachScene.last(visits[0], visits[1])]
        },
        InjectedBreach(.budgetOver) { scene in
            let (visit, own) = (scene.visit(), scene.family.household)
            scene.edit(\.households, where: { $0.id == own }) { $0.organisation = "planted" }
            scene.plan.register.budgets.append(
                Budget(organisation: "planted", month: visit.date.month, cents: 4999))
            return [visit]
        },
        InjectedBreach(.textUntrue) { scene in
            let visit = scene.visit()
            var held = visit
            (held.id, held.status, held.date) = ("planted", .held, JudgedPlan.today - 60)
            scene.plan.visits.append(held)
            return scene.plan.visits.filter { $0.household == visit.household && $0.status.isAhead }
        },
        InjectedBreach(.noOutcome) { scene in
            var overdue = scene.visit()
            (overdue.id, overdue.date) = ("planted", JudgedPlan.today - 10)
            scene.plan.visits.append(overdue)
            return [overdue]
        },
    ]
}

extension BreachScene {
    fileprivate mutating func editTemplate(of visit: Visit, _ change: (inout SessionTemplate) -> Void) {
        let id = JudgedPlan.template(visit.prison, visit.date.weekday)
        edit(\.templates, where: { $0.id == id }, change)
    }

    /// The visits in all sessions of the same weekday in the same prison.
    fileprivate func sameSession(as visit: Visit) -> [Visit] {
        plan.visits.filter { $0.prison == visit.prison && $0.date.weekday == visit.date.weekday }
    }

    /// The same weekday of the week after, or of the week before where that is another month.
    fileprivate func anotherWeek(of visit: Visit) -> Day {
        (visit.date + 7).month == visit.date.month ? visit.date + 7 : visit.date - 7
    }
}

extension JudgedPlan {
    /// A shared journey on that day to another prison.
    fileprivate func firstShared(on date: Day, notIn prison: Identifier<Prison>) -> SharedTrip? {
        visits.first { $0.date == date && $0.prison != prison && $0.trip?.shared != nil }?.trip?.shared
    }
}
