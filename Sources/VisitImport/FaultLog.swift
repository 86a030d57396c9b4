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
    private var hasGivenUp = false

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

    /// Whether there are more than are kept. A reader gives up then: the file is something other than its name says.
    var isFull: Bool { omitted > 0 }

    /// Notes that the rest of the file was not read.
    mutating func giveUp() { hasGivenUp = true }

    /// Adds all that another reader of the same file found.
    mutating func add(_ other: FaultLog) {
        for finding in other.findings { add(finding) }
        omitted += other.omitted
        hasGivenUp = hasGivenUp || other.hasGivenUp
        hasErrors = hasErrors || other.hasErrors
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
        var sorted = findings.sortedByPlace()
        if omitted > 0 {
            sorted.append(
                Finding(
                    hasErrors ? .error : .warning, code: FaultCode.furtherFaults.rawValue, subject: "file",
                    at: SourceLocation(file: file),
                    sentence: hasGivenUp
                        ? BilingualText(
                            en:
                                "This file has more than the \(Self.limit) faults that are listed; the rest of it was not read.",
                            zh: "本文件的问题超过列出的\(Self.limit)处；其余部分未读取。")
                        : BilingualText(
                            en: "\(omitted) further faults of this file are not listed.",
                            zh: "本文件另有\(omitted)处问题未列出。"),
                    advice: BilingualText(
                        en: "Perhaps the file holds something other than its name says.",
                        zh: "也许文件内容与文件名不符。")))
        }
        return sorted
    }
}

extension [Finding] {
    /// The findings by file, line and column; those of one place in the order in which they were made.
    func sortedByPlace() -> [Finding] {
        indices.map { FindingPlace(self[$0].location, index: $0) }.sorted().map { self[$0.index] }
    }
}

/// Where a finding stands among others. It is moved about more cheaply than the finding itself.
private struct FindingPlace: Comparable {
    let file: String
    let line: Int
    let column: Int
    let index: Int

    init(_ location: SourceLocation?, index: Int) {
        file = location?.file ?? ""
        line = location?.line ?? 0
        column = location?.column ?? 0
        self.index = index
    }

    static func < (a: Self, b: Self) -> Bool {
        if a.file != b.file { return a.file < b.file }
        return (a.line, a.column, a.index) < (b.line, b.column, b.index)
    }
}
