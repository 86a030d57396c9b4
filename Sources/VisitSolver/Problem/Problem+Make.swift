import VisitModel

extension Problem {
    /// Checks a draft and closes it.
    ///
    /// Subjects of the findings are the positions of the document: `requests[17].party`. A fixed visit that breaks a
    /// hard rule is an error; with `lenient` it is left out, named in `warnings`, and the rest is planned.
    /// - Throws: `ProblemError.faulty` with all faults at once.
    public static func make(_ draft: ProblemDraft, lenient: Bool = false) throws(ProblemError) -> Problem {
        var inspection = ProblemInspection(draft)
        inspection.run()
        guard inspection.isClean else { throw .faulty(inspection.findings) }
        let problem = close(draft, warnings: inspection.findings)
        guard !problem.fixed.isEmpty else { return problem }
        return try problem.settled(draft.fixed, lenient: lenient)
    }

    private static func close(_ draft: ProblemDraft, warnings: [Finding]) -> Problem {
        let sessions = draft.sessions
        let fixed = Set(draft.fixed)
        var options: [Option] = []
        options.reserveCapacity(draft.options.count)
        var ends: [Int] = []
        ends.reserveCapacity(draft.requests.count)
        var tooSoon = [Int32](repeating: 0, count: draft.requests.count)
        for (position, request) in draft.requests.enumerated() {
            let index = RequestIndex(position)
            let first = options.count
            let earliest = request.lastVisit.map { $0 + draft.prisoners[request.prisoner.position].minGap } ?? .min
            for option in draft.options(of: position) {
                let day = sessions[option.session.position].day
                guard day >= 0, day < draft.days else { continue }
                if day < earliest, !fixed.contains(Assignment(request: index, session: option.session)) {
                    tooSoon[position] += 1
                } else {
                    options.append(option)
                }
            }
            sort(&options[first...], sessions)
            ends.append(options.count)
        }
        return Problem(
            draft: draft, fixed: draft.fixed.distinct(), published: draft.published.distinct(), options: options,
            optionEnds: ends, tooSoon: tooSoon, escortDays: EscortDays(draft),
            periods: PeriodTable(start: draft.start, days: draft.days, prisoners: draft.prisoners),
            warnings: warnings)
    }

    private static func sort(_ options: inout ArraySlice<Option>, _ sessions: [Session]) {
        func key(_ option: Option) -> (Int, Int, SessionIndex) {
            let session = sessions[option.session.position]
            return (session.day, session.startMinute, option.session)
        }
        let isSorted = zip(options, options.dropFirst()).allSatisfy { key($0) < key($1) }
        if !isSorted { options.sort { key($0) < key($1) } }
    }

    /// The problem without the fixed visits that cannot be; the judge says which.
    private func settled(_ given: [Assignment], lenient: Bool) throws(ProblemError) -> Problem {
        let positions = Dictionary(given.enumerated().map { ($1, $0) }, uniquingKeysWith: min)
        var kept = fixed
        var findings: [Finding] = []
        while true {
            let violations = Judge.check(self, kept).violations.filter { $0.kind != .fixedMissing }
            if violations.isEmpty { break }
            var dropped: Set<Assignment> = []
            for violation in violations {
                // The last of the visits that clash gives way: earlier ones were agreed first.
                guard let last = violation.visits.max(by: { positions[$0, default: 0] < positions[$1, default: 0] })
                else { continue }
                dropped.insert(last)
                findings.append(
                    violation.finding(
                        in: self, subject: "fixed[\(positions[last, default: 0])]",
                        severity: lenient ? .warning : .error))
            }
            kept.removeAll { dropped.contains($0) }
        }
        if findings.isEmpty { return self }
        guard lenient else { throw .faulty(warnings + findings) }
        return with(fixed: kept, warnings: warnings + findings)
    }
}

extension Array where Element: Hashable {
    /// The elements without repetition, each where it first stood.
    func distinct() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
