import Testing
import VisitModel

@testable import VisitImport

@Suite("The recognition of tables and headings")
struct HeadingTests {
    @Test(
        "a table is known by its file's name, in either language",
        arguments: [
            ("children.csv", TableName.children), ("儿童.csv", .children), ("Children-2026.csv", .children),
            ("prisoner_events.csv", .prisonerEvents), ("prisoner events.csv", .prisonerEvents),
            ("prisoners.csv", .prisoners), ("服刑人员事件.csv", .prisonerEvents), ("服刑人员 2.csv", .prisoners),
            ("school-calendars.csv", .schoolCalendars), ("VISITS.CSV", .visits), ("absences.csv", .absences),
            ("请假登记.csv", .absences), ("会见记录（九月）.csv", .visits),
        ])
    func fileNames(name: String, table: TableName) {
        #expect(TableName(fileName: name) == table)
    }

    @Test("another name is no table's", arguments: ["childrens.csv", "kids.csv", "childcare.csv", ".csv", "备注.csv"])
    func otherFileNames(name: String) {
        #expect(TableName(fileName: name) == nil)
    }

    @Test("no two columns of a table share a heading", arguments: TableName.allCases)
    func distinctHeadings(table: TableName) {
        let keys = table.columns.flatMap { [$0.name] + $0.chinese + $0.also }.map(ColumnNames.key)
        #expect(Set(keys).count == keys.count)
        #expect(table.columns.allSatisfy { !$0.chinese.isEmpty && !$0.examples.isEmpty })
    }

    @Test("every heading of every template is recognised as its own column", arguments: TableName.allCases)
    func recognisesAll(table: TableName) {
        let names = ColumnNames(of: table.columns)
        for (index, column) in table.columns.enumerated() {
            for heading in [column.name, column.name.uppercased(), column.name.replacing("_", with: " ")]
                + column.chinese
            {
                #expect(names.column(heading) == index)
            }
        }
    }

    @Test("what holds a decision is named elsewhere as its template names it")
    func decisionCells() throws {
        for (name, named) in DecisionCell.tables {
            let table = try #require(TableName.allCases.first { $0.english == name })
            #expect(table.chinese[0] == named.name)
            for (heading, chinese) in named.columns {
                let column = try #require(table.columns.first { $0.name == heading }, "\(name) \(heading)")
                #expect(column.heading(.chinese) == chinese)
            }
        }
    }

    @Test("a file of another name is known by its headings, and that is noted")
    func guessed() throws {
        let reading = try World.readAlone(["export.csv": "编号,名称,纬度,经度\nPL1,成都,30.66,104.06\n"])
        #expect(reading.short == ["note guessed-table export.csv"])
        #expect(reading.batch?.register.places.first?.name == BilingualText(en: "", zh: "成都"))
        #expect(reading.sources.map(\.table) == ["places"])
    }

    @Test("a file that is no table is an error that names the tables")
    func unknownFile() throws {
        let reading = try World.readAlone(["childern.csv": "a,b\n1,2\n", "places.csv": "id,name\nPL1,X\n"])
        #expect(reading.short == ["error unknown-file childern.csv"])
        #expect(reading.batch == nil)
        #expect(reading.findings.first?.sentence.english.contains("prisoner_events.csv") == true)
        #expect(reading.findings.first?.advice?.english == "Perhaps children.csv was meant.")
    }

    @Test("headings stand in any order, in either language, with other columns beside them")
    func anyOrder() throws {
        let reading = try World.read([
            "children.csv": "家庭,Birth Date,colour,NAME,id\nH1,2016-05-20,red,A (invented),C1\n"
        ])
        #expect(reading.short == ["warning unknown-heading children.csv:1:3"])
        #expect(reading.batch?.register.children.map(\.id) == ["C1"])
    }

    @Test("a heading that is nearly one that is missing is an error: its values would be lost")
    func nearlyKnown() throws {
        let reading = try World.read([
            "escorts.csv":
                "id,name,home,from,to,max_children,vetted_untl\nE1,F (invented),H2,2026-09-01,,4,2027-01-01\n"
        ])
        #expect(reading.short.first == "error unknown-heading escorts.csv:1:7")
        #expect(reading.findings.first?.advice?.english == "Perhaps vetted_until was meant.")
    }

    @Test("missing and repeated headings are told, and the rows are read all the same")
    func missingAndRepeated() throws {
        let reading = try World.read(["children.csv": "id,name,姓名,household\nC1,A (invented),B,H9\n"])
        #expect(
            reading.short == [
                "error missing-heading children.csv:1", "error repeated-heading children.csv:1:3",
                "error unknown-reference children.csv:2:4",
            ])
    }

    @Test("of two columns that stand for each other, one is enough, and none is told once")
    func eitherColumn() throws {
        #expect(try World.readAlone(["places.csv": "id,name_zh\nPL1,成都\n"]).short == [])
        #expect(
            try World.readAlone(["places.csv": "id,latitude\nPL1,30\n"]).short(
                "places.csv:1") == ["error missing-heading places.csv:1"])
    }

    @Test("a file without headings is told once, and its first row is not quoted")
    func noHeading() throws {
        let reading = try World.read(["children.csv": "C1,Zhang San (invented),2016-05-20,H1\nC2,x,y,z\n"])
        #expect(reading.short == ["error no-heading children.csv:1"])
        #expect(!"\(reading.findings)".contains("Zhang"))
    }

    @Test("an empty file and one of headings alone are told apart")
    func emptyFiles() throws {
        let reading = try World.read(["children.csv": "\n\n,,\n", "escorts.csv": "id,name,home,from,to,max_children\n"])
        #expect(reading.short == ["error empty-file children.csv", "note no-rows escorts.csv"])
    }

    @Test("blank lines before the headings are passed over, and lines are counted all the same")
    func leadingBlankLines() throws {
        let reading = try World.read(["children.csv": "\n;;;\nid;name;birth_date;household\nC1;A (invented);x1;H1\n"])
        #expect(reading.short == ["error invalid-date children.csv:4:3"])
    }

    @Test("a workbook is told from a table by its first bytes")
    func workbook() throws {
        let reading = try World.readAlone(bytes: [
            "children.csv": [0x50, 0x4B, 0x03, 0x04, 0, 0], "notes.csv": Array("%PDF-1.7".utf8),
        ])
        #expect(reading.short == ["error not-text children.csv", "error not-text notes.csv"])
    }
}
