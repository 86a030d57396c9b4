import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Lets the requests of a connection through one at a time: the next only when the system has all of the answer before
/// it, and until then nothing more is read from the client.
///
/// HTTP allows a client to send requests ahead of their answers. Without this, one that never reads would have the
/// service make answer after answer and keep them all in memory.
final class OneAtATime: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// How many requests of a connection may wait. What was read with one request may hold thousands of small ones;
    /// those beyond this are not answered, and the connection is closed after the answers to the others.
    static let mostWaiting = 32
    /// How many bytes of answers the system may hold for a connection: it would keep megabytes for a client that does not
    /// read. The system itself doubles the number.
    static let sendBuffer = 131_072

    /// What comes from the client after its last whole part: it has closed its side, or what it sent is no HTTP.
    private enum Ending {
        case event(Any)
        case error(any Error)
    }

    /// A head was let through whose answer is not with the system yet.
    private var isAnswering = false
    /// A head was let through whose request is not complete yet.
    private var isReceiving = false
    private var waiting = CircularBuffer<HTTPRequestPart>()
    private var waitingRequests = 0
    private var ending: Ending?
    /// More was to be read while that was not allowed.
    private var isReadingWanted = false
    /// There were more requests than may wait.
    private var isOverfull = false
    /// The service stops: the connection is closed after the answer that is being given.
    private var isStopping = false

    private var mayRead: Bool { isReceiving || !isAnswering }

    func handlerAdded(context: ChannelHandlerContext) {
        // One reading brings 64 KiB at most; several in a row could not be stopped in between.
        try? context.channel.syncOptions?.setOption(.maxMessagesPerRead, value: 1)
        try? context.channel.syncOptions?.setOption(.socketOption(.so_sndbuf), value: Self.sendBuffer)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let part = unwrapInboundIn(data)
        if waiting.isEmpty, !isOverfull, mayPass(part) { pass(part, context) } else { keep(part) }
    }

    func read(context: ChannelHandlerContext) {
        if mayRead { context.read() } else { isReadingWanted = true }
    }

    /// What ends the requests comes after those that wait. Where the service stops, the answer that is being given is
    /// written to its end; Hummingbird would close when it has handed it over.
    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is ChannelShouldQuiesceEvent {
            isStopping = true
            if !isAnswering { context.close(promise: nil) }
            return
        }
        guard !waiting.isEmpty, event as? ChannelEvent == .inputClosed else {
            return context.fireUserInboundEventTriggered(event)
        }
        ending = ending ?? .event(event)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard !waiting.isEmpty else { return context.fireErrorCaught(error) }
        ending = ending ?? .error(error)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard case .end = unwrapOutboundIn(data) else { return context.write(data, promise: promise) }
        let written = promise ?? context.eventLoop.makePromise(of: Void.self)
        written.futureResult.assumeIsolated().whenSuccess { self.goOn(context) }
        context.write(data, promise: written)
    }

    func channelInactive(context: ChannelHandlerContext) {
        waiting.removeAll()
        ending = nil
        context.fireChannelInactive()
    }

    private func mayPass(_ part: HTTPRequestPart) -> Bool {
        if case .head = part { !isAnswering && !isReceiving } else { true }
    }

    private func pass(_ part: HTTPRequestPart, _ context: ChannelHandlerContext) {
        switch part {
        case .head: (isAnswering, isReceiving) = (true, true)
        case .body: break
        case .end: isReceiving = false
        }
        context.fireChannelRead(wrapInboundOut(part))
    }

    private func keep(_ part: HTTPRequestPart) {
        if case .head = part { isOverfull = isOverfull || waitingRequests == Self.mostWaiting }
        guard !isOverfull else { return }
        if case .head = part { waitingRequests += 1 }
        waiting.append(part)
    }

    /// The system has the answer: the next request may come.
    private func goOn(_ context: ChannelHandlerContext) {
        isAnswering = false
        guard context.channel.isActive else { return }
        if isStopping { return context.close(promise: nil) }
        var hasPassed = false
        while let part = waiting.first, mayPass(part) {
            waiting.removeFirst()
            if case .head = part { waitingRequests -= 1 }
            pass(part, context)
            hasPassed = true
        }
        if hasPassed { context.fireChannelReadComplete() }
        if waiting.isEmpty {
            if isOverfull, !isAnswering { return context.close(promise: nil) }
            pass(ending, context)
        }
        if isReadingWanted, mayRead {
            isReadingWanted = false
            context.read()
        }
    }

    private func pass(_ ending: Ending?, _ context: ChannelHandlerContext) {
        self.ending = nil
        switch ending {
        case .event(let event): context.fireUserInboundEventTriggered(event)
        case .error(let error): context.fireErrorCaught(error)
        case nil: break
        }
    }
}
