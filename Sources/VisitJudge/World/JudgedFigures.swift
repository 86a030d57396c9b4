import VisitModel
import VisitTravel

/// The operator's figures that visits are judged by.
struct JudgedFigures: Sendable {
    /// At how many tables of one session an adult may sit where the prison does not say.
    private(set) var tablesPerAdult = 1
    /// The currency of all money (ISO 4217).
    let currency: String
    /// From which age a child may travel alone where the rules admit it alone.
    let aloneFromAge: Int
    /// The shortest time between two visits to one prisoner, in days; nil where the operator has not set one.
    private(set) var leastGap: Int?
    /// Whether rules that protect children's contact are lifted above policy and practice.
    private(set) var protectsContact = false
    /// How many persons may come to one visit, by jurisdiction, where the operator has set it.
    private(set) var mostVisitors: [Jurisdiction: Int] = [:]

    /// The parameter that limits visitors in each jurisdiction where one does.
    private static let visitorParameters = ["bop.max_people": "US-BOP", "ew.max_visitors": "GB-EAW"]

    /// The figures among all parameters. A value that cannot be read is reported where parameters are checked, and is
    /// none here.
    init(_ parameters: [Parameter]) {
        let travel = TravelParameters(parameters)
        (aloneFromAge, currency) = (Int(travel[.aloneFromAge]), travel.currency)
        for parameter in parameters {
            switch parameter.name {
            case "prison.tables_per_adult": tablesPerAdult = Int(parameter.value).map { max(1, $0) } ?? tablesPerAdult
            case "plan.min_gap_days": leastGap = Int(parameter.value)
            case "protectChildContact": protectsContact = ["yes", "true"].contains(parameter.value.lowercased())
            default:
                guard let jurisdiction = Self.visitorParameters[parameter.name] else { continue }
                mostVisitors[Jurisdiction(jurisdiction)] = Int(parameter.value)
            }
        }
    }
}
