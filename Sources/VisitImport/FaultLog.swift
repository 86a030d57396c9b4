import VisitModel

/// Collects what is wrong with one file, up to a limit that keeps a file of rubbish from filling the memory.
struct FaultLog {
    /// The most findings that are kept of one file; the rest are counted.
    static let limit = 100_000

    /// The file as the user named it.
    let file: String
    private(set) var findings: [Finding] = []
    private(set) var hasErrors = false
    private var omitted = 0

    init(file: String) {
        self.file = file
    }

    mutating func add(_ finding: Finding) {
        if finding.severity == .error { hasErrors = true }
        if findings.count < Self.limit {
            findings.append(finding)
        } else {
            omitted += 1
        }
    }

    /// Adds a finding about the file as a whole, or about a line or cell of it.
    mutating func add(
        _ severity: Finding.Severity, _ code: FaultCode, subject: String? = nil, line: Int? = nil, column: Int? = nil,
        _ sentence: BilingualText, advice: BilingualText
    ) {
        add(
            Finding(
                severity, code: code.rawValue, subject: subject ?? "file",
                at: SourceLocation(file: file, line: line, column: column), sentence: sentence, advice: advice))
    }

    /// The findings by line and column, with a closing one where some were left out.
    func sorted() -> [Finding] {
        func place(_ finding: Finding) -> (Int, Int) { (finding.location?.line ?? 0, finding.location?.column ?? 0) }
        var sorted = findings.enumerated().sorted { a, b in
            let (first, second) = (place(a.element), place(b.element))
            return first == second ? a.offset < b.offset : first < second
        }.map(\.element)
        if omitted > 0 {
            sorted.append(
                Finding(
                    hasErrors ? .error : .warning, code: FaultCode.furtherFaults.rawValue, subject: "file",
                    at: SourceLocation(file: file),
                    sentence: BilingualText(
                        en: "\(omitted) further faults of this file are not listed.",
                        zh: "本文件另有\(omitted)处问题未列出。"),
                    advice: BilingualText(
                        en: "Perhaps the file holds something other than its name says.",
                        zh: "也许文件内容与文件名不符。")))
        }
        return sorted
    }
}
