import Testing
import VisitFormats

@Suite("JSON")
struct JSONTests {
    @Test("members stand in the order given, and those without a value are left out")
    func order() {
        let absent: String? = nil
        let value = JSON.members([
            "format": "visitd-test/1", "b": 2, "a": [true, .null, 1.5.json], "none": absent.map { .string($0) },
            "e": [],
        ])
        #expect(value.text(pretty: false) == #"{"format":"visitd-test/1","b":2,"a":[true,null,1.5],"e":[]}"#)
        #expect(
            value.text() == """
                {
                  "format": "visitd-test/1",
                  "b": 2,
                  "a": [
                    true,
                    null,
                    1.5
                  ],
                  "e": []
                }
                """)
    }

    @Test("a text is escaped as RFC 8259 asks, and otherwise left alone")
    func escapes() {
        let text = JSON.string("\"\\/\n\r\t\u{0}\u{1F}\u{7F}会见😀\u{2028}").text(pretty: false)
        #expect(text == #""\"\\/\n\r\t\u0000\u001f"# + "\u{7F}会见😀\u{2028}\"")
    }

    @Test("a number that JSON cannot say is null")
    func numbers() {
        #expect(JSON.double(.nan).text() == "null")
        #expect(JSON.double(-.infinity).text() == "null")
        #expect(JSON.double(0.1).text() == "0.1")
        #expect(JSON.int(.min).text() == "-9223372036854775808")
    }
}

extension Double {
    fileprivate var json: JSON { .double(self) }
}
