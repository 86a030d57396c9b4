import Foundation
import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// The request timeout: closes a connection whose client takes too long to send a request, its head or its body, or to
/// take the answer. There is a limit for each request of its own; ``OneAtATime`` lets the next through when the answer before it is taken.
///
/// Hummingbird has a limit for heads, but it begins when an answer is handed over, not when it is taken, and would cut off
/// the answers of those who read slowly. So all limits are here.
final class RequestTimeout: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// An answer that is being written.
    private struct Writing {
        let number: UntakenAnswers.Number
        /// How many bytes of its body were handed to the connection.
        var given = 0
        /// How many of those the system had at the last look.
        var taken = 0
    }

    private let request: TimeAmount
    private let answer: TimeAmount
    private let untaken: UntakenAnswers
    /// How many requests have begun.
    private var begun = 0
    /// Until the head of the next request must be there.
    private var silence: Scheduled<Void>?
    private var sending: Scheduled<Void>?
    private var taking: Scheduled<Void>?
    private var writing: Writing?
    private var look: Scheduled<Void>?

    /// How many times as long as a request its answer may take, which can be a report on everybody.
    private static let answersPerRequest: Int64 = 10

    /// - Parameters:
    ///   - seconds: within how many the head of a request must be there, within how many its body, and within how many
    ///     some of an answer that is being written must have been taken.
    ///   - untaken: where the answers of all connections are counted.
    init(seconds: Int, untaken: UntakenAnswers) {
        request = .seconds(Int64(seconds))
        answer = .seconds(Int64(seconds) * Self.answersPerRequest)
        self.untaken = untaken
    }

    func channelActive(context: ChannelHandlerContext) {
        silence = limit(context, request)
        context.fireChannelActive()
    }

    /// A request begins with its head and is there with its end.
    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            stop()
            begun += 1
            sending = limit(context, request)
            let channel = context.channel
            taking = context.eventLoop.scheduleTask(in: answer) { Self.giveUp(channel) }
        case .body: break
        case .end: sending?.cancel()
        }
        context.fireChannelRead(data)
    }

    /// An answer is taken when the system has all of it.
    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head:
            begin(context)
            context.write(data, promise: promise)
        case .body(let bytes):
            context.write(data, promise: promise)
            guard let number = writing?.number else { return }
            writing?.given += bytes.readableBytes
            untaken.add(bytes.readableBytes, to: number)
        case .end:
            let written = promise ?? context.eventLoop.makePromise(of: Void.self)
            let request = begun
            written.futureResult.assumeIsolated().whenComplete { _ in
                // Where the next request has begun by now, the limits are its own.
                if self.begun == request { self.isTaken(context) }
            }
            context.write(data, promise: written)
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        stop()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { stop() }

    private func begin(_ context: ChannelHandlerContext) {
        guard writing == nil else { return }
        let channel = context.channel
        writing = Writing(number: untaken.begin { Self.giveUp(channel) })
        lookAgain(context)
    }

    private func isTaken(_ context: ChannelHandlerContext) {
        taking?.cancel()
        endWriting()
        silence?.cancel()
        if context.channel.isActive { silence = limit(context, request) }
    }

    private func endWriting() {
        look?.cancel()
        if let writing { untaken.end(writing.number) }
        writing = nil
    }

    private func stop() {
        for limit in [silence, sending, taking] { limit?.cancel() }
        endWriting()
    }

    /// Closes the connection where nothing of an answer was taken since the last look.
    private func lookAgain(_ context: ChannelHandlerContext) {
        look = context.eventLoop.assumeIsolated().scheduleTask(in: request) {
            guard let writing = self.writing else { return }
            let left = (try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
            let taken = writing.given - left
            if left > 0, taken <= writing.taken { return Self.giveUp(context.channel) }
            self.writing?.taken = taken
            self.lookAgain(context)
        }
    }

    /// Closes a connection whose answer is not taken. The system throws away what it holds of the answer; otherwise it would
    /// go on offering it to somebody who does not read.
    private static func giveUp(_ channel: any Channel) {
        let atOnce = linger(l_onoff: 1, l_linger: 0)
        (channel as? any SocketOptionProvider)?.setSoLinger(atOnce).whenComplete { _ in }
        channel.close(promise: nil)
    }

    private func limit(_ context: ChannelHandlerContext, _ time: TimeAmount) -> Scheduled<Void> {
        let channel = context.channel
        return context.eventLoop.scheduleTask(in: time) { channel.close(promise: nil) }
    }
}
