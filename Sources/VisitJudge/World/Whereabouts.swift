import VisitModel
import VisitRules

/// Where a prisoner is on a day, as far as the record of events tells.
struct Whereabouts {
    /// That the prisoner is out of prison, and its last day where it is known.
    struct Absent: Hashable, Sendable {
        /// Its first day, where an event tells it.
        var since: Day?
        let until: Day?
    }

    let prisoner: Prisoner
    /// What happened to the prisoner, by date.
    let events: [PrisonerEvent]
    let today: Day

    /// The day on which the prisoner was or will be released, if that is no later than `day` and nobody was admitted
    /// again.
    func released(by day: Day) -> Day? {
        let releases = events.filter { event in
            event.kind == .released && event.date <= day && !isBack(after: event.date, by: day)
        }
        let planned = prisoner.release.flatMap { $0 <= day ? $0 : nil }
        return (releases.map(\.date) + [planned].compactMap { $0 }).min()
    }

    private func isBack(after release: Day, by day: Day) -> Bool {
        let admissions = events.filter { $0.kind == .admitted || $0.kind == .returned }.map(\.date)
        return (admissions + [prisoner.admitted].compactMap { $0 }).contains { $0 > release && $0 <= day }
    }

    /// Whether an event of `kind` lasts on `day`, and until when; until somebody returns, where it has no end of its
    /// own.
    func during(_ kind: PrisonerEvent.Kind, on day: Day) -> Absent? {
        for event in events where event.kind == kind && event.date <= day {
            let returned = events.first { $0.kind == .returned && $0.date > event.date }.map { $0.date - 1 }
            let end = [event.until, returned].compactMap { $0 }.min()
            if end.map({ day <= $0 }) ?? true { return Absent(since: event.date, until: end) }
        }
        return nil
    }

    /// In which prison the prisoner is on a day.
    enum Prison: Hashable {
        /// In that one, since a transfer of that day where one is on record.
        case here(Identifier<VisitModel.Prison>, since: Day?)
        /// Still in the one before the transfer of that day, which the register does not name any more.
        case elsewhereUntil(Day)
        /// A transfer of that day is recorded without a destination, and no visit has taken place since.
        case unknown(since: Day)
    }

    /// In which prison the prisoner is on `day`: the register's, or from a transfer on the one that its note names, where
    /// nobody has met the prisoner in the register's since.
    ///
    /// - Parameters:
    ///   - isPrison: whether a note is the identifier of a prison.
    ///   - isMet: whether somebody has met the prisoner in the register's prison on that day or later.
    func prison(on day: Day, isPrison: (String) -> Bool, isMet: (Day) -> Bool) -> Prison {
        let coming = events.filter { $0.kind == .transferred && $0.date > today }
        if let last = coming.last(where: { $0.date <= day }) {
            return isPrison(last.note) ? .here(Identifier(last.note), since: last.date) : .unknown(since: last.date)
        }
        let past = events.last { $0.kind == .transferred && $0.date <= today }
        if let past, !isPrison(past.note), !isMet(past.date) { return .unknown(since: past.date) }
        // The row of the register has not followed the transfer.
        if let past, past.note != prisoner.prison.text, isPrison(past.note), !isMet(past.date) {
            return .here(Identifier(past.note), since: past.date)
        }
        let since = past.flatMap { $0.note == prisoner.prison.text ? $0.date : nil }
        guard let next = coming.first else { return .here(prisoner.prison, since: since) }
        // The register names the new prison already, and no longer the one before.
        if coming.contains(where: { $0.note == prisoner.prison.text }) { return .elsewhereUntil(next.date) }
        return .here(prisoner.prison, since: since)
    }
}

extension RuleInquiry {
    /// Whether `prisoner` is out of prison on `day`: on leave, in hospital, or at home with an infant. Who is out for the
    /// sake of one child is out for all of them.
    ///
    /// - Parameter answers: what the rules say of the children who come on that day.
    mutating func absence(
        of prisoner: Prisoner, from prison: Prison, on day: Day, _ answers: [RuleAnswer]
    ) -> Whereabouts.Absent? {
        for answer in answers {
            if case .outOfPrison(let until) = answer.verdict { return Whereabouts.Absent(until: until) }
        }
        let record = Whereabouts(prisoner: prisoner, events: world.events[prisoner.id, default: []], today: world.today)
        if let away = record.during(.outOfPrison, on: day) { return away }
        guard let nursing = record.during(.nursing, on: day), world.letsNursingMothersOut(prison.jurisdiction, on: day)
        else { return nil }
        return nursing.until == nil ? outOfPrison(prisoner, prison, on: day) : nursing
    }
}

extension JudgedWorld {
    /// Whether a rule of the place lets mothers out of prison while they nurse.
    fileprivate func letsNursingMothersOut(_ jurisdiction: Jurisdiction, on day: Day) -> Bool {
        custodyRules.contains { rule in
            rule.isInForce(on: day) && rule.scope.jurisdictions.contains { jurisdiction.isWithin($0) }
        }
    }

    /// The rules of `book` that suspend custody.
    static func custodyRules(of book: RuleBook) -> [Rule] {
        book.packs.flatMap(\.rules).filter { rule in
            rule.provisions.contains { if case .suspendCustody = $0.effect { true } else { false } }
        }
    }
}
