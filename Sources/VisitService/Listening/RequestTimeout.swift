import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// The request timeout: closes a connection whose client takes too long to send the body of a request or to take the
/// answer.
///
/// Hummingbird's own limit is for the head of a request. A body that arrives byte by byte (slowloris), or an answer
/// that nobody reads, would hold a connection as long as its client likes; a few thousand of those would keep everybody
/// else out.
final class RequestTimeout: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let request: TimeAmount
    private let answer: TimeAmount
    private var sending: Scheduled<Void>?
    private var taking: Scheduled<Void>?

    /// How many times as long as a request its answer may take, which can be a report on everybody.
    private static let answersPerRequest: Int64 = 10

    /// - Parameter seconds: the time limit for receiving the body of a request.
    init(seconds: Int) {
        request = .seconds(Int64(seconds))
        answer = .seconds(Int64(seconds) * Self.answersPerRequest)
    }

    /// A request begins with its head and is there with its end.
    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            sending = limit(context, request)
            taking = taking ?? limit(context, answer)
        case .body: break
        case .end: sending?.cancel()
        }
        context.fireChannelRead(data)
    }

    /// An answer is taken when the system has all of it.
    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard case .end = unwrapOutboundIn(data) else { return context.write(data, promise: promise) }
        let written = promise ?? context.eventLoop.makePromise(of: Void.self)
        written.futureResult.assumeIsolated().whenComplete { _ in
            self.taking?.cancel()
            self.taking = nil
        }
        context.write(data, promise: written)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        sending?.cancel()
        taking?.cancel()
    }

    private func limit(_ context: ChannelHandlerContext, _ time: TimeAmount) -> Scheduled<Void> {
        let channel = context.channel
        return context.eventLoop.scheduleTask(in: time) { channel.close(promise: nil) }
    }
}
