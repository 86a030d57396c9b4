import Testing
import VisitFormats
import VisitModel
import VisitTestSupport

@testable import VisitReports

@Suite("Workbooks")
struct WorkbookTests {
    static let python = OutsideTool.python("openpyxl", "json")

    /// Opens a workbook and tells each sheet: name, what stays in sight, filter, and every cell with its kind.
    static let reader = """
        import io, json, sys, openpyxl
        book = openpyxl.load_workbook(io.BytesIO(sys.stdin.buffer.read()))
        def tell(cell):
            value = cell.value
            return [cell.data_type, value.isoformat() if hasattr(value, "isoformat") else value]
        for sheet in book.worksheets:
            print(json.dumps([sheet.title, sheet.freeze_panes, sheet.auto_filter.ref], ensure_ascii=False))
            for row in sheet.iter_rows():
                print(json.dumps([tell(cell) for cell in row], ensure_ascii=False))
        """

    /// A cell of every kind. The names are invented.
    static let table = ReportTable(
        id: "all", title: "Every [kind]: of 'cell'",
        columns: ["text", "number", "tenths", "percent", "day", "moment", "clock", "money", "withheld", "none"].map {
            .init($0, $0)
        },
        rows: [
            [
                "=1+1 <b>&\u{1}\"王芳\"", .number(-7), .decimal(tenths: 35), .percent(45), .day(Worlds.day("2026-12-05")),
                .moment(Worlds.time("2026-12-05 14:30")), .clock(Worlds.clock("09:05")), .money(123_456), .withheld,
                .none,
            ]
        ])

    static func content(_ tables: [ReportTable]) -> ReportContent {
        ReportContent(
            name: .coverage, language: .english, title: "Title & <more>", subtitle: "", sections: [], records: tables)
    }

    @Test(
        "hold dates as dates, numbers as numbers and texts as texts",
        .enabled(if: python.isPresent, "\(python.missing)"))
    func kinds() throws {
        let bytes = Workbook(Self.content([Self.table])).bytes
        let lines = String(decoding: try Self.python.run(["-c", Self.reader], input: bytes), as: UTF8.self)
            .split(separator: "\n")
        #expect(lines[0] == #"["Every kind of cell", "A2", "A1:J2"]"#)
        #expect(lines[1].hasPrefix(#"[["s", "text"], ["s", "number"]"#))
        let expected =
            #"[["s", "=1+1 <b>&\"王芳\""], ["n", -7], ["n", 3.5], ["n", 0.45], ["d", "2026-12-05T00:00:00"], "#
            + #"["d", "2026-12-05T14:30:00"], ["d", "09:05:00"], ["n", 1234.56], ["s", "×"], ["n", null]]"#
        #expect(lines[2] == expected)
    }

    @Test(
        "of every report open, a sheet for each table", .enabled(if: python.isPresent, "\(python.missing)"),
        arguments: Language.allCases)
    func everyReport(language: Language) throws {
        for (name, report) in ReportTests.reports(language) {
            let lines = String(decoding: try Self.python.run(["-c", Self.reader], input: report.xlsx), as: UTF8.self)
                .split(separator: "\n")
            let rows = report.content.tables.reduce(0) { $0 + 2 + $1.rows.count }
            #expect(lines.count == rows, "\(name)")
        }
    }

    @Test("give sheets names that a spreadsheet takes, each once", .enabled(if: python.isPresent, "\(python.missing)"))
    func names() throws {
        let titles = ["a/b", "a\\b", "ab", "", String(repeating: "长", count: 40), String(repeating: "长", count: 41)]
        let tables = titles.map { ReportTable(id: "x", title: $0, columns: [.init("a", "a")], rows: []) }
        let program = """
            import io, sys, openpyxl
            names = openpyxl.load_workbook(io.BytesIO(sys.stdin.buffer.read())).sheetnames
            print(len(names), len(set(n.lower() for n in names)), max(map(len, names)) <= 31, min(map(len, names)) > 0)
            """
        let answer = String(
            decoding: try Self.python.run(["-c", program], input: Workbook(Self.content(tables)).bytes), as: UTF8.self)
        #expect(answer == "6 6 True True\n")
    }

    @Test("name columns as spreadsheets do", arguments: [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (702, "AAA")])
    func columns(column: Int, name: String) {
        #expect(WorkbookSheet.name(column: column) == name)
    }

    @Test("of the same report are the same bytes")
    func determinism() {
        #expect(ReportTests.day(.chinese).xlsx == ReportTests.day(.chinese).xlsx)
    }

    @Test(
        "are archives that another program finds whole",
        .enabled(if: OutsideTool.python("zipfile").isPresent))
    func archive() throws {
        var file = ZipWriter()
        let content = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 * $0 / 7) }
        file.add("folder/名.bin", content)
        file.add("empty", [])
        let program = """
            import io, sys, zipfile
            file = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
            print(file.testzip(), [(i.filename, i.file_size) for i in file.infolist()], sum(file.read("folder/名.bin")))
            """
        let answer = try OutsideTool.python("zipfile").run(["-c", program], input: file.archive)
        let sum = content.reduce(0) { $0 + Int($1) }
        #expect(
            String(decoding: answer, as: UTF8.self) == "None [('folder/名.bin', 100000), ('empty', 0)] \(sum)\n")
    }
}
