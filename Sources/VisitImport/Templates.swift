import Foundation
import VisitModel

/// The filled-in tables that people begin with.
public enum Templates {
    /// Writes one table of each kind into `folder`, which is created where it is missing: headings and words in
    /// `language`, with invented people. Together they can be imported as they are. Chinese ones begin with a byte order
    /// mark, by which spreadsheets know UTF-8. No file that exists is overwritten.
    public static func write(to folder: String, language: Language) throws(ImportError) {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw .cannotWrite(path: folder, reason: error.localizedDescription)
        }
        let files = TableName.allCases.map { (path: "\(folder)/\($0.fileName(language))", table: $0) }
        for file in files where FileManager.default.fileExists(atPath: file.path) {
            throw .templateExists(path: file.path)
        }
        for file in files {
            let mark = language == .chinese ? TextEncoding.utf8.byteOrderMark : []
            let content = Data(mark + Array(text(of: file.table, language: language).utf8))
            do {
                try content.write(to: URL(filePath: file.path), options: .withoutOverwriting)
            } catch {
                throw .cannotWrite(path: file.path, reason: error.localizedDescription)
            }
        }
    }

    /// The template of `table`.
    static func text(of table: TableName, language: Language) -> String {
        let columns = table.columns
        let writer = CellWriter()
        let rows = columns.map(\.examples.count).max() ?? 0
        return writer.row(columns.map { $0.heading(language) })
            + (0..<rows).map { row in
                writer.row(
                    columns.map { column in
                        guard column.examples.indices.contains(row) else { return "" }
                        let cell = column.examples[row]
                        return language == .chinese ? cell.chinese : cell.english
                    })
            }.joined()
    }
}
