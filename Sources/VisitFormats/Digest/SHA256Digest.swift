import COpenSSL

/// A digest that nobody can forge (SHA-256, FIPS 180-4): of secrets that are not kept, and of lines of the audit log.
///
/// It is computed by the system's OpenSSL, which a distribution keeps.
public enum SHA256Digest {
    /// How many bytes a digest has.
    public static let size = 32

    /// The digest of `bytes`.
    public static func bytes(of bytes: some Sequence<UInt8>) -> [UInt8] {
        var running = Running()
        Array(bytes).withUnsafeBytes { running.add($0) }
        return running.digest
    }

    /// The digest of `bytes` that only who knows `secret` can make (HMAC, RFC 2104).
    public static func authenticated(_ bytes: some Sequence<UInt8>, by secret: [UInt8]) -> [UInt8] {
        let message = Array(bytes)
        return [UInt8](unsafeUninitializedCapacity: size) { digest, count in
            let made = HMAC(
                EVP_sha256(), secret, Int32(secret.count), message, message.count, digest.baseAddress, nil)
            precondition(made != nil, "OpenSSL cannot compute an HMAC.")
            count = size
        }
    }

    /// A digest as text: base 16, two digits a byte.
    public static func text(of digest: some Sequence<UInt8>) -> String {
        digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// A digest of bytes that come piece by piece. A copy goes on for itself.
    public struct Running {
        private var state = State()

        /// The digest of nothing.
        public init() {}

        /// Adds bytes to what came before.
        public mutating func add(_ bytes: UnsafeRawBufferPointer) {
            if !isKnownUniquelyReferenced(&state) { state = State(copying: state) }
            state.add(bytes)
        }

        /// The digest of what was added.
        public var digest: [UInt8] { State(copying: state).finish() }
    }

    /// What OpenSSL remembers of the bytes so far.
    private final class State {
        private let context: OpaquePointer

        init() {
            context = Self.newContext()
            require(EVP_DigestInit_ex(context, EVP_sha256(), nil))
        }

        init(copying other: State) {
            context = Self.newContext()
            require(EVP_MD_CTX_copy_ex(context, other.context))
        }

        deinit { EVP_MD_CTX_free(context) }

        func add(_ bytes: UnsafeRawBufferPointer) {
            require(EVP_DigestUpdate(context, bytes.baseAddress, bytes.count))
        }

        /// The digest; nothing can be added after it.
        func finish() -> [UInt8] {
            [UInt8](unsafeUninitializedCapacity: size) { digest, count in
                require(EVP_DigestFinal_ex(context, digest.baseAddress, nil))
                count = size
            }
        }

        private static func newContext() -> OpaquePointer {
            guard let context = EVP_MD_CTX_new() else { preconditionFailure("There is no memory for a digest.") }
            return context
        }

        /// A digest that failed must not pass for one.
        private func require(_ answer: Int32) {
            precondition(answer == 1, "OpenSSL cannot compute SHA-256.")
        }
    }
}
