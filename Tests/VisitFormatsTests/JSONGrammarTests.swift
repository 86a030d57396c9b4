import Testing
import VisitFormats
import VisitModel

@Suite("Reading JSON")
struct JSONGrammarTests {
    @Test(
        "a text that RFC 8259 allows is read",
        arguments: [
            "null", "true", "false", "0", "-0", "10", "0.5", "-0.0", "1e5", "1E5", "1e+5", "1e-5", "0e0", "1.25E-07",
            "1e999", "\"\"", "\"a\"", "[]", "{}", " \t\r\n[ ]\t", "[1,2]", "[[],{}]", #"{"a":1}"#,
            #"{"a":1,"a":2}"#, #"{"":{"":[null]}}"#, #""\"\\\/\b\f\n\r\t\u0041""#, #""\ud83d\ude00""#, "\"\u{7F}\"",
            "\"\u{2028}会见😀\"", "\u{FEFF}[1]", "[1\n,\n2]", #"{ "a" : 1 }"#, #""\ud800""#,
        ])
    func allowed(text: String) throws {
        _ = try JSONTape(Array(text.utf8))
    }

    @Test(
        "a text that RFC 8259 does not allow is refused",
        arguments: [
            "", " ", "\u{FEFF}", "nul", "nulls", "True", "NaN", "Infinity", "01", "-01", "00", "1.", ".5", "-", "-a",
            "+1", "1e", "1e+", "1.e5", "1 2", "0x10", "1,", "[1,]", "[,1]", "[1 2]", "[1", "[", "]", "[1}", "{", "}",
            "{]", #"{"a"}"#, #"{"a":}"#, #"{"a":1,}"#, #"{,"a":1}"#, #"{"a" 1}"#, #"{"a":1 "b":2}"#, "{a:1}",
            "{1:1}", #"{"a":1"#, "'a'", "\"a", "\"", #"""# + "\\", #""\""#, "\"\u{0}\"", "\"\u{1F}\"", "\"a\nb\"",
            "\"\t\"", #""\x""#, #""\'""#, #""\u12""#, #""\u12g4""#, #""\U0041""#, "\"\\\u{1}\"", "\"\\\n\"", "[1]x",
            "{}{}", "[1]\u{0}", "// a\n1", "1 # a", "\u{A0}1", "\u{C}1",
        ])
    func refused(text: String) {
        #expect(throws: JSONTape.SyntaxFault.self, "\(text.debugDescription)") { try JSONTape(Array(text.utf8)) }
    }

    @Test("lists and objects lie 64 deep in one another and no deeper", arguments: ["[", #"{"a":"#])
    func depth(open: String) throws {
        func nested(_ depth: Int) -> [UInt8] {
            let close = open == "[" ? "]" : "}"
            let inmost = open == "[" ? "[]" : "{}"
            let texts = [String(repeating: open, count: depth - 1), inmost, String(repeating: close, count: depth - 1)]
            return Array(texts.joined().utf8)
        }
        _ = try JSONTape(nested(64))
        let fault = try #require(throws: JSONTape.SyntaxFault.self) { try JSONTape(nested(65)) }
        #expect(fault.english.contains("nested too deeply"))
        #expect(fault.offset == 64 * open.utf8.count)
        // Side by side is not in one another.
        _ = try JSONTape(Array(("[" + Array(repeating: "[]", count: 200).joined(separator: ",") + "]").utf8))
    }

    @Test(
        "a fault tells the line and the column of the character that is wrong",
        arguments: [
            ("", 1, 1), ("x", 1, 1), ("  x", 1, 3), ("[1,\n 2,\n  x]", 3, 3), ("[1\r\n,]", 2, 2),
            (#"{"会见": x}"#, 1, 8), ("{\"a\": 1,\n\"b\" 2}", 2, 5), ("[01]", 1, 3), ("[1.]", 1, 4), ("[truth]", 1, 5),
            ("[1]\n\n{}", 3, 1), ("\u{FEFF}x", 1, 1), ("[\"a\nb\"]", 1, 4), (#"["ab\x"]"#, 1, 6),
        ])
    func position(text: String, line: Int, column: Int) throws {
        let bytes = Array(text.utf8)
        let fault = try #require(throws: JSONTape.SyntaxFault.self) { try JSONTape(bytes) }
        let position = fault.position(in: bytes)
        #expect(position == (line, column), "\(text.debugDescription)")
    }

    @Test("a fault says what was expected, or that the document ends")
    func sentences() throws {
        func sentence(_ text: String) throws -> String {
            try #require(throws: JSONTape.SyntaxFault.self) { try JSONTape(Array(text.utf8)) }.english
        }
        #expect(try sentence("[1 2]") == "A comma or the end of the list was expected")
        #expect(try sentence("{1}") == "The name of a member was expected")
        #expect(try sentence(#"{"a" 1}"#) == "A colon was expected")
        #expect(try sentence("[1") == "The document ends in the middle")
        #expect(try sentence("\"a") == "The document ends in the middle")
        #expect(try sentence("1 2") == "Something stands after the end of the document")
        #expect(try sentence("\"\u{1}\"") == "A control character stands in a text")
    }
}
