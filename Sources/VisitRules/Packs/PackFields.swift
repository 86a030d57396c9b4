import VisitModel
import Yams

/// One mapping of a pack file: its members by name. Each is read at most once, so that unknown members are found.
struct PackFields {
    /// What the mapping describes, for findings: `rule CN-PL-48`.
    var subject: String
    /// Where it begins.
    let mark: Mark?
    private let members: [(key: Node, value: Node)]

    init(_ mapping: Node.Mapping, subject: String) {
        self.subject = subject
        mark = mapping.mark
        members = mapping.map { ($0.key, $0.value) }
    }

    /// The value of `key`; nil where it is missing or null.
    func value(_ key: String) -> Node? {
        guard let node = members.first(where: { $0.key.scalar?.string == key })?.value else { return nil }
        if let scalar = node.scalar, scalar.style == .plain, ["null", "~", ""].contains(scalar.string) { return nil }
        return node
    }

    /// The keys as written.
    var keys: [(name: String, mark: Mark?)] {
        members.map { ($0.key.scalar?.string ?? "", $0.key.mark) }
    }
}

/// What is wrong in one pack file, collected while it is read.
struct PackFindings {
    /// The file as the user named it.
    let file: String
    private(set) var findings: [Finding] = []

    init(file: String) {
        self.file = file
    }

    /// What a finding is about that concerns the whole file: its last name.
    var subject: String {
        "pack \(file.split(separator: "/").last.map(String.init) ?? file)"
    }

    /// The position of `mark` in the file.
    func location(_ mark: Mark?) -> SourceLocation {
        SourceLocation(file: file, line: mark?.line, column: mark?.column)
    }

    /// Notes an error at `mark`.
    mutating func report(
        _ code: String, _ subject: String, at mark: Mark?, en: String, zh: String, advice: BilingualText? = nil
    ) {
        findings.append(
            Finding(
                .error, code: code, subject: subject, at: location(mark), sentence: BilingualText(en: en, zh: zh),
                advice: advice))
    }

    /// Notes every key of `fields` that is not one of `known`.
    mutating func reportUnknownKeys(in fields: PackFields, known: [String]) {
        for key in fields.keys where !known.contains(key.name) {
            report(
                "unknown-key", fields.subject, at: key.mark,
                en: "The key '\(key.name)' is not known here; expected one of: \(known.joined(separator: ", ")).",
                zh: "此处不认识键“\(key.name)”；可用的键：\(known.joined(separator: "、"))。",
                advice: Self.advice(for: key.name, among: known))
        }
    }

    /// "Perhaps 'valid_to' was meant", where a known name is near.
    static func advice(for word: String, among known: [String]) -> BilingualText? {
        NearestName.of(word, among: known).map {
            BilingualText(en: "Perhaps '\($0)' was meant.", zh: "也许应为“\($0)”。")
        }
    }
}
