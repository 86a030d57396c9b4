import VisitModel

/// What reading some files gave.
public struct Reading: Sendable {
    /// All that the files describe, ready to be stored as a whole; nil exactly where `findings` holds an error.
    public var batch: ImportBatch?
    /// The files in the order in which they were read, with what each was taken for.
    public var sources: [ImportBatch.Source]
    /// The files that lie in the folders beside the others and were not read, each with a finding.
    public var unread: [String]
    /// All that is wrong, or worth a look, in all files: by file, line and column.
    public var findings: [Finding]
}
