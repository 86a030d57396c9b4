import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Testing

@testable import VisitService

@Suite("Timeouts for slow clients")
struct RequestTimeoutTests {
    private static let head = HTTPRequest(method: .post, scheme: "http", authority: "x", path: "/v1/plans")

    /// A connection on which a body must be there within 5 s and an answer be taken within 50 s.
    private static func connection() throws -> EmbeddedChannel {
        let channel = EmbeddedChannel(handler: RequestTimeout(seconds: 5))
        try channel.connect(to: SocketAddress(unixDomainSocketPath: "/s")).wait()
        return channel
    }

    @Test("a body that comes drop by drop is not waited for")
    func slowBody() throws {
        let channel = try Self.connection()
        try channel.writeInbound(HTTPRequestPart.head(Self.head))
        for _ in 1...4 {
            channel.embeddedEventLoop.advanceTime(by: .seconds(1))
            try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(string: "{")))
        }
        #expect(channel.isActive)
        channel.embeddedEventLoop.advanceTime(by: .seconds(1))
        #expect(!channel.isActive)
    }

    @Test("an answer that nobody takes is given up")
    func untakenAnswer() throws {
        let channel = try Self.connection()
        try channel.writeInbound(HTTPRequestPart.head(Self.head))
        try channel.writeInbound(HTTPRequestPart.end(nil))
        channel.embeddedEventLoop.advanceTime(by: .seconds(49))
        #expect(channel.isActive)
        channel.embeddedEventLoop.advanceTime(by: .seconds(1))
        #expect(!channel.isActive)
    }

    @Test("a client that sends and takes in time may do so for as long as it likes")
    func steadyClient() throws {
        let channel = try Self.connection()
        for _ in 1...20 {
            try channel.writeInbound(HTTPRequestPart.head(Self.head))
            channel.embeddedEventLoop.advanceTime(by: .seconds(4))
            try channel.writeInbound(HTTPRequestPart.end(nil))
            try channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .ok)))
            try channel.writeOutbound(HTTPResponsePart.end(nil))
        }
        channel.embeddedEventLoop.advanceTime(by: .seconds(60))
        #expect(channel.isActive)
    }
}
