import Foundation
import Testing
import VisitModel
import VisitTestSupport

@testable import VisitRules

@Suite("the JSON schema of packs")
struct PackSchemaTests {
    static let python = OutsideTool.python("jsonschema", "yaml")

    private func words(_ name: String) throws -> [String] {
        let bytes = try Data(contentsOf: URL(filePath: Packs.shipped).appending(path: "pack.schema.json"))
        let schema = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
        let definitions = try #require(schema["$defs"] as? [String: Any])
        let definition = try #require(definitions[name] as? [String: Any], "\(name)")
        return try #require(definition["enum"] as? [String], "\(name)").sorted()
    }

    private static func all<Word: RawRepresentable & CaseIterable>(_ type: Word.Type) -> [String]
    where Word.RawValue == String {
        type.allCases.map(\.rawValue).sorted()
    }

    /// Every vocabulary of the packs, by its name in the schema.
    private static let vocabularies: [String: [String]] = [
        "force": all(TraceStep.Force.self), "confidence": all(TraceStep.Confidence.self),
        "effectType": all(Effect.Word.self), "measure": all(Measure.self), "setting": all(Effect.Setting.self),
        "permission": all(Effect.Permission.self), "mode": all(Mode.self), "paper": all(Paper.self),
        "bondRelation": all(Bond.Relation.self), "guardianRelation": all(Guardian.Relation.self),
        "facility": all(Prison.Facility.self), "sex": all(Sex.self), "grade": all(Prisoner.Grade.self),
        "sentence": all(Prisoner.Sentence.self), "custody": all(Prisoner.Custody.self),
        "kin": all(ContactCase.Kin.self), "company": all(Scope.Company.self),
        "event": all(PrisonerEvent.Kind.self), "misconduct": all(PrisonerEvent.Misconduct.self),
        "state": all(Condition.State.self), "otherParent": all(ContactCase.OtherParent.State.self),
        "suspensionTarget": all(Effect.Suspension.Target.self),
        "suspensionReach": all(Effect.Suspension.Reach.self),
        "restoration": all(Effect.Suspension.Restoration.self), "unit": all(RuleParameter.Unit.self),
        "task": all(Duty.Task.self),
    ]

    @Test("has exactly the words that the program reads", arguments: vocabularies.keys.sorted())
    func vocabulary(name: String) throws {
        #expect(try words(name) == Self.vocabularies[name])
    }

    private static let program = """
        import glob, json, sys, jsonschema, yaml
        class Plain(yaml.SafeLoader): pass
        Plain.yaml_implicit_resolvers = {
            key: [(tag, rule) for tag, rule in rules if not tag.endswith(":timestamp")]
            for key, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()}
        schema = json.load(open(sys.argv[1]))
        jsonschema.Draft202012Validator.check_schema(schema)
        judge = jsonschema.Draft202012Validator(schema)
        for path in sorted(sys.argv[2:]):
            faults = [fault.json_path for fault in judge.iter_errors(yaml.load(open(path), Plain))]
            print(path.split("/")[-1], "sound" if not faults else "faulty")
        """

    @Test("an outside judge finds every shipped pack sound", .enabled(if: python.isPresent, "\(python.missing)"))
    func shipped() throws {
        let packs = try FileManager.default.contentsOfDirectory(atPath: Packs.shipped).filter { $0.hasSuffix(".yaml") }
        let paths = packs.map { URL(filePath: Packs.shipped).appending(path: $0).path() }
        let schema = URL(filePath: Packs.shipped).appending(path: "pack.schema.json").path()
        let said = try Self.python.run(["-c", Self.program, schema] + paths)
        #expect(packs.count > 15)
        #expect(said == packs.sorted().map { "\($0) sound\n" }.joined())
    }

    @Test(
        "an outside judge finds the flaws that are of form", .enabled(if: python.isPresent, "\(python.missing)"),
        arguments: [
            "missing-citation", "missing-language", "no-effect", "not-a-number", "unfit-id", "unknown-condition",
            "unknown-effect", "unknown-key", "unknown-value", "value-and-parameter",
        ])
    func flaws(flaw: String) throws {
        let schema = URL(filePath: Packs.shipped).appending(path: "pack.schema.json").path()
        let said = try Self.python.run(["-c", Self.program, schema, Packs.fixture("pack.\(flaw).yaml")])
        #expect(said == "pack.\(flaw).yaml faulty\n")
    }
}
