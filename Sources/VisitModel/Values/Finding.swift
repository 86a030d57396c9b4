/// Something wrong, or worth a look, in the user's data or in a plan. Findings are collected and shown together;
/// they are never thrown.
public struct Finding: Hashable, Sendable {
    /// How bad it is.
    public enum Severity: String, Sendable, CaseIterable {
        /// Nothing can be done with the data until this is corrected.
        case error
        /// The data can be used; somebody should look at this.
        case warning
        /// Worth knowing.
        case note
    }

    /// How bad it is.
    public var severity: Severity
    /// A stable word for the kind of finding, in kebab case: `unknown-prison`.
    public var code: String
    /// What it is about, by identifier and never by name: `child C17`.
    public var subject: String
    /// Where it was found, if in a file.
    public var location: SourceLocation?
    /// What was found and what was expected. Holds no personal data beyond identifiers.
    public var sentence: BilingualText
    /// What to do about it, if there is something: begins with "Perhaps".
    public var advice: BilingualText?
    /// The visits that it is about, if it is about visits.
    public var visits: [Identifier<Visit>] = []
    /// The check of the judge by whose code somebody can let it pass; nil where it is no flag of a visit ahead.
    public var check: VisitFlag.Code?

    /// A finding.
    public init(
        _ severity: Severity, code: String, subject: String, at location: SourceLocation? = nil,
        sentence: BilingualText, advice: BilingualText? = nil
    ) {
        self.severity = severity
        self.code = code
        self.subject = subject
        self.location = location
        self.sentence = sentence
        self.advice = advice
    }
}

/// A position in a file of the user's: `children.csv:17:4`.
public struct SourceLocation: Hashable, Sendable, CustomStringConvertible {
    /// The file as the user named it.
    public var file: String
    /// The line, from 1; nil where the finding concerns the whole file.
    public var line: Int?
    /// The column, from 1; nil where it concerns the whole line. In a table the cell's number, elsewhere the character's.
    public var column: Int?

    /// A position in `file`.
    public init(file: String, line: Int? = nil, column: Int? = nil) {
        self.file = file
        self.line = line
        self.column = column
    }

    /// File, line and column joined by colons, as editors read them.
    public var description: String {
        ([file] + [line, column].compactMap { $0.map(String.init) }).joined(separator: ":")
    }
}
