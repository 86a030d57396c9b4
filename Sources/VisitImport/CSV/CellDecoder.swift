import VisitFormats
import VisitModel

/// Turns the bytes of a cell into text: quotes undone, decoded strictly, white space around it and the guards of a raw
/// export removed.
struct CellDecoder {
    /// The text of a cell, with what was seen while its bytes were read.
    struct Decoded {
        var text: String
        /// Whether a control character is in it: a line break, a tab, a zero.
        var hasControls = false
        /// Whether it may hold a sign that separates lists or dates; certain where this is false.
        var mayHaveSeparators = false
    }

    private let decoder: GB18030Decoder?
    private let isKnownValid: Bool

    /// A decoder for cells in UTF-8. Where the whole file `isKnownValid`, cells are not checked again.
    init(isKnownValid: Bool) {
        decoder = nil
        self.isKnownValid = isKnownValid
    }

    /// A decoder for cells in GB18030.
    init(gb18030 decoder: GB18030Decoder) {
        self.decoder = decoder
        isKnownValid = false
    }

    /// The text of `cell`, or nil where its bytes are not valid in the file's encoding.
    func decode(_ cell: ByteScanner.Cell, in bytes: [UInt8]) -> Decoded? {
        if cell.hasDoubledQuotes {
            return Self.unescapingQuotes(bytes[cell.start..<cell.end]).withUnsafeBufferPointer { decode($0[...]) }
        }
        return bytes.withUnsafeBufferPointer { decode($0[cell.start..<cell.end]) }
    }

    private func decode(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Decoded? {
        var (start, end) = (bytes.startIndex, bytes.endIndex)
        while start < end, Self.isBlank(bytes.base[start]) { start += 1 }
        while end > start, Self.isBlank(bytes.base[end - 1]) { end -= 1 }
        let kept = UnsafeBufferPointer(rebasing: bytes.base[start..<end])
        var decoded = Decoded(text: "")
        var isASCII = true
        var mayBeGuarded = false
        for byte in kept {
            if byte == UInt8(ascii: "'") { mayBeGuarded = true }
            if byte >= 0x80 {
                isASCII = false
            } else if byte < 0x20 || byte == 0x7F {
                decoded.hasControls = true
            } else if byte == UInt8(ascii: ";") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "@") {
                decoded.mayHaveSeparators = true
            }
        }
        if isASCII {
            decoded.text = String(decoding: kept, as: UTF8.self)
            if mayBeGuarded { decoded.text = SpreadsheetText.unguarded(decoded.text) }
            return decoded
        }
        decoded.mayHaveSeparators = true
        guard let text = text(beyondASCII: kept) else { return nil }
        let isPadded = text.unicodeScalars.first?.isBlank == true || text.unicodeScalars.last?.isBlank == true
        decoded.text = isPadded ? text.trimmed : text
        if mayBeGuarded { decoded.text = SpreadsheetText.unguarded(decoded.text) }
        return decoded
    }

    private func text(beyondASCII bytes: UnsafeBufferPointer<UInt8>) -> String? {
        if let decoder { return decoder.text(of: bytes) }
        return isKnownValid ? String(decoding: bytes, as: UTF8.self) : String(validating: bytes, as: UTF8.self)
    }

    private static func unescapingQuotes(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
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

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }
}
