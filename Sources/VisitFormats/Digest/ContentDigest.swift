/// A digest of a file's bytes and their number: enough to tell two versions of one file apart, for entity tags and
/// manifests.
public struct ContentDigest: Hashable, Sendable {
    /// The digest as entity tags and manifests have it: the fingerprint and the number of bytes, both in base 16.
    public let text: String
    /// The number of bytes.
    public let count: Int

    /// The digest of `bytes`.
    public init(of bytes: [UInt8]) {
        self.init(Fingerprint(of: bytes).value, bytes.count)
    }

    private init(_ fingerprint: UInt64, _ count: Int) {
        text = String(fingerprint, radix: 16) + "-" + String(count, radix: 16)
        self.count = count
    }

    /// A digest that was written down; nil where the text is none.
    public init?(text: some StringProtocol) {
        let parts = text.split(separator: "-")
        guard parts.count == 2, let fingerprint = UInt64(parts[0], radix: 16), let count = Int(parts[1], radix: 16)
        else { return nil }
        self.init(fingerprint, count)
        // A number can be written in several ways; a digest is written in one.
        guard self.text == text else { return nil }
    }
}
