import Configuration
import Synchronization
import VisitModel

/// One place that settings come from, with the names that were used there.
struct ConfigurationSource: Sendable {
    /// Which place it is.
    enum Origin: Hashable, Sendable {
        case commandLine
        case environment
        /// The file of that path.
        case file(String)
    }

    let origin: Origin
    /// Every name that was given there, known or not, in the order found or sorted.
    let names: [String]
    private let value: @Sendable (AbsoluteConfigKey) throws -> LookupResult
    private let lines: [String: Int]

    /// The options of the command line.
    init(options: [Setting: String]) {
        origin = .commandLine
        names = Setting.allCases.filter { options[$0] != nil }.map(\.option)
        let values = options.map { setting, value in
            (AbsoluteConfigKey([setting.rawValue]), ConfigValue(.string(value), isSecret: false))
        }
        let provider = InMemoryProvider(name: "command line", values: Dictionary(uniqueKeysWithValues: values))
        value = { try provider.value(forKey: $0, type: .string) }
        lines = [:]
    }

    /// The variables of the environment that begin with `VISITD_`.
    init(environment: [String: String]) {
        origin = .environment
        names = environment.keys.filter { $0.hasPrefix(Setting.variablePrefix) }.sorted()
        let provider = EnvironmentVariablesProvider(environmentVariables: environment).prefixKeys(with: "visitd")
        value = { try provider.value(forKey: $0, type: .string) }
        lines = [:]
    }

    /// The keys of the text of a YAML file.
    init(file: String, text: String) throws(FileFault) {
        origin = .file(file)
        let keys = Mutex<[String]>([])
        // The provider does not list its keys, but asks of each whether it is a secret.
        let listing = YAMLSnapshot.ParsingOptions(
            secretsSpecifier: .dynamic { key, _ in
                keys.withLock { $0.append(key) }
                return false
            })
        let isEmpty = text.split(whereSeparator: \.isNewline).allSatisfy { line in
            let content = line.drop { $0 == " " || $0 == "\t" }
            return content.isEmpty || content.hasPrefix("#") || content == "---"
        }
        do {
            let bytes = Array((isEmpty ? "{}" : text).utf8)
            let snapshot = try YAMLSnapshot(data: bytes.span.bytes, providerName: file, parsingOptions: listing)
            value = { try snapshot.value(forKey: $0, type: .string) }
        } catch {
            throw FileFault(reason: Self.inOneLine("\(error)"))
        }
        names = keys.withLock { $0.sorted() }
        lines = Self.lines(of: text)
    }

    /// What the parser said, without the file's text that it quotes: the place says where to look.
    private static func inOneLine(_ complaint: String) -> String {
        let line = complaint.split(whereSeparator: \.isNewline).joined(separator: " ")
        guard let quote = line.firstRange(of: " Context:") else { return line }
        let place = line.ranges(of: " in line ").last.map { line[$0.lowerBound...] } ?? ""
        return String(line[..<quote.lowerBound] + place)
    }

    /// A file that is no YAML mapping.
    struct FileFault: Error {
        /// What the parser said.
        let reason: String
    }

    /// The text given for `setting`; nil where none was given.
    ///
    /// - Throws: where it is a list or a mapping.
    func text(for setting: Setting) throws -> String? {
        let found = try value(AbsoluteConfigKey([setting.rawValue])).value
        guard case .string(let text) = found?.content, !text.isEmpty else { return nil }
        return text
    }

    /// How `setting` is called there.
    func name(of setting: Setting) -> String {
        switch origin {
        case .commandLine: setting.option
        case .environment: setting.variable
        case .file: setting.rawValue
        }
    }

    /// The names given there that mean nothing.
    var unknownNames: [String] {
        let known = knownNames
        return names.filter { !known.contains($0) }
    }

    /// The names that mean something there.
    var knownNames: [String] {
        switch origin {
        case .commandLine: Setting.allCases.map(\.option)
        case .environment: Setting.allCases.map(\.variable)
        case .file: Setting.allCases.filter(\.isKey).map(\.rawValue)
        }
    }

    /// Where in the file `name` stands.
    func location(of name: String) -> SourceLocation? {
        guard case .file(let file) = origin else { return nil }
        return SourceLocation(file: file, line: lines[name] ?? lines[String(name.prefix { $0 != "." })])
    }

    /// The lines of the top-level keys. The provider keeps no positions; a key there begins its line.
    private static func lines(of text: String) -> [String: Int] {
        var lines: [String: Int] = [:]
        let rows = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (number, row) in rows.enumerated() {
            guard let colon = row.firstIndex(of: ":"), let first = row.first, !" \t#-".contains(first) else { continue }
            let key = row[..<colon].filter { $0 != "\"" && $0 != "'" && $0 != " " }
            if lines[key] == nil { lines[key] = number + 1 }
        }
        return lines
    }
}
