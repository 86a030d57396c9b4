import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Testing

@testable import VisitService

@Suite("Requests that come before the answer to the one before them")
struct OneAtATimeTests {
    /// What a test wants to know of a connection's reading.
    private final class Readings: ChannelOutboundHandler {
        typealias OutboundIn = HTTPResponsePart
        var count = 0
        func read(context: ChannelHandlerContext) {
            count += 1
            context.read()
        }
    }

    private let readings = Readings()
    private let channel: EmbeddedChannel

    init() throws {
        channel = EmbeddedChannel(handlers: [readings, OneAtATime()])
        try channel.connect(to: SocketAddress(unixDomainSocketPath: "/s")).wait()
    }

    /// A request comes for this path, with a body where one is given.
    private func ask(_ path: String, body: String? = nil) throws {
        try channel.writeInbound(
            HTTPRequestPart.head(HTTPRequest(method: .get, scheme: "http", authority: "x", path: path)))
        if let body { try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(string: body))) }
        try channel.writeInbound(HTTPRequestPart.end(nil))
    }

    /// The service gives its answer.
    private func answer() throws {
        try channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .ok)))
        try channel.writeOutbound(HTTPResponsePart.end(nil))
    }

    /// What the service has got since it was last asked: the paths of heads, the text of bodies, and where a request ends.
    private func arrived() throws -> [String] {
        var all: [String] = []
        while let part = try channel.readInbound(as: HTTPRequestPart.self) {
            switch part {
            case .head(let head): all.append(head.path ?? "")
            case .body(let bytes): all.append(String(buffer: bytes))
            case .end: all.append(".")
            }
        }
        return all
    }

    @Test("wait for it, and then come whole and in order")
    func inOrder() throws {
        try ask("/1")
        try ask("/2", body: "two")
        try ask("/3")
        #expect(try arrived() == ["/1", "."])
        try answer()
        #expect(try arrived() == ["/2", "two", "."])
        try answer()
        #expect(try arrived() == ["/3", "."])
        try answer()
        try ask("/4")
        #expect(try arrived() == ["/4", "."])
    }

    @Test("are not even read from the client")
    func unread() throws {
        channel.read()
        #expect(readings.count == 1)
        try ask("/1")
        channel.read()
        channel.read()
        #expect(readings.count == 1)
        try answer()
        #expect(readings.count == 2)
    }

    @Test("an answer that is given early does not let the next request into the body of this one")
    func earlyAnswer() throws {
        try channel.writeInbound(
            HTTPRequestPart.head(HTTPRequest(method: .post, scheme: "http", authority: "x", path: "/1")))
        try answer()
        channel.read()
        #expect(readings.count == 1)
        try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(string: "late")))
        try channel.writeInbound(HTTPRequestPart.end(nil))
        try ask("/2")
        #expect(try arrived() == ["/1", "late", ".", "/2", "."])
    }

    @Test("a client that closes its side still gets the answers to all that it asked")
    func halfClosed() throws {
        try ask("/1")
        try ask("/2")
        var events: [ChannelEvent] = []
        let listener = EventListener { events.append($0) }
        try channel.pipeline.syncOperations.addHandler(listener)
        channel.pipeline.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
        #expect(events.isEmpty)
        try answer()
        #expect(try arrived() == ["/1", ".", "/2", "."])
        #expect(events == [.inputClosed])
    }

    private final class EventListener: ChannelInboundHandler {
        typealias InboundIn = HTTPRequestPart
        private let heard: (ChannelEvent) -> Void
        init(_ heard: @escaping (ChannelEvent) -> Void) { self.heard = heard }
        func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
            if let event = event as? ChannelEvent { heard(event) }
        }
    }

    @Test("when the service stops, the answer that is being given is finished and no other begun")
    func stopping() throws {
        try ask("/1")
        try ask("/2")
        channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
        #expect(channel.isActive)
        try answer()
        #expect(!channel.isActive)
        #expect(try arrived() == ["/1", "."])
    }

    @Test("thousands of them in one reading are not kept: a bounded number is answered, then the connection closes")
    func tooMany() throws {
        for number in 0...1000 { try ask("/\(number)") }
        var answered = 0
        while channel.isActive {
            #expect(try arrived() == ["/\(answered)", "."])
            answered += 1
            try answer()
        }
        #expect(answered == 1 + OneAtATime.mostWaiting)
    }
}
