import VisitModel

/// A file in a folder of tables that is not read.
enum UnreadFile {
    /// File name extensions of other table formats. Such files are not read when a whole folder is imported.
    private static let dataEndings = [
        "xlsx", "xls", "xlsm", "xlsb", "et", "ett", "ods", "numbers", "tsv", "tab", "txt", "json", "xml", "docx", "doc",
        "wps", "pdf", "gz", "rar", "7z", "dbf", "mdb", "accdb",
    ]

    private static func ending(_ path: String) -> String {
        path.split(separator: "/").last?.split(separator: ".").dropFirst().last?.lowercased() ?? ""
    }

    /// Whether what is in the file of that name may have been meant for the import.
    static func mayHoldData(_ path: String) -> Bool { dataEndings.contains(ending(path)) }

    /// Says that the file at `path` was not read: a warning where data may be in it, otherwise a note.
    static func finding(_ path: String) -> Finding {
        let isFolder = (try? FileBytes.kind(of: path)) == .folder
        let (kind, advice) = isFolder ? folder : words(for: ending(path))
        return Finding(
            mayHoldData(path) && !isFolder ? .warning : .note, code: FaultCode.notRead.rawValue, subject: "file",
            at: SourceLocation(file: path),
            sentence: BilingualText(
                en:
                    "\(isFolder ? "The folder" : "The file") was not read: it is \(kind.english); expected tables as .csv, calendars as .ics or "
                    + "timetables as .zip.",
                zh: "未读取：这是\(kind.chinese)；应为 .csv 表格、.ics 日历或 .zip 时刻表。"),
            advice: advice)
    }

    private static let folder = (
        kind: BilingualText(en: "inside a folder of tables", zh: "表格文件夹中的子文件夹"),
        advice: BilingualText(en: "Perhaps name that folder too.", zh: "也许应同时指定该子文件夹。")
    )

    private static func words(for ending: String) -> (kind: BilingualText, advice: BilingualText) {
        switch ending {
        case "xlsx", "xls", "xlsm", "xlsb", "et", "ett", "ods", "numbers":
            (
                BilingualText(en: "a workbook", zh: "电子表格工作簿"),
                BilingualText(en: "Perhaps save each sheet as CSV UTF-8.", zh: "也许应把每个工作表另存为“CSV UTF-8”。")
            )
        case "tsv", "tab", "txt":
            (
                BilingualText(en: "text that does not end in .csv", zh: "不以 .csv 结尾的文本文件"),
                BilingualText(
                    en: "Perhaps name the file itself to have it read, or let its name end in .csv.",
                    zh: "也许应直接指定该文件，或把文件名改为以 .csv 结尾。")
            )
        default:
            (
                BilingualText(en: "of another kind", zh: "其他类型的文件"),
                BilingualText(en: "Perhaps it belongs elsewhere.", zh: "也许该文件不应放在这里。")
            )
        }
    }
}
