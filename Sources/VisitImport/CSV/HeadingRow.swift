/// The first steps of reading a file: from bytes to a heading row.
struct HeadingRow {
    let encoding: TextEncoding
    let scanner: ByteScanner
    let decoder: CellDecoder
    let line: Int
    /// The heading cells; nil where the bytes of one are not valid.
    let cells: [String?]
    /// What is wrong with its quotes.
    let fault: ByteScanner.Fault?

    /// The first row of `bytes` that is not blank; `cells` is empty where there is none. The encoding is detected unless
    /// one is given. Throws where the system cannot read the encoding.
    init(of bytes: [UInt8], encoding given: TextEncoding?) throws(ImportError) {
        let encoding = given ?? TextEncoding.detect(in: bytes)
        self.encoding = encoding
        let mark = encoding.byteOrderMark
        let start = bytes.starts(with: mark) ? mark.count : 0
        let content: [UInt8]
        switch encoding {
        case .utf16le, .utf16be:
            content = WideText.utf8(of: bytes, from: start, highByteFirst: encoding == .utf16be)
            decoder = CellDecoder(isKnownValid: UTF8Survey(of: content).invalid == 0)
        case .utf8:
            content = bytes
            decoder = CellDecoder(isKnownValid: UTF8Survey(of: content).invalid == 0)
        case .gb18030:
            guard let gb18030 = GB18030Decoder() else { throw .encodingUnavailable(encoding) }
            content = bytes
            decoder = CellDecoder(gb18030: gb18030)
        }
        let isWide = encoding == .utf16le || encoding == .utf16be
        var scanner = ByteScanner(content, from: isWide ? 0 : start, delimiter: UInt8(ascii: ","))
        var cells: [ByteScanner.Cell] = []
        if let named = Self.namedDelimiter(of: content[scanner.position...]) {
            scanner.delimiter = named
            _ = scanner.nextRow(into: &cells)
            cells = []
        } else {
            scanner.delimiter = ByteScanner.delimiter(of: content, from: scanner.position)
        }
        var texts: [String?] = []
        var fault: ByteScanner.Fault?
        rows: while true {
            switch scanner.nextRow(into: &cells) {
            case .end: break rows
            case .faulty(let found):
                fault = found
                break rows
            case .cells:
                texts = cells.map { [decoder] in decoder.decode($0, in: content)?.text }
                if texts.contains(where: { $0 != "" }) { break rows }
                texts = []
            }
        }
        line = cells.first?.line ?? 1
        self.cells = texts
        self.fault = fault
        self.scanner = scanner
    }

    /// The separator that a first line `sep=;` names, as spreadsheets write it for each other; nil where there is no such line.
    private static func namedDelimiter(of content: ArraySlice<UInt8>) -> UInt8? {
        let line = content.prefix(8).prefix { $0 != ByteScanner.lineFeed && $0 != ByteScanner.carriageReturn }
        let bare = line.filter { $0 != ByteScanner.quote }
        let word = Array("sep=".utf8)
        guard bare.count == word.count + 1, let last = bare.last,
            bare.prefix(word.count).map({ $0 | 0x20 }) == word.map({ $0 | 0x20 })
        else { return nil }
        return [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")].contains(last) ? last : nil
    }
}
