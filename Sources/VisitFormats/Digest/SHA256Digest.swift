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
}
