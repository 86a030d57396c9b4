// How two records of one person are combined. Where they differ in what protects somebody, the stricter one counts.
// Everything else comes from the kept record, or from the other one where the kept record has nothing.

extension Child {
    /// This record with what a journey of the child must be fit for by either.
    public func keepingProtection(of other: Child) -> Child {
        var merged = self
        merged.needs += other.needs.filter { !needs.contains($0) }
        return merged
    }
}

extension Guardian {
    /// This record; the guardian accompanies only where both say so.
    public func keepingProtection(of other: Guardian) -> Guardian {
        var merged = self
        merged.accompanies = accompanies && other.accompanies
        return merged
    }
}

extension Escort {
    /// This record with the earlier end of the vetting and the smaller number of children.
    public func keepingProtection(of other: Escort) -> Escort {
        var merged = self
        merged.vettedUntil = [vettedUntil, other.vettedUntil].compactMap { $0 }.min()
        merged.maxChildren = min(maxChildren, other.maxChildren)
        return merged
    }
}

extension Prisoner {
    /// This record; the prisoner agrees to visits only where both say so.
    public func keepingProtection(of other: Prisoner) -> Prisoner {
        var merged = self
        merged.consents = consents && other.consents
        return merged
    }
}

extension Bond {
    /// This bond with what `other`, one of the same two people, knows more: the stricter decision with the day on which it is looked
    /// at again, and the papers of both.
    public func merged(with other: Bond) -> Bond {
        var merged = self
        if contact.strictness < other.contact.strictness {
            merged.contact = other.contact
            merged.reviewOn = other.reviewOn
        } else if contact == other.contact {
            merged.reviewOn = reviewOn ?? other.reviewOn
        }
        merged.papers += other.papers.filter { !papers.contains($0) }
        merged.maxGap = maxGap ?? other.maxGap
        return merged
    }
}

extension PrisonerEvent {
    /// Whether `other` says the same, whatever its identifier and its note.
    public func saysTheSame(as other: PrisonerEvent) -> Bool {
        var same = other
        (same.id, same.prisoner, same.note) = (id, prisoner, note)
        return same == self
    }
}

extension Visit {
    /// The visit with the person `kept` in the place of `duplicate`. Where both were on it, one of them is; what that leaves to be
    /// paid is not known then.
    public func naming(_ kept: Absence.Person, insteadOf duplicate: Absence.Person) -> Visit {
        var visit = self
        switch (kept, duplicate) {
        case (.child(let kept), .child(let duplicate)):
            visit.children = Set(children.map { $0 == duplicate ? kept : $0 }).sorted()
            if visit.children.count < children.count { visit.trip?.tickets = nil }
        case (.prisoner(let kept), .prisoner(let duplicate)):
            if prisoner == duplicate { visit.prisoner = kept }
        case (.guardian, _), (.escort, _):
            visit.adults = adults.reduce(into: []) { adults, adult in
                let named = adult.person == duplicate ? kept.companion ?? adult : adult
                if !adults.contains(named) { adults.append(named) }
            }
            if visit.adults.count < adults.count { visit.trip?.tickets = nil }
        case (.child, _), (.prisoner, _): preconditionFailure("A \(kept.kind) is no \(duplicate.kind).")
        }
        visit.trip?.shared?.meetings = (trip?.shared?.meetings ?? []).map { $0.naming(kept, insteadOf: duplicate) }
        return visit
    }

    /// Whether any minute of the two is the same, as far as their times are known; the same day otherwise.
    public func overlaps(_ other: Visit) -> Bool {
        guard date == other.date else { return false }
        guard let begins, let ends, let otherBegins = other.begins, let otherEnds = other.ends else { return true }
        return begins < otherEnds && otherBegins < ends
    }
}

extension SharedTrip.Meeting {
    fileprivate func naming(_ kept: Absence.Person, insteadOf duplicate: Absence.Person) -> Self {
        var meeting = self
        switch (kept, duplicate) {
        case (.child(let kept), .child(let duplicate)):
            meeting.children = Set(children.map { $0 == duplicate ? kept : $0 }).sorted()
        case (.prisoner(let kept), .prisoner(let duplicate)):
            if prisoner == duplicate { meeting.prisoner = kept }
        default: break
        }
        return meeting
    }
}

extension Visit.Companion {
    /// The adult as a person like others.
    fileprivate var person: Absence.Person {
        switch self {
        case .guardian(let id): .guardian(id)
        case .escort(let id): .escort(id)
        }
    }
}

extension Absence.Person {
    /// The adult who goes along; nil for somebody who does not.
    fileprivate var companion: Visit.Companion? {
        switch self {
        case .guardian(let id): .guardian(id)
        case .escort(let id): .escort(id)
        case .child, .prisoner: nil
        }
    }
}
