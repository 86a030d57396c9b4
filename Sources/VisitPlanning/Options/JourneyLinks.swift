import VisitModel
import VisitSolver
import VisitTravel

/// What visits of two parties save when they are made on one journey: the solver's links.
///
/// Mother's and father's visit of the same children save the second journey, less a night where they lie on neighbouring
/// days. Groups of one home who go to two prisons of one city on one day save an escort's journey.
struct JourneyLinks {
    /// Mother's and father's party of the same children, by position among all parties.
    struct Pair {
        let first: Int
        let second: Int
        /// Points saved on one day; nil where visits on one day could get in each other's way.
        let onOneDay: Int?
        /// Points saved on two neighbouring days; nil where that saves nothing.
        let onTwoDays: Int?
    }

    private let parties: [Party]
    private(set) var pairs: [Pair] = []

    /// - Parameter options: the sessions that the party at that position can attend.
    init(
        _ parties: [Party], survey: inout OptionSurvey, options: (Int, inout OptionSurvey) -> [OptionSurvey.Option]
    ) {
        self.parties = parties
        for (first, second, household) in Self.parents(parties) {
            let (own, other) = (options(first, &survey), options(second, &survey))
            pairs.append(
                pair(first, second, (own, other), &survey, isAlone: Self.isAlone(first, second, parties[household])))
        }
    }

    /// The positions of parties whose visits may lie on one day, though they are of one household.
    var onOneDay: Set<Int> {
        Set(pairs.filter { $0.onOneDay != nil }.flatMap { [$0.first, $0.second] })
    }

    /// The links of the pairs, where `requests` are the requests of the parties.
    func links(_ requests: [Int: RequestIndex]) -> [Problem.Link] {
        pairs.flatMap { pair -> [Problem.Link] in
            guard let first = requests[pair.first], let second = requests[pair.second] else { return [] }
            let near = max(0, pair.onTwoDays ?? 0)
            let nearest = max(0, (pair.onOneDay ?? 0) - near)
            return [(1, near), (0, nearest)].filter { $0.1 > 0 }.map {
                Problem.Link(first, second, maxDaysApart: $0.0, saving: $0.1)
            }
        }
    }

    /// Parties of one household with the same children and the same kind of companion, and different prisoners; with
    /// them where the parties of the household stand.
    private static func parents(_ parties: [Party]) -> [(first: Int, second: Int, household: Range<Int>)] {
        var pairs: [(Int, Int, Range<Int>)] = []
        // Parties come by household.
        var first = 0
        while first < parties.count {
            var end = first + 1
            while end < parties.count, parties[end].household.id == parties[first].household.id { end += 1 }
            for a in first..<end {
                for b in (a + 1)..<end where parties[a].canTravel(with: parties[b]) {
                    pairs.append((a, b, first..<end))
                }
            }
            first = end
        }
        return pairs
    }

    /// Whether no third party contains one of the children or belongs to the same family, so that only these two share
    /// their days.
    private static func isAlone(_ first: Int, _ second: Int, _ household: ArraySlice<Party>) -> Bool {
        let children = Set(household[first].children.map(\.id))
        return !household.indices.contains { position in
            let party = household[position]
            return position != first && position != second
                && (party.household.kind != .charityHome || party.children.contains { children.contains($0.id) })
        }
    }

    private func pair(
        _ first: Int, _ second: Int, _ options: ([OptionSurvey.Option], [OptionSurvey.Option]),
        _ survey: inout OptionSurvey, isAlone: Bool
    ) -> Pair {
        var (sameDay, nextDay): (Int?, Int?) = (nil, nil)
        var isClashing = false
        for a in options.0 {
            let day = survey.sessions[a.session].date
            for b in options.1 where abs(survey.sessions[b.session].date - day) <= 1 {
                let saving = saving((first, a.session), (second, b.session), &survey)
                if survey.sessions[b.session].date == day {
                    guard let saving else {
                        isClashing = true
                        continue
                    }
                    sameDay = min(sameDay ?? saving, saving)
                } else if let saving {
                    nextDay = min(nextDay ?? saving, saving)
                }
            }
        }
        return Pair(
            first: first, second: second, onOneDay: isClashing || !isAlone ? nil : sameDay.map { max(0, $0) },
            onTwoDays: nextDay.flatMap { $0 > 0 ? $0 : nil })
    }

    /// What one journey to both sessions saves; nil where there is none.
    private func saving(
        _ a: (party: Int, session: Int), _ b: (party: Int, session: Int), _ survey: inout OptionSurvey
    ) -> Int? {
        let stops = [a, b].map { (party: parties[$0.party], session: survey.sessions[$0.session]) }
            .sorted { ($0.session.begins, $0.session.id) < ($1.session.begins, $1.session.id) }
        let apart = stops.map { survey.travelCost(for: $0.party, to: $0.session) }
        guard let first = apart[0], let second = apart[1],
            let joint = survey.jointTrip(
                for: stops.map(\.party), adults: stops[0].party.companions.isEscort ? 0 : 1, to: stops)
        else { return nil }
        return first + second - joint.cost
    }
}

extension Party {
    /// Whether both are the same children in the same company, on the way to different prisoners.
    fileprivate func canTravel(with other: Party) -> Bool {
        prisoner.id != other.prisoner.id && children.map(\.id) == other.children.map(\.id)
            && companions.home == other.companions.home
    }
}
