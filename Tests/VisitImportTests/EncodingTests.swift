import Testing
import VisitModel
import VisitTestSupport

@testable import VisitImport

@Suite("The encodings")
struct EncodingTests {
    static let python = OutsideTool.python("codecs")

    /// A table of children as Python's codec writes it. Names reach beyond the two-byte forms of GB18030.
    private static func table(_ codec: String, end: String = "\r\n") throws -> [UInt8] {
        let text = "编号,姓名,出生日期,家庭\(end)C1,李𠮷€（虚构）,2016年5月20日,H1\(end)C2,\"王\"\"小\"\"明，虚构\",2012/11/3,H1\(end)"
        let script =
            "import sys; t = sys.stdin.buffer.read().decode('utf-8'); sys.stdout.buffer.write(t.encode('\(codec)'))"
        return try python.run(["-c", script], input: Array(text.utf8), in: nil)
    }

    private static let households = Array("id,name,place\nH1,X (invented),PL1\n".utf8)
    private static let places = Array("id,name\nPL1,Chengdu\n".utf8)

    @Test(
        "each encoding is detected, echoed and read as Python's codec wrote it",
        .enabled(if: python.isPresent, "\(python.missing)"),
        arguments: [
            ("utf-8", "UTF-8"), ("utf-8-sig", "UTF-8"), ("utf-16", "UTF-16LE"), ("utf-16-le", "UTF-16LE"),
            ("utf-16-be", "UTF-16BE"), ("gb18030", "GB18030"),
        ])
    func detection(codec: String, name: String) throws {
        let reading = try World.readAlone(bytes: [
            "children.csv": try Self.table(codec), "households.csv": Self.households, "places.csv": Self.places,
        ])
        #expect(reading.short == [])
        #expect(reading.sources.first { $0.table == "children" }?.encoding == name)
        let children = try #require(reading.batch?.register.children)
        #expect(children.map(\.name) == ["李𠮷€（虚构）", "王\"小\"明，虚构"])
        #expect(children.map(\.birthDate) == [Day("2016-05-20"), Day("2012-11-03")])
    }

    @Test(
        "GB18030 of every character is what Python's codec reads, but where the editions of the standard differ",
        .enabled(if: python.isPresent, "\(python.missing)"))
    func wholeOfGB18030() throws {
        let script = """
            import sys
            for c in list(range(0x80, 0xD800)) + list(range(0xF900, 0xFFFE)) + list(range(0x10000, 0x10FFFF, 37)):
                b = chr(c).encode('gb18030')
                sys.stdout.write('%s %x\\n' % (b.hex(), c))
            """
        let lines = try Self.python.run(["-c", script]).split(separator: "\n")
        let decoder = try #require(GB18030Decoder())
        var differing = 0
        for line in lines {
            let fields = line.split(separator: " ")
            let hex = Array(fields[0].utf8)
            let bytes = stride(from: 0, to: hex.count, by: 2).compactMap {
                UInt8(String(decoding: hex[$0..<$0 + 2], as: UTF8.self), radix: 16)
            }
            let scalar = try #require(UInt32(fields[1], radix: 16).flatMap(Unicode.Scalar.init))
            let text = bytes.withUnsafeBufferPointer { decoder.text(of: $0) }
            if text != String(Character(scalar)) { differing += 1 }
        }
        #expect(lines.count > 70_000)
        // The edition of 2005 moved one character, and that of 2022 a few dozen, out of the private use area.
        #expect(differing <= 60)
    }

    @Test("a broken sequence is told with line and column, and neither hides nor spoils the cells beside it")
    func brokenBytes() throws {
        var gb = Array("id,name,birth_date,household\nC1,".utf8) + [0xD6, 0xD0, 0xCE]
        gb += Array(",2016-05-20,H1\nC2,".utf8) + [0xD6, 0xD0] + Array(",2016-02-30,H1\n".utf8)
        let reading = try World.readAlone(bytes: [
            "children.csv": gb, "households.csv": Self.households, "places.csv": Self.places,
        ])
        #expect(reading.short == ["error invalid-bytes children.csv:2:2", "error no-such-day children.csv:3:3"])
        #expect(reading.sources.last?.encoding == "GB18030")
        #expect(reading.findings.first?.sentence.english.contains("not valid GB18030") == true)
    }

    @Test("a UTF-8 file with one broken byte stays UTF-8")
    func damagedUTF8() throws {
        var bytes = Array("编号,姓名,出生日期,家庭\nC1,李明（虚构）,2016-05-20,H1\nC2,王".utf8)
        bytes += [0xE5, 0xB0] + Array("（虚构）,2012-11-03,H1\n".utf8)
        let reading = try World.readAlone(bytes: [
            "children.csv": bytes, "households.csv": Self.households, "places.csv": Self.places,
        ])
        #expect(reading.short == ["error invalid-bytes children.csv:3:2"])
        #expect(reading.sources.last?.encoding == "UTF-8")
    }

    @Test("in UTF-16, half a surrogate pair and an odd last byte are told with line and column")
    func brokenUTF16() throws {
        var units = Array("id,name,birth_date,household\nC1,x".utf16)
        units += [0xD83D] + Array(",2016-05-20,H1\nC2,y,2012-11-03,H1".utf16)
        let halves: [UInt8] = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let bytes: [UInt8] = [0xFF, 0xFE] + halves + [0x41]
        let reading = try World.readAlone(bytes: [
            "children.csv": bytes, "households.csv": Self.households, "places.csv": Self.places,
        ])
        #expect(reading.short == ["error invalid-bytes children.csv:2:2", "error invalid-bytes children.csv:3:4"])
    }

    @Test("the encoding that is given goes before the one that would be detected")
    func override() throws {
        let latin = Array("id,name\nPL1,".utf8) + [0xC3, 0xA9] + Array("\n".utf8)
        let detected = try World.readAlone(bytes: ["places.csv": latin])
        let given = try World.readAlone(bytes: ["places.csv": latin], encoding: .gb18030)
        #expect(detected.batch?.register.places.first?.name.english == "é")
        #expect(given.batch?.register.places.first?.name.english == "茅")
        #expect(given.sources.map(\.encoding) == ["GB18030"])
    }

    @Test("a zero byte is refused with its place")
    func zeroByte() throws {
        let text = "id,name\n" + String(repeating: "PL1,Chengdu on the river\n", count: 1)
        let reading = try World.readAlone(["places.csv": text + "PL2,Jian\u{0}yang by the river Tuo and far away\n"])
        #expect(reading.short == ["error zero-byte places.csv:3:2"])
    }

    @Test(
        "names of encodings are known as people write them",
        arguments: [
            ("UTF-8", TextEncoding.utf8), ("utf8", .utf8), ("GBK", .gb18030), ("gb2312", .gb18030), ("cp936", .gb18030),
            ("GB18030", .gb18030), ("UTF-16", .utf16le), ("utf-16be", .utf16be),
        ])
    func names(name: String, encoding: TextEncoding) {
        #expect(TextEncoding(named: name) == encoding)
        #expect(TextEncoding(named: encoding.name) == encoding)
    }

    @Test("an encoding that is not known has no name here")
    func unknownName() {
        #expect(TextEncoding(named: "latin-1") == nil)
    }

    @Test("UTF-8 is strict: overlong forms, surrogates and what lies beyond Unicode are invalid")
    func strictUTF8() {
        func invalid(_ bytes: [UInt8]) -> Int { UTF8Survey(of: bytes).invalid }
        #expect(invalid([0xC0, 0x80]) == 2)
        #expect(invalid([0xE0, 0x80, 0x80]) == 3)
        #expect(invalid([0xED, 0xA0, 0x80]) == 3)
        #expect(invalid([0xF4, 0x90, 0x80, 0x80]) == 4)
        #expect(invalid([0xF0, 0x9F, 0x98]) == 3)
        #expect(invalid(Array("中𠀀é€".utf8)) == 0)
        #expect(UTF8Survey(of: Array("12345678中文".utf8)).valid == 2)
    }
}
