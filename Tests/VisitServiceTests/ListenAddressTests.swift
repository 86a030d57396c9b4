import Testing

@testable import VisitService

@Suite("A TCP address to listen on")
struct ListenAddressTests {
    @Test(
        "this machine's own addresses are read",
        arguments: [
            ("127.0.0.1:8080", "127.0.0.1:8080"), ("127.9.8.7:1", "127.9.8.7:1"), ("localhost:0", "127.0.0.1:0"),
            ("[::1]:65535", "[::1]:65535"),
        ])
    func loopback(text: String, address: String) throws {
        #expect(try ListenAddress(text).description == address)
    }

    @Test(
        "addresses that other machines could reach are refused",
        arguments: [
            "0.0.0.0:80", "[::]:80", "192.168.1.1:80", "example.org:80", "127.0.0.1.example.org:80", "128.0.0.1:80",
        ])
    func outside(text: String) {
        #expect(throws: ListenAddress.Fault.reachableFromOutside) { try ListenAddress(text) }
    }

    @Test(
        "what is not HOST:PORT is unreadable",
        arguments: [
            "", "8080", ":8080", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:+1", "::1:80",
            "127.0.0.1:80a",
        ])
    func unreadable(text: String) {
        #expect(throws: ListenAddress.Fault.unreadable) { try ListenAddress(text) }
    }
}
