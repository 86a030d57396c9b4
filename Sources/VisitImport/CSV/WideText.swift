/// UTF-16 turned into UTF-8.
enum WideText {
    /// A byte that no UTF-8 text holds. It stands where the UTF-16 was not valid, so that the cell's own strict
    /// decoding reports it with its line and column.
    static let invalid: UInt8 = 0xFF

    /// `bytes` from `start` on, read as 16-bit units, as UTF-8.
    static func utf8(of bytes: [UInt8], from start: Int, highByteFirst: Bool) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        func unit(_ at: Int) -> UInt32 {
            let (first, second) = (UInt32(bytes[at]), UInt32(bytes[at + 1]))
            return highByteFirst ? first << 8 | second : second << 8 | first
        }
        let replacement = UTF8.encodedReplacementCharacter
        var at = start
        while at + 1 < bytes.count {
            let value = unit(at)
            at += 2
            if value < 0x80 {
                out.append(UInt8(value))
            } else if let scalar = Unicode.Scalar(value) {
                out.append(contentsOf: UTF8.encode(scalar) ?? replacement)
            } else if value < 0xDC00, at + 1 < bytes.count, (0xDC00...0xDFFF).contains(unit(at)),
                let scalar = Unicode.Scalar(0x10000 + ((value - 0xD800) << 10) + (unit(at) - 0xDC00))
            {
                out.append(contentsOf: UTF8.encode(scalar) ?? replacement)
                at += 2
            } else {
                out.append(invalid)
            }
        }
        if at < bytes.count { out.append(invalid) }
        return out
    }
}
