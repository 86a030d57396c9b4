import VisitImport
import VisitModel
import VisitPlanning
import VisitReports
import VisitRules
import VisitStore
import VisitTravel

extension Desk {
    /// What an import did, or would do.
    public struct ImportReport: Sendable {
        /// The files, and how each was read.
        public var sources: [ImportBatch.Source]
        /// The files that were found beside them and not read.
        public var unread: [String]
        /// What changed, table by table.
        public var summary: ImportSummary
        /// Warnings and notes.
        public var findings: [Finding]
        /// Whether nothing was stored because that was asked for.
        public var isDryRun: Bool
    }

    /// Creates the store where there is none.
    public func create() throws {
        _ = try VisitStore.create(at: store)
    }

    /// Creates the store and loads the example world `name` into it, on `today`.
    public func create(example name: String, today: Day) throws -> ImportReport {
        let folder = try ConfigurationFolder(configuration).example(name)
        try create()
        return try importFiles([folder], of: writing(on: today))
    }

    /// Reads files into the store: all of them, or on the first fault none.
    ///
    /// - Parameters:
    ///   - paths: folders of CSV files, or single files.
    ///   - encoding: the encoding of all files, one of `encodingNames`; nil to detect it.
    ///   - isDryRun: whether only to say what would change.
    ///   - today: from a year before this day to three years after it, calendar events that repeat are written out; nil
    ///     where it is a fault that one repeats without end.
    /// - Throws: `DeskError.faultyFiles` with every fault of every file; `DeskError.notForPart` at a desk that sees a
    ///   part.
    public func importFiles(
        _ paths: [String], encoding: String? = nil, isDryRun: Bool = false, today: Day? = nil
    ) throws -> ImportReport {
        try requireFullReach()
        return try importFiles(
            paths, of: importing(on: today, isDryRun: isDryRun), encoding: encoding, isDryRun: isDryRun, today: today)
    }

    private func importFiles(
        _ paths: [String], of view: StoreView, encoding: String? = nil, isDryRun: Bool = false, today: Day? = nil
    ) throws -> ImportReport {
        // Files are laid over what the store holds: where somebody else writes meanwhile, that is done again.
        for _ in 1..<Self.importAttempts {
            do {
                return try importFiles(paths, view, encoding: encoding, isDryRun: isDryRun, today: today)
            } catch StoreError.changedMeanwhile {}
        }
        return try importFiles(paths, view, encoding: encoding, isDryRun: isDryRun, today: today)
    }

    /// How often an import is tried where others write to the store at the same time.
    private static let importAttempts = 3

    private func importFiles(
        _ paths: [String], _ view: StoreView, encoding: String?, isDryRun: Bool, today: Day?
    ) throws -> ImportReport {
        let dataRevision = try view.store.dataRevision()
        let reading = try FileReader(
            known: view.register(), visits: view.knownVisits(), encoding: encoding.flatMap(TextEncoding.init(named:)),
            horizon: today.map { DayRange($0 - 365, $0 + 3 * 365) }, today: today,
            holidays: try? ConfigurationFolder(configuration).holidays
        ).read(paths)
        guard let batch = reading.batch else { throw DeskError.faultyFiles(reading.findings) }
        let findings = parameterFindings(in: batch) + reading.findings
        guard !findings.contains(where: { $0.severity == .error }) else { throw DeskError.faultyFiles(findings) }
        let summary =
            isDryRun
            ? try rehearse(batch, view) : try view.store.store(batch, at: now(), madeFrom: dataRevision)
        return ImportReport(
            sources: reading.sources, unread: reading.unread, summary: summary, findings: findings, isDryRun: isDryRun)
    }

    /// What is wrong with the parameters of the files, the gravest first: what would stop the next run is an error.
    private func parameterFindings(in batch: ImportBatch) -> [Finding] {
        let parameters = batch.register.parameters
        guard !parameters.isEmpty else { return [] }
        let findings = ParameterCheck(parameters, book: rulesIfAny()).findings
        return findings.filter { $0.severity == .error } + findings.filter { $0.severity == .warning }
    }

    /// The store as an import opens it. A dry run leaves an older store as it is.
    private func importing(on today: Day?, isDryRun: Bool) throws -> StoreView {
        guard isDryRun else { return try today.map { try reviewing(on: $0) } ?? writing() }
        _ = try reading()
        do {
            // What would be done on a day that is refused may be asked all the same.
            let view = try writing()
            return try today.map { view.store.reviewed(by: try reviewer(on: $0)).view(for: view.reach) } ?? view
        } catch StoreError.notWritable {
            return try reading()
        }
    }

    /// What an import would do; where the store can only be read, without what it would do to visits.
    private func rehearse(_ batch: ImportBatch, _ view: StoreView) throws -> ImportSummary {
        do {
            return try view.store.rehearse(batch, at: now())
        } catch StoreError.notWritable {
            return try view.store.difference(batch)
        }
    }

    /// The names of the encodings that files can have.
    public static var encodingNames: [String] { TextEncoding.allCases.map(\.name) }

    /// Whether files can be read in the encoding that somebody calls `name`: `GB18030`, `gbk`, `utf-8`.
    public static func isEncoding(_ name: String) -> Bool { TextEncoding(named: name) != nil }

    /// Writes a filled-in template of every input file into `folder`.
    public func writeTemplates(to folder: String, language: Language) throws {
        try Templates.write(to: folder, language: language)
    }
}
