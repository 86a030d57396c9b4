import Testing
import VisitModel

@testable import VisitImport

@Suite("What spreadsheets leave in files")
struct SpreadsheetMarkTests {
    private static let heading = "id,name,birth_date,household\n"

    @Test(
        "a formula or an error where an identifier or a name stands is an error, and a name is never quoted",
        arguments: [
            ("=C9,Z (invented)", "error not-a-value children.csv:2:1"),
            ("C9,=1+1", "error not-a-value children.csv:2:2"),
            ("#N/A,Z (invented)", "error not-a-value children.csv:2:1"),
            ("C9,#REF!", "error not-a-value children.csv:2:2"),
            ("C9,\(String(repeating: "长", count: 201))", "error out-of-range children.csv:2:2"),
        ])
    func noValue(_ cells: String, _ finding: String) throws {
        let reading = try World.read(["children.csv": Self.heading + cells + ",2016-05-20,H1\n"])
        #expect(reading.short.filter { !$0.contains("unknown-reference") } == [finding])
        #expect(
            !reading.findings.contains { $0.sentence.english.contains("1+1") || $0.sentence.chinese.contains("长长") })
    }

    @Test(
        "quotes around an identifier, and a spreadsheet's mark for text, are asked about",
        arguments: ["'00123", "“C9”"])
    func marks(_ id: String) throws {
        let reading = try World.read(["escorts.csv": World.sound["escorts.csv", default: ""].replacing("E1", with: id)])
        #expect(reading.short == ["warning unlikely escorts.csv:2:1"])
        // A number sign alone is no error of a spreadsheet.
        #expect(
            try World.read(["households.csv": "id,name,place\nH1,#9 (invented),PL1\n#CN,A,PL1\nH2,B,PL2\n"]).short == []
        )
    }

    @Test(
        "a first line that names the separator is obeyed", arguments: ["sep=;\r\n", "\"sep=;\"\n", "\u{FEFF}SEP=;\n"])
    func separator(_ line: String) throws {
        let reading = try World.read(["households.csv": line + "id;name;place\nH1;A, B (invented);PL1\nH2;C;PL9\n"])
        #expect(reading.short == ["error unknown-reference households.csv:4:3"])
    }

    @Test(
        "money with three decimals is asked about, since it may be thousands", arguments: ["1.000", "12.500", "１.０００"])
    func thousands(_ amount: String) throws {
        #expect(
            try World.read(["budgets.csv": "month,amount\n2026-12,\(amount)\n"]).short == [
                "error invalid-number budgets.csv:2:2"
            ])
        #expect(
            try World.read(["budgets.csv": "month,amount\n2026-12,33.3333\n"]).batch?.register.budgets.map(\.cents) == [
                3333
            ])
    }
}
