/// How a file writes its characters as bytes.
public enum TextEncoding: String, Sendable, CaseIterable {
    /// UTF-8 (RFC 3629), with or without a byte order mark.
    case utf8
    /// UTF-16, the low byte first (RFC 2781): "Unicode text" of many spreadsheets.
    case utf16le
    /// UTF-16, the high byte first.
    case utf16be
    /// The Chinese national standard GB 18030, which includes GBK and GB 2312: what a Chinese Excel writes as CSV.
    case gb18030

    /// The encoding of that name as people write it: `UTF-8`, `utf8`, `GBK`, `UTF-16LE`; nil where it is none of these.
    public init?(named name: String) {
        let key = name.lowercased().filter { $0.isLetter || $0.isNumber }
        switch key {
        case "utf8", "utf8bom", "utf8sig": self = .utf8
        case "utf16le", "utf16", "unicode": self = .utf16le
        case "utf16be": self = .utf16be
        case "gb18030", "gbk", "gb2312", "cp936", "936": self = .gb18030
        default: return nil
        }
    }

    /// The encoding's registered name, as it is echoed: `UTF-8`, `UTF-16LE`, `UTF-16BE`, `GB18030`.
    public var name: String {
        switch self {
        case .utf8: "UTF-8"
        case .utf16le: "UTF-16LE"
        case .utf16be: "UTF-16BE"
        case .gb18030: "GB18030"
        }
    }

    /// The bytes of U+FEFF that may stand at the beginning of a file in this encoding.
    var byteOrderMark: [UInt8] {
        switch self {
        case .utf8: [0xEF, 0xBB, 0xBF]
        case .utf16le: [0xFF, 0xFE]
        case .utf16be: [0xFE, 0xFF]
        case .gb18030: [0x84, 0x31, 0x95, 0x33]
        }
    }

    /// The encoding of `bytes`: by a byte order mark; then by the zeros that UTF-16 leaves in ASCII characters; then
    /// UTF-8 where all of it is valid or nearly all, which is what a damaged UTF-8 file looks like; otherwise GB18030.
    static func detect(in bytes: [UInt8]) -> TextEncoding {
        if let marked = allCases.first(where: { bytes.starts(with: $0.byteOrderMark) }) { return marked }
        if let wide = detectUTF16(in: bytes) { return wide }
        let survey = UTF8Survey(of: bytes)
        // Chinese text in GB18030 has more invalid than valid sequences when read as UTF-8.
        return survey.invalid * 4 <= survey.valid || survey.invalid == 0 ? .utf8 : .gb18030
    }

    private static func detectUTF16(in bytes: [UInt8]) -> TextEncoding? {
        let sample = bytes.prefix(4096)
        guard bytes.count >= 2, bytes.count % 2 == 0, sample.contains(0) else { return nil }
        var zeros = (high: 0, low: 0)
        for index in stride(from: 0, to: sample.count - 1, by: 2) {
            if sample[index] == 0 { zeros.high += 1 }
            if sample[index + 1] == 0 { zeros.low += 1 }
        }
        let units = sample.count / 2
        if zeros.low * 20 >= units, zeros.low > zeros.high * 10 { return .utf16le }
        if zeros.high * 20 >= units, zeros.high > zeros.low * 10 { return .utf16be }
        return nil
    }
}
