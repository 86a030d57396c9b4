import Testing
import VisitModel
import VisitTravel

@Suite("The figures of journeys")
struct TravelParametersTests {
    @Test("what the operator sets is used, the rest is standard, and other parameters are left alone")
    func reading() {
        let parameters = TravelParameters([
            Parameter(name: "travel.road.kmh", value: "72.5"), Parameter(name: "travel.currency", value: "USD"),
            Parameter(name: "cn.notice_days", value: "7"), Parameter(name: "plan.night.cost", value: "300"),
            Parameter(name: "plan.weeks", value: "12"),
        ])
        #expect(parameters.findings.isEmpty)
        #expect(parameters[.roadSpeed] == 72.5)
        #expect(parameters[.railSpeed] == 120)
        #expect(parameters[.nightBurden] == 300)
        #expect(parameters.currency == "USD")
    }

    @Test(
        "a value that makes no sense is a finding, and the standard one is used",
        arguments: ["", "fast", "0", "-60", "1e3", "nan", "inf", "0x20", "60 ", "151", "６０"])
    func faultyValue(value: String) throws {
        let parameters = TravelParameters([Parameter(name: "travel.road.kmh", value: value)])
        let finding = try #require(parameters.findings.first)
        #expect(finding.code == "faulty-parameter" && finding.subject == "parameter travel.road.kmh")
        #expect(finding.sentence.english.contains("“\(value)”; expected a number from 5 to 150. 60 is used instead."))
        #expect(parameters[.roadSpeed] == 60)
    }

    @Test("minutes and money are whole numbers")
    func wholeNumbers() {
        let parameters = TravelParameters([Parameter(name: "travel.night.cents", value: "100.5")])
        #expect(parameters.findings.map(\.code) == ["faulty-parameter"])
        #expect(parameters.findings.first?.sentence.english.contains("a whole number") == true)
    }

    @Test("a currency has three capital letters", arguments: ["yuan", "usd", "¥", ""])
    func faultyCurrency(text: String) {
        let parameters = TravelParameters([Parameter(name: "travel.currency", value: text)])
        #expect(parameters.findings.map(\.code) == ["faulty-parameter"])
        #expect(parameters.currency == "CNY")
    }

    @Test(
        "an unknown name is a finding with the nearest one",
        arguments: [
            ("travel.road.kph", "travel.road.kmh"), ("travel.max_hours.under6", "travel.max_hours.under_6"),
            ("travel.curency", "travel.currency"),
        ])
    func unknownName(name: String, meant: String) {
        let parameters = TravelParameters([Parameter(name: name, value: "1")])
        #expect(parameters.findings.map(\.code) == ["unknown-parameter"])
        #expect(parameters.findings.first?.advice?.english == "Perhaps you mean \(meant).")
    }

    @Test("a name that resembles none is a finding without advice")
    func strangeName() {
        let parameters = TravelParameters([Parameter(name: "travel.by.balloon.altitude", value: "1")])
        #expect(parameters.findings.map(\.advice) == [nil])
    }

    @Test("every standard value lies in its own range and is named once")
    func standards() {
        for parameter in TravelParameter.allCases {
            #expect(parameter.range.contains(parameter.standard), "\(parameter.rawValue)")
            #expect(!parameter.meaning.english.isEmpty && !parameter.meaning.chinese.isEmpty)
        }
    }
}
