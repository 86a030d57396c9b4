import VisitModel

/// Whose money pays for which journeys: that of the organisation from whose home an escort goes along, otherwise that of the
/// organisation which looks after the household.
///
/// An organisation without a budget of its own, in whatever month, is paid for by the operator.
package struct Payers {
    /// The organisations with a budget of their own, by identifier.
    let organisations: [Identifier<Organisation>]
    private let organisationOfHousehold: [Identifier<Household>: Identifier<Organisation>]
    private let homeOfEscort: [Identifier<Escort>: Identifier<Household>]

    package init(_ register: Register) {
        organisations = Set(register.budgets.compactMap(\.organisation)).sorted()
        organisationOfHousehold = Dictionary(
            register.households.compactMap { household in household.organisation.map { (household.id, $0) } }
        ) { first, _ in first }
        homeOfEscort = Dictionary(register.escorts.map { ($0.id, $0.home) }) { first, _ in first }
    }

    /// Who pays for journeys of a household, with escorts from `home` where they go along; nil where the operator does.
    func payer(for household: Identifier<Household>, home: Identifier<Household>?) -> Identifier<Organisation>? {
        organisationOfHousehold[home ?? household].flatMap { organisations.contains($0) ? $0 : nil }
    }

    /// Who pays for the journey of a visit; nil where the operator does.
    package func payer(of visit: Visit) -> Identifier<Organisation>? {
        let homes = visit.adults.compactMap { adult in
            if case .escort(let id) = adult { homeOfEscort[id] } else { nil }
        }
        return payer(for: visit.household, home: homes.first)
    }

    /// The payer's number in a problem: 0 is the operator.
    func number(of payer: Identifier<Organisation>?) -> Int {
        payer.flatMap { organisations.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    }
}
