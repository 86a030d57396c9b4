import VisitModel

/// The reading of settings from several sources, which goes on after a fault so that all are reported at once.
struct ConfigurationReading {
    private let sources: [ConfigurationSource]
    private var faults: [Finding] = []
    /// Whether a fault lies in a file or the environment, not only on the command line.
    private var concernsConfiguration = false

    /// A reading of `sources`, the deciding one first. Names that mean nothing are faults from the start.
    init(_ sources: [ConfigurationSource]) {
        self.sources = sources
        for source in sources {
            for name in source.unknownNames { note(unknown(name, in: source), in: source) }
        }
    }

    /// Whether any source gives `setting`.
    func isGiven(_ setting: Setting) -> Bool {
        sources.contains { source in source.names.contains(source.name(of: setting)) }
    }

    /// The value of `setting`; `default` where no source gives it, or where what one gives cannot be used, which is
    /// a fault.
    mutating func value<Value>(
        _ setting: Setting, default: Value, expected: BilingualText, read: (String) -> Value?
    ) -> Value {
        guard let (text, source) = text(for: setting, expected: expected) else { return `default` }
        if let value = read(text) { return value }
        note(unusable(setting, Self.quoted(text), in: source, expected: expected), in: source)
        return `default`
    }

    /// A whole number within `range`.
    mutating func number(_ setting: Setting, default: Int, in range: ClosedRange<Int>) -> Int {
        let expected = BilingualText(
            en: "a whole number from \(range.lowerBound) to \(range.upperBound)",
            zh: "介于 \(range.lowerBound) 和 \(range.upperBound) 之间的整数")
        return value(setting, default: `default`, expected: expected) { text in
            Int(text).flatMap { range.contains($0) ? $0 : nil }
        }
    }

    /// The TCP address, if one is given.
    mutating func listenAddress() -> ListenAddress? {
        guard let (text, source) = text(for: .listen, expected: .address) else { return nil }
        do throws(ListenAddress.Fault) {
            return try ListenAddress(text)
        } catch {
            switch error {
            case .unreadable: note(unusable(.listen, Self.quoted(text), in: source, expected: .address), in: source)
            case .reachableFromOutside: note(outside(text, in: source), in: source)
            }
            return nil
        }
    }

    /// Ends the reading.
    ///
    /// - Throws: the faults, if there are any: wrong usage where all are on the command line, otherwise a faulty
    ///   configuration.
    func finish() throws(ServiceError) {
        guard !faults.isEmpty else { return }
        throw concernsConfiguration ? .faultyConfiguration(faults) : .wrongUsage(faults)
    }

    private mutating func text(
        for setting: Setting, expected: BilingualText
    ) -> (text: String, source: ConfigurationSource)? {
        for source in sources {
            do {
                if let text = try source.text(for: setting) { return (text, source) }
            } catch {
                note(unusable(setting, Self.list, in: source, expected: expected), in: source)
                return nil
            }
        }
        return nil
    }

    private mutating func note(_ fault: Finding, in source: ConfigurationSource) {
        faults.append(fault)
        if source.origin != .commandLine { concernsConfiguration = true }
    }

    private func unknown(_ name: String, in source: ConfigurationSource) -> Finding {
        let (noun, chinese) = Self.noun(source)
        return Finding(
            .error, code: "unknown-\(noun)", subject: "\(noun) \(name)", at: source.location(of: name),
            sentence: BilingualText(
                en: "“\(name)” is no \(noun) that visitd knows.", zh: "visitd 没有名为“\(name)”的\(chinese)。"),
            advice: NearestName.of(name, among: source.knownNames).map {
                BilingualText(en: "Perhaps “\($0)” was meant.", zh: "您要的也许是“\($0)”。")
            })
    }

    private func unusable(
        _ setting: Setting, _ found: BilingualText, in source: ConfigurationSource, expected: BilingualText
    ) -> Finding {
        let name = source.name(of: setting)
        return Finding(
            .error, code: "unusable-value", subject: "\(Self.noun(source).english) \(name)",
            at: source.location(of: name),
            sentence: BilingualText(
                en: "\(name) is \(found.english); expected \(expected.english).",
                zh: "\(name) 的值是\(found.chinese)；应为\(expected.chinese)。"))
    }

    private func outside(_ text: String, in source: ConfigurationSource) -> Finding {
        let name = source.name(of: .listen)
        return Finding(
            .error, code: "reachable-from-outside", subject: "\(Self.noun(source).english) \(name)",
            at: source.location(of: name),
            sentence: BilingualText(
                en:
                    "\(name) is “\(text)”, which other machines could reach; the answers are about children and must not "
                    + "cross a network unencrypted, so only this machine's own addresses (127.0.0.1, [::1]) are allowed.",
                zh: "\(name) 的值是“\(text)”，其他机器可能访问到；所答内容涉及儿童，不得未经加密在网络上传输，因此只允许本机地址（127.0.0.1、[::1]）。"),
            advice: BilingualText(
                en: "Perhaps a reverse proxy with HTTPS in front of it.", zh: "不妨在前面架设提供 HTTPS 的反向代理。"))
    }

    private static let list = BilingualText(en: "a list", zh: "列表")

    private static func quoted(_ text: String) -> BilingualText { BilingualText("“\(text)”") }

    private static func noun(_ source: ConfigurationSource) -> (english: String, chinese: String) {
        switch source.origin {
        case .commandLine: ("option", "选项")
        case .environment: ("variable", "环境变量")
        case .file: ("key", "键")
        }
    }
}
