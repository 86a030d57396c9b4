/// Why a zone cannot be had.
public enum ZoneError: Failure, Hashable {
    /// What is wrong with a zone's file.
    public enum Fault: Error, Hashable {
        /// It does not begin as a file of RFC 9636 does.
        case notAZone
        /// It ends before all that its heading announces.
        case truncated
        /// Its figures contradict each other: what is named, is wrong.
        case contradictory(String)
        /// It counts leap seconds, which POSIX time does not.
        case leapSeconds
        /// Its rule for later years cannot be understood.
        case rule(String)
    }

    /// The name cannot be that of a zone: empty, with characters that no zone has, or leading out of the folder.
    case badName(String)
    /// The system knows no zone of that name.
    case unknown(String, folder: String)
    /// The system has no zones at all.
    case noDatabase(folder: String)
    /// The zone's file cannot be read.
    case unreadable(String, file: String)
    /// The zone's file is damaged.
    case damaged(String, file: String, Fault)

    /// The zones are the machine's.
    public var isOfMachine: Bool { true }

    /// What sort of failure it is.
    public var kind: FailureKind {
        switch self {
        case .badName, .unknown: .badData
        case .noDatabase: .badConfiguration
        case .unreadable, .damaged: .inputOutput
        }
    }

    /// A stable word for it, in kebab case.
    public var code: String {
        switch self {
        case .badName: "zone-name"
        case .unknown: "zone-unknown"
        case .noDatabase: "zones-missing"
        case .unreadable: "zone-unreadable"
        case .damaged: "zone-damaged"
        }
    }

    /// What could not be done and why.
    public var sentence: BilingualText {
        switch self {
        case .badName(let name):
            BilingualText(
                en: "“\(name)” cannot be the name of a time zone; expected an IANA name such as Asia/Shanghai.",
                zh: "“\(name)”不能作为时区名称；应为 IANA 时区名，例如 Asia/Shanghai。")
        case .unknown(let name, let folder):
            BilingualText(
                en: "The system knows no time zone \(name) (looked in \(folder)); expected an IANA name.",
                zh: "系统中没有时区 \(name)（已在 \(folder) 中查找）；应为 IANA 时区名。")
        case .noDatabase(let folder):
            BilingualText(
                en: "The system's time zones are missing: there is no folder \(folder).",
                zh: "系统缺少时区数据：没有目录 \(folder)。")
        case .unreadable(let name, let file):
            BilingualText(
                en: "The time zone \(name) cannot be read from \(file).", zh: "无法从 \(file) 读取时区 \(name)。")
        case .damaged(let name, let file, let fault):
            BilingualText(
                en: "The time zone \(name) cannot be read: \(file) \(fault.words.english).",
                zh: "无法读取时区 \(name)：\(file) \(fault.words.chinese)。")
        }
    }

    /// What to do about it.
    public var advice: BilingualText? {
        switch self {
        case .badName, .unreadable: nil
        case .unknown:
            BilingualText(
                en: "Perhaps the name is misspelt: capital letters matter, and cities are joined by “_”.",
                zh: "也许名称拼写有误：区分大小写，城市名中的空格写作“_”。")
        case .noDatabase, .damaged:
            BilingualText(en: "Perhaps the package tzdata has to be installed again.", zh: "也许需要重新安装 tzdata 软件包。")
        }
    }
}

extension ZoneError.Fault {
    /// The fault as the end of a sentence that begins with the file.
    fileprivate var words: BilingualText {
        switch self {
        case .notAZone: BilingualText(en: "is not a time zone file (RFC 9636)", zh: "不是时区文件（RFC 9636）")
        case .truncated: BilingualText(en: "ends too early", zh: "不完整")
        case .contradictory(let what):
            BilingualText(en: "contradicts itself (\(what))", zh: "内容自相矛盾（\(what)）")
        case .leapSeconds: BilingualText(en: "counts leap seconds", zh: "计入闰秒")
        case .rule(let text):
            BilingualText(en: "has the rule “\(text)”, which is not of POSIX", zh: "中的规则“\(text)”不符合 POSIX")
        }
    }
}
