import Foundation
import VisitFormats
import VisitModel

/// The pack files of a folder, and what is wrong between them.
enum PackFolder {
    /// The pack files at `path`, sorted; the file itself where it is one.
    static func files(at path: String) throws(RuleError) -> [String] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { throw .missing(path: path) }
        guard isFolder.boolValue else { return [path] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        let files = names.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }.sorted()
        guard !files.isEmpty else { throw .noPacks(folder: path) }
        return files.map { path.hasSuffix("/") ? path + $0 : "\(path)/\($0)" }
    }

    /// The packs of `files` with all findings of all of them.
    static func read(_ files: [String]) -> (packs: [RulePack], findings: [Finding]) {
        let readings = files.map { PackReader.read(file: $0) }
        let packs = readings.compactMap(\.pack)
        return (packs, readings.flatMap(\.findings) + duplicates(among: packs))
    }

    /// Identifiers that stand for two things.
    private static func duplicates(among packs: [RulePack]) -> [Finding] {
        let named: [(what: BilingualText, id: String, at: SourceLocation)] =
            packs.map { (BilingualText(en: "pack", zh: "规则包"), $0.id, SourceLocation(file: $0.file)) }
            + packs.flatMap(\.rules).map { (BilingualText(en: "rule", zh: "规则"), $0.id, $0.location) }
            + packs.flatMap(\.parameters).map { (BilingualText(en: "parameter", zh: "参数"), $0.name, $0.location) }
        var first: [String: SourceLocation] = [:]
        var findings: [Finding] = []
        for (what, id, location) in named {
            let key = "\(what.english) \(id)"
            if let earlier = first[key] {
                findings.append(
                    Finding(
                        .error, code: "duplicate-id", subject: key, at: location,
                        sentence: BilingualText(
                            en: "The \(what.english) '\(id)' exists already, at \(earlier).",
                            zh: "\(what.chinese)“\(id)”已存在，位于 \(earlier)。")))
            } else {
                first[key] = location
            }
        }
        return findings
    }

    /// A digest of the files' bytes, sorted by file name. It depends neither on their folder nor on the order in which
    /// they are given.
    static func fingerprint(of files: [String]) -> String {
        var fingerprint = Fingerprint()
        let named = files.map { (name: $0.split(separator: "/").last.map(String.init) ?? $0, path: $0) }
        for file in named.sorted(by: { $0.name < $1.name }) {
            let bytes = FileManager.default.contents(atPath: file.path) ?? Data()
            fingerprint.add(file.name.utf8)
            fingerprint.add(CollectionOfOne(0))
            fingerprint.add(bytes)
        }
        return String(fingerprint.value, radix: 16)
    }
}
