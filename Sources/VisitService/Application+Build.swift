import Hummingbird
import HummingbirdCore
import Logging
import NIOCore

/// Builds the application that answers by `routes`.
///
/// - Parameters:
///   - address: where it listens.
///   - door: which door that is.
///   - onListening: called when it does.
func buildApplication(
    _ routes: Routes, configuration: ServiceConfiguration, address: BindAddress, door: Door, logger: Logger,
    onListening: @escaping @Sendable (any Channel) async -> Void = { _ in }
) -> Application<RouterResponder<ServiceContext>> {
    let head = HTTP1Channel.Configuration.DecoderConfiguration(
        maxHeaderFieldSize: configuration.headerBytes, maxHeaderListSize: configuration.headerBytes,
        maxHeaderFieldCount: 100)
    return Application(
        router: routes.router(door),
        server: .http1(
            configuration: HTTP1Channel.Configuration(
                additionalChannelHandlers: [RequestTimeout(seconds: configuration.idleSeconds)],
                idleTimeout: .seconds(Int64(configuration.idleSeconds)), httpDecoderConfiguration: head)),
        configuration: ApplicationConfiguration(
            address: address, backlog: 256,
            availableConnectionsDelegate: .maximum(configuration.connections, logger: logger)),
        onServerRunning: onListening, logger: logger)
}
