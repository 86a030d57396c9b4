import Foundation

/// Turns GB18030 into text, strictly. It stands on the system's `iconv`, because the Foundation of Linux has no tables
/// for this encoding.
///
/// A class because it owns a descriptor of the C library; it lives as long as one file is read.
final class GB18030Decoder {
    private let descriptor: iconv_t

    /// A decoder, or nil where the system's C library does not know the encoding.
    init?() {
        guard let descriptor = iconv_open("UTF-8", "GB18030"), descriptor != iconv_t(bitPattern: -1) else {
            return nil
        }
        self.descriptor = descriptor
    }

    deinit { iconv_close(descriptor) }

    /// The text of `source`, or nil where it is not valid.
    func text(of source: UnsafeBufferPointer<UInt8>) -> String? {
        // Two bytes become at most three, and four at most four.
        let capacity = source.count * 3 / 2 + 4
        var isValid = false
        let text = String(unsafeUninitializedCapacity: capacity) { target in
            let bytes = UnsafeRawBufferPointer(source).assumingMemoryBound(to: CChar.self)
            var input = UnsafeMutablePointer(mutating: bytes.baseAddress)
            var inputLeft = source.count
            var output = UnsafeMutableRawBufferPointer(target).assumingMemoryBound(to: CChar.self).baseAddress
            var outputLeft = capacity
            // The encoding has no shift states, but a sequence that broke off must not leak into the next cell.
            iconv(descriptor, nil, nil, nil, nil)
            isValid = iconv(descriptor, &input, &inputLeft, &output, &outputLeft) == 0 && inputLeft == 0
            return isValid ? capacity - outputLeft : 0
        }
        return isValid ? text : nil
    }
}
