/// A digest of a file's bytes (FNV-1a, 64 bits) and their number: enough to tell two versions of one file apart.
struct ContentDigest: Hashable {
    /// The digest as entity tags and manifests have it: both numbers in base 16.
    let text: String
    /// The number of bytes.
    let count: Int

    init(of bytes: [UInt8]) {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        text = String(hash, radix: 16) + "-" + String(bytes.count, radix: 16)
        count = bytes.count
    }

    /// A digest that was written down; nil where the text is none.
    init?(text: some StringProtocol) {
        let parts = text.split(separator: "-")
        guard parts.count == 2, UInt64(parts[0], radix: 16) != nil, let count = Int(parts[1], radix: 16) else {
            return nil
        }
        self.text = String(text)
        self.count = count
    }
}
