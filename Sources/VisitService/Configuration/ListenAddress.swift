/// A TCP address to listen on. Only this machine's own (loopback): tokens and answers about children do not go over a
/// network in the clear, and HTTPS is a reverse proxy's business.
struct ListenAddress: Hashable, Sendable, CustomStringConvertible {
    /// Why a text is not an address that can be used.
    enum Fault: Error, Hashable {
        /// It is not written `HOST:PORT`.
        case unreadable
        /// Other machines could reach it.
        case reachableFromOutside
    }

    /// The numeric address: `127.0.0.1` or `::1`.
    let host: String
    /// The port, 0 … 65535; 0 lets the system choose a free one.
    let port: Int

    /// Reads `127.0.0.1:8080`, `localhost:8080` or `[::1]:8080`.
    init(_ text: String) throws(Fault) {
        guard let colon = text.lastIndex(of: ":"), let port = Self.port(text[text.index(after: colon)...]) else {
            throw .unreadable
        }
        var host = text[..<colon]
        if host.hasPrefix("["), host.hasSuffix("]") {
            host = host.dropFirst().dropLast()
        } else if host.contains(":") || host.isEmpty {
            throw .unreadable
        }
        // The name is not looked up: whatever a resolver says about it, this machine is meant.
        let numeric = host == "localhost" ? "127.0.0.1" : String(host)
        guard numeric == "::1" || Self.isLoopback(numeric) else { throw .reachableFromOutside }
        (self.host, self.port) = (numeric, port)
    }

    private static func port(_ text: Substring) -> Int? {
        guard !text.isEmpty, text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let port = Int(text), port <= 65535
        else { return nil }
        return port
    }

    /// Whether it is one of 127.0.0.0/8 (RFC 1122, section 3.2.1.3).
    private static func isLoopback(_ host: String) -> Bool {
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil && !$0.hasPrefix("+") }
    }

    var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}
