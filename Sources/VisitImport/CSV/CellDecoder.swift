/// Turns the bytes of a cell into text: quotes undone, decoded strictly, white space around it removed.
struct CellDecoder {
    private let decoder: GB18030Decoder?

    /// A decoder for cells in UTF-8, or in GB18030 where a decoder for that is given.
    init(gb18030 decoder: GB18030Decoder? = nil) {
        self.decoder = decoder
    }

    /// The text of `cell`, or nil where its bytes are not valid in the file's encoding.
    func text(of cell: ByteScanner.Cell, in bytes: [UInt8]) -> String? {
        var (start, end) = (cell.start, cell.end)
        while start < end, Self.isBlank(bytes[start]) { start += 1 }
        while end > start, Self.isBlank(bytes[end - 1]) { end -= 1 }
        guard cell.hasDoubledQuotes else { return text(of: bytes[start..<end]) }
        return text(of: Self.undoubled(bytes[start..<end])[...])
    }

    private func text(of bytes: ArraySlice<UInt8>) -> String? {
        if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
        if let decoder { return decoder.text(of: bytes).map(Self.trimmed) }
        return String(validating: bytes, as: UTF8.self).map(Self.trimmed)
    }

    private static func undoubled(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var skipsNext = false
        for byte in bytes {
            if skipsNext {
                skipsNext = false
                continue
            }
            out.append(byte)
            skipsNext = byte == ByteScanner.quote
        }
        return out
    }

    /// `text` without white space around it, of any script: the ideographic space of Chinese input methods above all.
    private static func trimmed(_ text: String) -> String {
        func isBlank(_ scalar: Unicode.Scalar) -> Bool {
            scalar.properties.isWhitespace || scalar == "\u{FEFF}" || scalar == "\u{200B}"
        }
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
            isBlank(first) || isBlank(last)
        else { return text }
        let kept = text.unicodeScalars.drop(while: isBlank)
        guard let end = kept.lastIndex(where: { !isBlank($0) }) else { return "" }
        return String(String.UnicodeScalarView(kept[...end]))
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }
}
