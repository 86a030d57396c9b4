import Testing
import VisitModel

@testable import VisitService

@Suite("The parameters of a request")
struct QueryTests {
    static let known = ["child", "prisoner"]

    @Test("names and values are decoded, and a parameter may be repeated")
    func decoded() throws {
        let query = try Query("child=%E6%9E%97&child=Lin+Wu&%63hild=a%2Bb%3D=", known: Self.known)
        #expect(query.all("child") == ["林", "Lin Wu", "a+b=="])
        #expect(try query.one("prisoner") == nil)
    }

    @Test("no query is no parameters", arguments: [nil, "", "&&"])
    func none(text: String?) throws {
        #expect(try Query(text, known: Self.known).all("child").isEmpty)
    }

    @Test(
        "what cannot be meant is refused",
        arguments: [
            ("chid=1", "unknown-parameter"), ("child=1&debug=1", "unknown-parameter"), ("child", "empty-parameter"),
            ("child=", "empty-parameter"), ("child=%zz", "unreadable-parameter"), ("child=%e", "unreadable-parameter"),
            ("child=%FF", "unreadable-parameter"), ("child=%00", "unreadable-parameter"),
            ("child=%0D%0ASet-Cookie", "unreadable-parameter"),
        ])
    func refused(text: String, code: String) {
        let error = #expect(throws: ServiceError.self) { try Query(text, known: Self.known) }
        #expect(error?.code == code)
        #expect(error?.kind == .usage)
    }

    @Test("a parameter that is read once may not be given twice")
    func twice() throws {
        let query = try Query("prisoner=a&prisoner=b", known: Self.known)
        #expect(throws: ServiceError.self) { try query.one("prisoner") }
    }

    @Test("there is a limit to the number of parameters")
    func many() {
        let text = Array(repeating: "child=1", count: Query.mostParameters + 1).joined(separator: "&")
        #expect(throws: ServiceError.self) { try Query(text, known: Self.known) }
    }
}
