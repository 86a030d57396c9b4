/// A digest of a file's bytes and their number: enough to tell two versions of one file apart, for entity tags and
/// manifests.
public struct ContentDigest: Hashable, Sendable {
    /// The digest as entity tags and manifests have it: the fingerprint and the number of bytes, both in base 16.
    public let text: String
    /// The number of bytes.
    public let count: Int

    /// The digest of `bytes`.
    public init(of bytes: [UInt8]) {
        text = String(Fingerprint(of: bytes).value, radix: 16) + "-" + String(bytes.count, radix: 16)
        count = bytes.count
    }

    /// A digest that was written down; nil where the text is none.
    public init?(text: some StringProtocol) {
        let parts = text.split(separator: "-")
        guard parts.count == 2, UInt64(parts[0], radix: 16) != nil, let count = Int(parts[1], radix: 16) else {
            return nil
        }
        self.text = String(text)
        self.count = count
    }
}
