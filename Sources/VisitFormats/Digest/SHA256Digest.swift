import Crypto

/// A digest that nobody can forge (SHA-256, FIPS 180-4): of secrets that are not kept, and of lines of the audit log.
public enum SHA256Digest {
    /// How many bytes a digest has.
    public static let size = 32

    /// The digest of `bytes`.
    public static func bytes(of bytes: some Sequence<UInt8>) -> [UInt8] {
        Array(SHA256.hash(data: Array(bytes)))
    }

    /// The digest of `bytes` that only who knows `secret` can make (HMAC, RFC 2104).
    public static func authenticated(_ bytes: some Sequence<UInt8>, by secret: [UInt8]) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Array(bytes), using: SymmetricKey(data: secret)))
    }

    /// A digest as text: base 16, two digits a byte.
    public static func text(of digest: some Sequence<UInt8>) -> String {
        digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// A digest of bytes that come piece by piece.
    public struct Running {
        private var hash = SHA256()

        /// The digest of nothing.
        public init() {}

        /// Adds bytes to what came before.
        public mutating func add(_ bytes: UnsafeRawBufferPointer) {
            hash.update(bufferPointer: bytes)
        }

        /// The digest of what was added.
        public var digest: [UInt8] { Array(hash.finalize()) }
    }
}
