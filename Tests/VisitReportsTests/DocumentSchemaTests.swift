import Foundation
import Testing
import VisitFormats
import VisitModel
import VisitTestSupport

@testable import VisitReports

/// Every document that the program writes has a schema, and is as it says. What the network is answered with is held
/// against its schema by the tests of the service as well, with a stored world.
@Suite("What documents look like")
struct DocumentSchemaTests {
    /// The schemas of all documents.
    private static let schemas = [
        AccountDocument.schema, AuditDocument.schema, AuditEndDocument.schema, BackupDocument.schema,
        BottlenecksReport.schema,
        CheckDocument.schema, ChildrenDocument.schema, ClosureDocument.schema, DeliveryDocument.schema,
        EntitlementDocument.schema, ErasureDocument.schema, ErrorDocument.schema, ExplainDocument.schema,
        ExportDocument.schema,
        FeedDocument.schema, FeedsDocument.schema, FindingsDocument.schema, HouseholdsDocument.schema,
        ImportDocument.schema, InitDocument.schema, JSONWriter.schema, LedgerNightDocument.schema,
        LedgerReplayDocument.schema, LedgerReturnDocument.schema,
        MergeDocument.schema, MessageDocument.schema, NextDocument.schema, NightDocument.schema,
        OutboxDocument.schema, PersonDocument.schema, PlanReportDocument.schema, PlansDocument.schema,
        PostDocument.schema, PublicStatistics.schema, ReportsDocument.schema, RestoreDocument.schema,
        RetentionDocument.schema, RetryDocument.schema, RuleDocument.schema, RulesDocument.schema,
        SessionsDocument.schema,
        StatusDocument.schema, TasksDocument.schema, TokenDocument.schema, TokensDocument.schema,
        TravelDocument.schema, UpgradeDocument.schema, VisitDocument.schema, VisitsDocument.schema,
    ]

    /// Documents that only the tests of the service look at.
    private static let askedOfTheService: Set<String> = [
        "visitd-children/1", "visitd-closure/1", "visitd-households/1", "visitd-plans/1", "visitd-statistics/1",
        "visitd-visit/1", "visitd-visits/1",
    ]

    /// Formats that the sources name and that need no schema here, with the reason.
    private static let withoutSchema: [String: String] = [
        "visitd-backups/1": "the program's own, beside its backups; its reader says what it may hold",
        "visitd-case/1": "it is read, not written; its reader says what it may hold",
        "visitd-figure/1": "a figure of visitbench, for those who build the program",
        "visitd-plan/1": "the solver's, which knows nothing of this room; the judge of the tests reads it",
        "visitd-problem/1": "it is read, not written; its reader says what it may hold",
    ]

    private static let check = SchemaCheck(
        openAPI: .members([
            "components": .members(["schemas": .object(schemas.map { .init($0.key, $0.schema.json) })])
        ]))

    @Test(
        "every document is as its schema says, and holds nothing that the schema does not describe",
        arguments: Language.allCases)
    func documents(language: Language) throws {
        var seen = Self.askedOfTheService
        for document in DocumentTests.documents(language).map(\.json) + MoreDocuments.all(language) {
            let format = try #require(Self.format(of: document))
            let schema = try #require(Self.schemas.first { $0.name == format }, "\(format) has no schema")
            let faults = Self.check.faults(of: document, reference: schema.reference)
            #expect(faults.isEmpty, "\(format): \(faults)")
            seen.insert(format)
        }
        #expect(Self.schemas.map(\.name).filter { !seen.contains($0) } == [])
    }

    @Test("every format that the sources name has a schema, once")
    func formats() throws {
        let sources = URL(filePath: #filePath).appending(path: "../../../Sources").standardized
        let found = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
        var named: Set<String> = []
        for case let file as URL in found where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            named.formUnion(text.matches(of: /"(visitd-[a-z-]+\/[0-9]+)"/).map { String($0.1) })
        }
        let described = Self.schemas.map(\.name)
        #expect(Set(described).count == described.count)
        #expect(named.subtracting(described).sorted() == Self.withoutSchema.keys.sorted())
        #expect(Set(described).subtracting(named) == [])
    }

    @Test("null is one of the words of an enumeration that may be null")
    func nullWords() {
        #expect(
            JSONSchema.words(["a"]).orNull.json.text(pretty: false)
                == #"{"type":["string","null"],"enum":["a",null]}"#)
    }

    private static func format(of document: JSON) -> String? {
        guard case .object(let members) = document, let first = members.first, first.name == "format",
            case .string(let format) = first.value
        else { return nil }
        return format
    }
}
