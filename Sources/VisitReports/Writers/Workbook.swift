import VisitFormats
import VisitModel

/// Tables as a workbook (ECMA-376, SpreadsheetML): a sheet for each, real dates and numbers, headings that stay in sight
/// and can be filtered, columns as wide as what they hold. Texts are texts; nothing in it is ever a formula.
struct Workbook {
    private let tables: [ReportTable]
    private let title: String

    init(_ content: ReportContent) {
        tables = content.tables
        title = content.title
    }

    /// The file.
    var bytes: [UInt8] {
        var file = ZipWriter()
        file.add("[Content_Types].xml", xml(contentTypes))
        file.add("_rels/.rels", xml(packageRelations))
        file.add("docProps/core.xml", xml(properties))
        file.add("xl/workbook.xml", xml(workbook))
        file.add("xl/_rels/workbook.xml.rels", xml(workbookRelations))
        file.add("xl/styles.xml", xml(Self.styles))
        for (number, table) in tables.enumerated() {
            file.add("xl/worksheets/sheet\(number + 1).xml", xml(WorkbookSheet(table).text))
        }
        return file.archive
    }

    private func xml(_ body: String) -> [UInt8] {
        Array(("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + body).utf8)
    }

    /// The names of the sheets: at most 31 characters, none of those that Excel refuses, each once.
    private var sheetNames: [String] {
        var taken: Set<String> = []
        return tables.enumerated().map { number, table in
            let refused: Set<Character> = ["[", "]", ":", "*", "?", "/", "\\", "'"]
            let clean = String(table.title.onOneLine.filter { !refused.contains($0) }.prefix(27))
            let name = clean.isEmpty || !taken.insert(clean).inserted ? "\(clean) \(number + 1)" : clean
            taken.insert(name)
            return name
        }
    }

    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package = "http://schemas.openxmlformats.org/package/2006"

    private var workbook: String {
        let sheets = sheetNames.enumerated().map { number, name in
            "<sheet name=\"\(name.asXML)\" sheetId=\"\(number + 1)\" r:id=\"rId\(number + 1)\"/>"
        }
        return
            "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.relations)\"><sheets>\(sheets.joined())</sheets></workbook>"
    }

    private var workbookRelations: String {
        let sheets = tables.indices.map {
            "<Relationship Id=\"rId\($0 + 1)\" Type=\"\(Self.relations)/worksheet\" Target=\"worksheets/sheet\($0 + 1).xml\"/>"
        }
        let styles =
            "<Relationship Id=\"rId\(tables.count + 1)\" Type=\"\(Self.relations)/styles\" Target=\"styles.xml\"/>"
        return "<Relationships xmlns=\"\(Self.package)/relationships\">\(sheets.joined())\(styles)</Relationships>"
    }

    private var packageRelations: String {
        let core = "\(Self.package)/relationships/metadata/core-properties"
        return "<Relationships xmlns=\"\(Self.package)/relationships\">"
            + "<Relationship Id=\"rId1\" Type=\"\(Self.relations)/officeDocument\" Target=\"xl/workbook.xml\"/>"
            + "<Relationship Id=\"rId2\" Type=\"\(core)\" Target=\"docProps/core.xml\"/></Relationships>"
    }

    private var properties: String {
        "<cp:coreProperties xmlns:cp=\"\(Self.package)/metadata/core-properties\" "
            + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>\(title.asXML)</dc:title>"
            + "<dc:creator>visitd</dc:creator></cp:coreProperties>"
    }

    private var contentTypes: String {
        let office = "application/vnd.openxmlformats-officedocument.spreadsheetml"
        let sheets = tables.indices.map {
            "<Override PartName=\"/xl/worksheets/sheet\($0 + 1).xml\" ContentType=\"\(office).worksheet+xml\"/>"
        }
        return "<Types xmlns=\"\(Self.package)/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(office).sheet.main+xml\"/>"
            + "<Override PartName=\"/xl/styles.xml\" ContentType=\"\(office).styles+xml\"/>"
            + "<Override PartName=\"/docProps/core.xml\" "
            + "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
            + sheets.joined() + "</Types>"
    }

    /// The looks of cells, in the order of `WorkbookSheet.Style`.
    private static let styles: String = {
        let formats = WorkbookSheet.Style.allCases.map { style in
            let wrap = style == .text ? "<alignment vertical=\"top\" wrapText=\"1\"/>" : "<alignment vertical=\"top\"/>"
            let font = style == .heading ? 1 : 0
            return "<xf numFmtId=\"\(style.format)\" fontId=\"\(font)\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
                + "applyNumberFormat=\"1\" applyFont=\"1\" applyAlignment=\"1\">\(wrap)</xf>"
        }
        return
            "<styleSheet xmlns=\"\(main)\"><numFmts count=\"3\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/>"
            + "<numFmt numFmtId=\"165\" formatCode=\"yyyy\\-mm\\-dd\\ hh:mm\"/><numFmt numFmtId=\"166\" formatCode=\"0.0\"/>"
            + "</numFmts><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
            + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
            + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
            + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
            + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
            + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
            + "<cellXfs count=\"\(formats.count)\">\(formats.joined())</cellXfs>"
            + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>"
    }()
}
