import Foundation
import Testing
import VisitModel
import VisitTravel

@Suite("The example worlds")
struct ExampleWorldTests {
    @Test(
        "every figure of journeys that an example world sets is one that is known",
        arguments: [("china", "CNY"), ("michigan", "USD")])
    func parameters(world: String, currency: String) throws {
        let file = URL(filePath: #filePath).appending(path: "../../../Config/example/\(world)/parameters.csv")
        let rows = try String(contentsOf: file.standardized, encoding: .utf8).split(separator: "\n").dropFirst()
        let parameters = TravelParameters(
            try rows.map { row in
                let cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
                try #require(cells.count == 2, "\(row)")
                return Parameter(name: cells[0], value: cells[1])
            })
        #expect(parameters.findings.isEmpty, "\(parameters.findings.map(\.sentence.english))")
        #expect(parameters.currency == currency)
        #expect(rows.contains { $0.hasPrefix("travel.") && !$0.hasPrefix(TravelParameters.currencyName) })
    }
}
