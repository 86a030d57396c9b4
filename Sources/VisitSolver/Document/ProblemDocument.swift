import VisitFormats
import VisitModel

/// The JSON document `visitd-problem/1`.
public enum ProblemDocument {
    /// Larger documents are refused before they are read: their positions would not fit the tape.
    public static let largestSize = JSONTape.largestSize

    /// Reads a problem from the bytes of a document.
    ///
    /// All faults come at once; the subject of each is its JSON path (`requests[17].prisoner`), and text that is not
    /// JSON is reported with line and column. Unknown fields are passed over.
    /// - Parameters:
    ///   - name: what the user calls the document, for findings with a line.
    ///   - lenient: leave out fixed visits that cannot be, name them in `Problem.warnings`, and plan the rest.
    /// - Throws: `ProblemError.faulty`.
    public static func read(
        _ bytes: [UInt8], name: String = "problem.json", lenient: Bool = false
    ) throws(ProblemError) -> Problem {
        guard bytes.count <= largestSize else { throw .faulty([tooLarge(bytes.count)]) }
        let tape: JSONTape
        do {
            tape = try JSONTape(bytes)
        } catch {
            throw .faulty([finding(error, in: bytes, name: name)])
        }
        var reader = ProblemReader(tape)
        guard let draft = reader.read() else { throw .faulty(reader.faults.findings) }
        let own = reader.faults.findings
        guard own.contains(where: { $0.severity == .error }) else {
            let problem = try Problem.make(draft, lenient: lenient)
            return problem.with(fixed: problem.fixed, warnings: own + problem.warnings)
        }
        // Faults of form do not hide the faults of number.
        var inspection = ProblemInspection(draft)
        inspection.run()
        throw .faulty(own + inspection.findings)
    }

    static func tooLarge(_ size: Int) -> Finding {
        Finding(
            .error, code: "document-too-large", subject: "$",
            sentence: BilingualText(
                en: "The document has \(size) bytes; at most \(largestSize) can be read.",
                zh: "文档有 \(size) 字节，最多可读取 \(largestSize) 字节。"),
            advice: BilingualText(
                en: "Perhaps it can be written without spaces, or with rules in place of option lists.",
                zh: "也许可以去掉空白，或用规则代替逐条列出的可选场次。"))
    }

    private static func finding(_ fault: JSONTape.SyntaxFault, in bytes: [UInt8], name: String) -> Finding {
        let (line, column) = fault.position(in: bytes)
        return Finding(
            .error, code: "not-json", subject: "$", at: SourceLocation(file: name, line: line, column: column),
            sentence: BilingualText(
                en: "\(fault.english) (byte \(fault.offset)).", zh: "\(fault.chinese)（第 \(fault.offset) 字节）。"))
    }
}
