import VisitModel

// What is wrong with people: whether they may meet, whether the prisoner is there, whether an adult goes along.

extension InjectedBreach {
    static let ofContact: [InjectedBreach] = [
        contact(.contactForbidden, .forbidden), contact(.contactOnHold, .onHold),
        contact(.declinedByChild, .declinedByChild),
        InjectedBreach(.noBond) { scene in
            let child = scene.one(of: scene.family.children)
            scene.plan.register.bonds.removeAll { $0.child == child }
            return scene.own
        },
        InjectedBreach(.prisonerDeclines) { scene in
            scene.editPrisoner { $0.consents = false }
            return scene.own
        },
        InjectedBreach(.notPermitted) { scene in
            let visit = scene.visit()
            scene.addEvent(.solitary, on: visit.date - 1, until: visit.date)
            return [visit]
        },
        InjectedBreach(.undetermined) { scene in
            scene.isolate(jurisdiction: "US-MI")
            scene.plan.register.parameters.removeAll { $0.name == "mi.visits_per_month" }
            return scene.own
        },
        InjectedBreach(.keptApart) { scene in
            let shared = scene.sharedVisits()
            let pair = Set(shared.map(\.prisoner)).sorted()
            scene.plan.register.separations = [Separation(id: "planted", pair[0], pair[1])]
            let visits = scene.plan.visits.filter { pair.contains($0.prisoner) }
            return Dictionary(grouping: visits, by: \.date).values.flatMap { BreachScene.weaker($0[0], $0[1]) }
        },
    ]

    private static func contact(_ code: VisitFlag.Code, _ contact: Bond.Contact) -> InjectedBreach {
        InjectedBreach(code) { scene in
            scene.editBond { $0.contact = contact }
            return scene.own
        }
    }

    static let ofPrisoners: [InjectedBreach] = [
        InjectedBreach(.prisonerElsewhere) { scene in
            let other = scene.one(of: scene.plan.register.prisons.map(\.id).filter { $0 != scene.family.prison })
            scene.editPrisoner { $0.prison = other }
            return scene.own
        },
        InjectedBreach(.whereaboutsUnknown) { scene in
            let visit = scene.visit()
            scene.addEvent(.transferred, on: max(visit.date, JudgedPlan.today + 1))
            return scene.own.filter { $0.date >= visit.date }
        },
        InjectedBreach(.released) { scene in
            let visit = scene.visit()
            scene.editPrisoner { $0.release = visit.date }
            return scene.own.filter { $0.date >= visit.date }
        },
        InjectedBreach(.prisonerAway) { scene in
            let visit = scene.visit()
            scene.plan.register.absences.append(
                Absence(id: "planted", person: .prisoner(visit.prisoner), days: DayRange(visit.date - 2, visit.date)))
            return [visit]
        },
    ]

    static let ofAdults: [InjectedBreach] = [
        InjectedBreach(.noAdult) { scene in scene.changeOne { $0.adults = [] } },
        InjectedBreach(.unknown) { scene in scene.changeOne { $0.adults = [.guardian("nobody")] } },
        InjectedBreach(.adultUnderAge) { scene in
            scene.editGuardian { $0.birthDate = JudgedPlan.today - 17 * 365 }
            return scene.own
        },
        InjectedBreach(.doesNotAccompany) { scene in
            scene.editGuardian { $0.accompanies = false }
            return scene.own
        },
        InjectedBreach(.adultBanned) { scene in
            let visit = scene.visit()
            scene.addEvent(.visitorSuspended, on: visit.date - 5, until: visit.date, visitor: visit.companion)
            return [visit]
        },
        InjectedBreach(.adultNotAdmitted) { scene in
            scene.isolate(jurisdiction: "US-MI")
            scene.addEscort()
            return scene.change(where: { [own = scene.family.household] in $0.household == own }) {
                $0.adults = [.escort("planted")]
            }
        },
        ofEscort(.vettingEnded) { $0.vettedUntil = $1 - 1 },
        ofEscort(.adultNotAvailable) { $0.available = DayRange($0.available.first, $1 - 1) },
        InjectedBreach(.adultOtherWeekday) { scene in
            let weekday = scene.visit().date.weekday
            scene.editGuardian { $0.weekdays.removeAll { $0 == weekday } }
            return scene.own.filter { $0.date.weekday == weekday }
        },
        InjectedBreach(.adultAbsent) { scene in
            let visit = scene.visit()
            scene.addAbsence(of: .guardian(scene.guardian), from: visit.leg(\.homeward).depart)
            return [visit]
        },
        InjectedBreach(.childAbsent) { scene in
            let visit = scene.visit()
            scene.addAbsence(of: .child(visit.children[0]), from: visit.leg(\.outbound).depart)
            return [visit]
        },
        InjectedBreach(.twoHouseholds) { scene in
            let own = scene.family.household
            let other = scene.one(of: scene.plan.families.filter { $0.prison == scene.family.prison }.map(\.household))
            let moved = other == own ? scene.plan.families[0].household : other
            scene.editGuardian { $0.household = moved == own ? "elsewhere" : moved }
            return scene.own
        },
    ]

    /// What ends for the escort of a shared journey on the day before one of its visits.
    private static func ofEscort(
        _ code: VisitFlag.Code, _ change: @escaping @Sendable (inout Escort, Day) -> Void
    ) -> InjectedBreach {
        InjectedBreach(code) { scene in
            let visit = scene.one(of: scene.sharedVisits())
            scene.edit(\.escorts, where: { visit.adults == [.escort($0.id)] }) { change(&$0, visit.date) }
            return scene.plan.visits.filter { $0.adults == visit.adults && $0.date >= visit.date }
        }
    }
}

extension BreachScene {
    /// An escort who works from the family's home.
    mutating func addEscort() { plan.addEscort("planted", home: family.household) }

    /// An absence of one hour of one day.
    fileprivate mutating func addAbsence(of person: Absence.Person, from time: CivilTime) {
        let hour = ClockTime(minutes: time.clock.minutes + 60) ?? .endOfDay
        plan.register.absences.append(
            Absence(id: "planted", person: person, days: DayRange(time.day, time.day), hours: time.clock..<hour))
    }
}
