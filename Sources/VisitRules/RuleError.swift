import VisitModel

/// Why rules could not be loaded, or a case could not be read.
public enum RuleError: Failure, Hashable {
    /// There is neither a file nor a folder of that name.
    case missing(path: String)
    /// The folder holds no file ending in `.yaml`.
    case noPacks(folder: String)
    /// The packs have faults; none of them is used.
    case faulty([Finding])
    /// The case has faults.
    case faultyCase([Finding])
    /// The file of settings beside the packs is no YAML.
    case unreadableSettings(path: String)
    /// The case names packs that do not exist.
    case unknownPacks([String], known: [String])

    /// What sort of failure it is.
    public var kind: FailureKind {
        switch self {
        case .missing, .noPacks: .noInput
        case .faulty, .unreadableSettings: .badConfiguration
        case .faultyCase, .unknownPacks: .badData
        }
    }

    /// A stable word for it.
    public var code: String {
        switch self {
        case .missing: "rules-missing"
        case .noPacks: "no-rule-packs"
        case .faulty: "faulty-rules"
        case .faultyCase: "faulty-case"
        case .unreadableSettings: "unreadable-settings"
        case .unknownPacks: "unknown-rule-packs"
        }
    }

    /// What could not be done and why.
    public var sentence: BilingualText {
        switch self {
        case .missing(let path):
            BilingualText(en: "There is no file or folder of rules at \(path).", zh: "\(path) 处没有规则文件或文件夹。")
        case .noPacks(let folder):
            BilingualText(
                en: "The folder \(folder) holds no rule pack: no file in it ends in .yaml.",
                zh: "文件夹 \(folder) 中没有规则包：没有以 .yaml 结尾的文件。")
        case .faulty(let findings):
            BilingualText(
                en: "Faults in the rule packs: \(findings.count). No rule is used until they are corrected.",
                zh: "规则包中有 \(findings.count) 处错误；改正之前不使用任何规则。")
        case .faultyCase(let findings):
            BilingualText(en: "Faults in the case: \(findings.count).", zh: "案例中有 \(findings.count) 处错误。")
        case .unreadableSettings(let path):
            BilingualText(en: "The settings in \(path) cannot be read as YAML.", zh: "无法按 YAML 读取设置文件 \(path)。")
        case .unknownPacks(let packs, let known):
            BilingualText(
                en:
                    "There is no rule pack \(packs.joined(separator: ", ")); known are: \(known.joined(separator: ", ")).",
                zh: "没有规则包 \(packs.joined(separator: "、"))；已有：\(known.joined(separator: "、"))。")
        }
    }

    /// The pack that was probably meant.
    public var advice: BilingualText? {
        guard case .unknownPacks(let packs, let known) = self, let first = packs.first else { return nil }
        return PackFindings.advice(for: first, among: known)
    }

    /// The faults behind it, each with its place.
    public var findings: [Finding] {
        switch self {
        case .faulty(let findings), .faultyCase(let findings): findings
        default: []
        }
    }
}
