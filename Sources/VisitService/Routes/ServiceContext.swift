import Hummingbird
import NIOCore

/// What belongs to one request: Hummingbird's part, and the connection that it came on.
struct ServiceContext: RequestContext {
    /// Hummingbird's part.
    var coreContext: CoreRequestContextStorage
    /// The connection.
    let channel: any Channel
    /// Who sent the request.
    var caller = Caller.stranger

    /// The context of a request.
    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
    }
}
