import Foundation
import Testing

@Suite("The page of promises")
struct SecurityPageTests {
    private static let root = URL(filePath: #filePath).appending(path: "../../..").standardized

    /// The names of suites in a text.
    private static func suites(in text: some StringProtocol) -> Set<String> {
        Set(String(text).matches(of: /`([A-Za-z]+Tests)`/).map { String($0.output.1) })
    }

    @Test("names only tests that there are, and in both languages the same")
    func tests() throws {
        let page = try String(contentsOf: Self.root.appending(path: "Docs/security.md"), encoding: .utf8)
        let halves = page.split(separator: "\n# 承诺什么", maxSplits: 1)
        #expect(halves.count == 2)
        let named = halves.map(Self.suites)
        #expect(named.first == named.last && named.first?.isEmpty == false)
        let files = FileManager.default.enumerator(atPath: Self.root.appending(path: "Tests").path)
        let there = Set((files?.compactMap { ($0 as? String)?.split(separator: "/").last.map(String.init) }) ?? [])
        for name in Self.suites(in: page).sorted() { #expect(there.contains("\(name).swift"), "\(name)") }
    }
}
