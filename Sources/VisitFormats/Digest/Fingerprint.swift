/// A fingerprint of a sequence of bytes (FNV-1a, 64 bits): tells whether something is the same as before. It is quick, and no
/// defence against somebody who wants two things to look alike; for that there is `SHA256Digest`.
///
/// Source: Fowler, Noll, Vo, Eastlake: The FNV Non-Cryptographic Hash Algorithm, sections 2 and 5.
public struct Fingerprint: Hashable, Sendable {
    /// The fingerprint of what was added so far.
    public var value: UInt64 { hash }

    @usableFromInline var hash: UInt64 = 0xCBF2_9CE4_8422_2325

    /// The fingerprint of nothing.
    @inlinable
    public init() {}

    /// The fingerprint of `bytes`.
    @inlinable
    public init(of bytes: some Sequence<UInt8>) {
        add(bytes)
    }

    /// Adds `bytes` to what came before. Inlinable: compiled apart, it would ask the sequence for every byte.
    @inlinable
    public mutating func add(_ bytes: some Sequence<UInt8>) {
        var hash = hash
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        self.hash = hash
    }

    /// The 32-bit form of the same function, for short names that identifiers are made of.
    public static func short(_ text: String) -> UInt32 {
        text.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
    }
}
