import VisitModel

// The rows of tables about people: as many cells as the table has columns, in their order.
extension RawTables {
    static func cells(_ household: Household) -> [String] {
        [
            household.id.text, household.name, household.kind.rawValue, household.place.text,
            household.language.rawValue, household.phone ?? "", "\(household.leavesAfter)",
            "\(household.returnsBefore)", text(household.escortsFrom), text(household.organisation),
        ]
    }

    static func cells(_ child: Child) -> [String] {
        [
            child.id.text, child.name, "\(child.birthDate)", child.household.text, text(child.schoolCalendar),
            list(child.needs.map(\.rawValue)), child.citizenNumber?.unmasked ?? "",
        ]
    }

    static func cells(_ guardian: Guardian) -> [String] {
        [
            guardian.id.text, guardian.name, guardian.household.text, guardian.relation.rawValue,
            text(guardian.birthDate), guardian.phone ?? "", flag(guardian.accompanies), weekdays(guardian.weekdays),
            guardian.email ?? "", guardian.citizenNumber?.unmasked ?? "", guardian.wechat ?? "",
        ]
    }

    static func cells(_ escort: Escort) -> [String] {
        [
            escort.id.text, escort.name, escort.home.text, weekdays(escort.weekdays), "\(escort.available.first)",
            "\(escort.available.last)", "\(escort.maxChildren)", text(escort.vettedUntil), escort.phone ?? "",
            escort.email ?? "", escort.citizenNumber?.unmasked ?? "",
        ]
    }

    static func cells(_ prisoner: Prisoner) -> [String] {
        [
            prisoner.id.text, prisoner.name, prisoner.sex.rawValue, prisoner.prison.text, text(prisoner.birthDate),
            prisoner.grade?.rawValue ?? "", text(prisoner.admitted), text(prisoner.release),
            prisoner.sentence?.rawValue ?? "", flag(prisoner.consents),
        ]
    }

    static func cells(_ event: PrisonerEvent) -> [String] {
        [
            event.id.text, event.prisoner.text, event.kind.rawValue, "\(event.date)", text(event.until),
            event.visitor.map(identifier) ?? "", event.misconduct?.rawValue ?? "", event.note,
        ]
    }

    static func cells(_ absence: Absence) -> [String] {
        [
            absence.id.text, absence.person.kind.rawValue, absence.person.id, "\(absence.days.first)",
            "\(absence.days.last)", text(absence.hours?.lowerBound), text(absence.hours?.upperBound), absence.reason,
        ]
    }

    static func cells(_ bond: Bond) -> [String] {
        [
            bond.id.text, bond.child.text, bond.prisoner.text, bond.relation.rawValue, bond.contact.rawValue,
            list(bond.papers.map(\.rawValue)), text(bond.maxGap), text(bond.reviewOn),
        ]
    }

    static func cells(_ visit: Visit) -> [String] {
        func adults(where isMeant: (Visit.Companion) -> Bool) -> String {
            list(visit.adults.filter(isMeant).map(identifier))
        }
        return [
            visit.id.text, visit.prisoner.text, list(visit.children.map(\.text)), "\(visit.date)", text(visit.start),
            "\(visit.minutes.count)", visit.mode.rawValue, visit.status.rawValue, text(visit.session),
            adults { if case .escort = $0 { true } else { false } },
            adults { if case .guardian = $0 { true } else { false } },
        ]
    }

    private static func identifier(_ adult: Visit.Companion) -> String {
        switch adult {
        case .guardian(let id): id.text
        case .escort(let id): id.text
        }
    }
}
