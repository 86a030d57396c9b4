import Testing
import VisitFormats
import VisitModel

@Suite("Digests")
struct DigestTests {
    private func hex(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    @Test(
        "a fingerprint is FNV-1a of 64 bits, by the vectors that its authors published",
        arguments: [
            ("", 0xCBF2_9CE4_8422_2325), ("a", 0xAF63_DC4C_8601_EC8C), ("b", 0xAF63_DF4C_8601_F1A5),
            ("foobar", 0x8594_4171_F739_67E8),
        ] as [(String, UInt64)])
    func fingerprint(text: String, value: UInt64) {
        #expect(Fingerprint(of: text.utf8).value == value)
    }

    @Test("a fingerprint of pieces is that of the whole")
    func pieces() {
        var pieces = Fingerprint()
        pieces.add("foo".utf8)
        pieces.add([])
        pieces.add("bar".utf8)
        #expect(pieces == Fingerprint(of: "foobar".utf8))
    }

    @Test(
        "a short fingerprint is FNV-1a of 32 bits",
        arguments: [("", 0x811C_9DC5), ("a", 0xE40C_292C), ("foobar", 0xBF9C_F968)] as [(String, UInt32)])
    func short(text: String, value: UInt32) {
        #expect(Fingerprint.short(text) == value)
    }

    @Test(
        "an unforgeable digest is SHA-256, by the examples of FIPS 180-4",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
        ])
    func sha256(text: String, digest: String) {
        let bytes = SHA256Digest.bytes(of: text.utf8)
        #expect(bytes.count == SHA256Digest.size)
        #expect(hex(bytes) == digest)
    }

    @Test(
        "a digest by a secret is HMAC-SHA-256, by the cases of RFC 4231, section 4",
        arguments: [
            (
                [UInt8](repeating: 0x0B, count: 20), Array("Hi There".utf8),
                "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
            ),
            (
                Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
            ),
            (
                [UInt8](repeating: 0xAA, count: 20), [UInt8](repeating: 0xDD, count: 50),
                "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
            ),
            (
                [UInt8](repeating: 0xAA, count: 131),
                Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
                "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
            ),
        ])
    func authenticated(secret: [UInt8], message: [UInt8], digest: String) {
        #expect(hex(SHA256Digest.authenticated(message, by: secret)) == digest)
    }

    @Test("a content's digest is its fingerprint and its length, and is read back from its text", arguments: 0..<20)
    func content(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        let bytes = (0..<(seed * 37)).map { _ in UInt8.random(in: 0...255, using: &random) }
        let digest = ContentDigest(of: bytes)
        #expect(digest.count == bytes.count)
        #expect(digest.text == String(Fingerprint(of: bytes).value, radix: 16) + "-" + String(bytes.count, radix: 16))
        let read = try #require(ContentDigest(text: digest.text))
        #expect(read == digest)
        #expect(read.count == bytes.count)
    }

    @Test("the digest of a known content")
    func known() {
        #expect(ContentDigest(of: []).text == "cbf29ce484222325-0")
        #expect(ContentDigest(of: Array("foobar".utf8)).text == "85944171f73967e8-6")
    }

    @Test(
        "a text that no content has is no digest",
        arguments: [
            "", "-", "1", "1-", "-1", "1-2-3", "g-1", "1-g", "1--1", "+1-1", "1-+1", "A-1", "01-1", "1-01", " 1-1",
            "10000000000000000-1", "1-8000000000000000",
        ])
    func noDigest(text: String) {
        #expect(ContentDigest(text: text) == nil)
    }
}
