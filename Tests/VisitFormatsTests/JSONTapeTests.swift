import Testing
import VisitFormats
import VisitModel

@Suite("Looking into a JSON text")
struct JSONTapeTests {
    private func tape(_ text: String) throws -> JSONTape { try JSONTape(Array(text.utf8)) }

    @Test("a value knows its kind, and answers only as what it is")
    func kinds() throws {
        let tape = try tape(#"[null, true, 7, "7", [7], {"a": 7}]"#)
        let nodes = Array(tape.elements(of: 0))
        #expect(nodes.map(tape.kind) == [.null, .bool, .number, .string, .array, .object])
        #expect(nodes.map { tape.integer($0) } == [nil, nil, 7, nil, nil, nil])
        #expect(nodes.map { tape.bool($0) } == [nil, true, nil, nil, nil, nil])
        #expect(nodes.map { tape.text($0) } == [nil, nil, nil, "7", nil, nil])
        #expect(nodes.map { Array(tape.elements(of: $0)).count } == [0, 0, 0, 0, 1, 0])
        #expect(nodes.map { tape.members(of: $0).count } == [0, 0, 0, 0, 0, 1])
        #expect(nodes.map { tape.member("a", of: $0) != nil } == [false, false, false, false, false, true])
    }

    @Test("true and false are told apart")
    func truth() throws {
        let tape = try tape("[true, false]")
        #expect(tape.elements(of: 0).map { tape.bool($0) } == [true, false])
    }

    @Test("a member is found by its whole name, past whatever lies before it, and by its first occurrence")
    func members() throws {
        let tape = try tape(#"{"ab": 1, "x": {"a": 2, "l": [3, {"a": 4}]}, "a": 5, "a": 6, "b": 7}"#)
        let values = try ["ab", "x", "a", "b"].map { name in
            try #require(tape.members(of: 0).first { $0.name == name }?.value)
        }
        #expect(tape.member("ab", of: 0) == values[0])
        #expect(tape.member("a", of: 0) == values[2])
        #expect(tape.member("b", of: 0) == values[3])
        #expect(tape.integer(values[2]) == 5)
        #expect(tape.member("c", of: 0) == nil)
        #expect(tape.member("", of: 0) == nil)
        #expect(tape.members(of: 0).map(\.name) == ["ab", "x", "a", "a", "b"])
        let inner = try #require(tape.member("a", of: values[1]))
        #expect(tape.integer(inner) == 2)
    }

    @Test(
        "a whole number is read where it fits 64 bits, and never rounded",
        arguments: [
            ("0", 0), ("-0", 0), ("42", 42), ("-42", -42), ("999999999999999999", 999_999_999_999_999_999),
            ("1000000000000000000", 1_000_000_000_000_000_000), ("9223372036854775807", Int.max),
            ("-9223372036854775808", Int.min), ("9223372036854775808", nil), ("-9223372036854775809", nil),
            ("99999999999999999999", nil), ("1.0", nil), ("1e3", nil), ("-1.5", nil),
        ] as [(String, Int?)])
    func integers(text: String, value: Int?) throws {
        #expect(try tape(text).integer(0) == value)
    }

    @Test(
        "escapes in a text are undone",
        arguments: [
            (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""A\u0042\u4F1a\u89C1""#, "AB会见"),
            (#""\ud83d\uDE00!""#, "😀!"), (#""a\u0000b""#, "a\u{0}b"), (#""plain 会见""#, "plain 会见"),
            (#""会\n见""#, "会\n见"), (#""\ud800""#, nil), (#""\ude00\ud83d""#, nil), (#""\ud83dx""#, nil),
        ] as [(String, String?)])
    func escapes(text: String, value: String?) throws {
        #expect(try tape(text).text(0) == value)
    }

    @Test("a text whose bytes are no UTF-8 is not read as one")
    func notUTF8() throws {
        for bytes in [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0x5C, 0x6E, 0xFF]] as [[UInt8]] {
            let tape = try JSONTape([0x22] + bytes + [0x22])
            #expect(tape.text(0) == nil)
        }
    }

    @Test("a finding shows a value as it stands, cut after 40 bytes")
    func excerpts() throws {
        let long = String(repeating: "x", count: 41)
        let tape = try tape(#"[-1.50e3, "a\n", [1], {"a": 1}, false, ""# + long + #""]"#)
        let shown = tape.elements(of: 0).map { tape.excerpt($0) }
        #expect(
            shown == ["-1.50e3", #"a\n"#, "a list", "an object", "false", String(repeating: "x", count: 40) + "…"])
    }

    // MARK: What the writer writes, the reader reads

    private static func value(_ random: inout SeededRandom, depth: Int) -> JSON {
        switch Int.random(in: 0..<(depth > 0 ? 7 : 5), using: &random) {
        case 0: return .null
        case 1: return .bool(Bool.random(using: &random))
        case 2: return .int(Int(truncatingIfNeeded: random.next()) >> Int.random(in: 0..<64, using: &random))
        case 3: return .double(Double(bitPattern: random.next()))
        case 4: return .string(text(&random))
        case 5:
            return .array(
                (0..<Int.random(in: 0..<4, using: &random)).map { _ in value(&random, depth: depth - 1) })
        default:
            return .object(
                (0..<Int.random(in: 0..<4, using: &random)).map { _ in
                    JSON.Member(text(&random), value(&random, depth: depth - 1))
                })
        }
    }

    private static func text(_ random: inout SeededRandom) -> String {
        let pieces: [Unicode.Scalar] = [
            "a", "\"", "\\", "/", "\u{0}", "\u{1F}", "\n", "\u{7F}", "é", "会", "😀", "\u{2028}", "\u{FEFF}", "\u{301}",
        ]
        var text = ""
        for _ in 0..<Int.random(in: 0..<8, using: &random) {
            text.unicodeScalars.append(pieces[Int.random(in: pieces.indices, using: &random)])
        }
        return text
    }

    private static func read(_ node: Int, _ tape: JSONTape) throws -> JSON {
        switch tape.kind(node) {
        case .null: .null
        case .bool:
            .bool(tape.excerpt(node) == "true")
        case .number:
            if let whole = tape.integer(node) {
                .int(whole)
            } else {
                .double(try #require(Double(tape.excerpt(node))))
            }
        case .string: .string(try #require(tape.text(node)))
        case .array: .array(try tape.elements(of: node).map { try read($0, tape) })
        case .object: .object(try tape.members(of: node).map { JSON.Member($0.name, try read($0.value, tape)) })
        }
    }

    /// A number that JSON cannot say is written as null.
    private static func written(_ value: JSON) -> JSON {
        switch value {
        case .double(let number): number.isFinite ? value : .null
        case .array(let values): .array(values.map(written))
        case .object(let members): .object(members.map { JSON.Member($0.name, written($0.value)) })
        case .null, .bool, .int, .string: value
        }
    }

    @Test("what was written is read back the same, indented or not", arguments: 0..<60)
    func roundTrip(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        let value = Self.value(&random, depth: 5)
        for pretty in [false, true] {
            let tape = try JSONTape(value.bytes(pretty: pretty))
            #expect(try Self.read(0, tape) == Self.written(value))
        }
    }

    @Test("a text cut short or with a byte changed anywhere never crashes", arguments: 0..<60)
    func damaged(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        let whole = JSON.array([Self.value(&random, depth: 5), "end"]).bytes()
        for cut in 0..<whole.count {
            #expect(throws: JSONTape.SyntaxFault.self) { try JSONTape(Array(whole[..<cut])) }
        }
        for _ in 0..<40 {
            var bytes = whole
            bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            guard let tape = try? JSONTape(bytes) else { continue }
            // Every node that can be reached answers.
            #expect(Self.nodes(0, tape) >= 1)
        }
    }

    @Test("a text of more values than are allowed is refused at the value that is one too many")
    func mostValues() throws {
        let text = Array("[0,1,2]".utf8)
        let tape = try JSONTape(text, values: 4)
        #expect(Array(tape.elements(of: 0)).count == 3)
        #expect(throws: JSONTape.SyntaxFault.self) { try JSONTape(text, values: 3) }
        do throws(JSONTape.SyntaxFault) {
            _ = try JSONTape(text, values: 3)
        } catch {
            #expect(error.offset == 5 && error.english.contains("more than 3 values"))
        }
    }

    @Test("a long text that is no JSON is refused without room being made for it")
    func zeros() throws {
        do throws(JSONTape.SyntaxFault) {
            _ = try JSONTape([UInt8](repeating: 0, count: 32 << 20))
        } catch {
            #expect(error.offset == 0)
        }
    }

    private static func nodes(_ node: Int, _ tape: JSONTape) -> Int {
        _ = (tape.text(node), tape.integer(node), tape.excerpt(node))
        return tape.elements(of: node).reduce(1) { $0 + nodes($1, tape) }
            + tape.members(of: node).reduce(0) { $0 + nodes($1.value, tape) }
    }
}
