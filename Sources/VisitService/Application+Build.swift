import Hummingbird
import HummingbirdCore
import Logging
import NIOCore

/// Builds the application that answers over `desk`.
///
/// - Parameters:
///   - address: where it listens.
///   - onListening: called when it does.
func buildApplication(
    desk: FrontDesk, configuration: ServiceConfiguration, address: BindAddress, logger: Logger,
    onListening: @escaping @Sendable (any Channel) async -> Void = { _ in }
) -> Application<RouterResponder<ServiceContext>> {
    let head = HTTP1Channel.Configuration.DecoderConfiguration(
        maxHeaderFieldSize: configuration.headerBytes, maxHeaderListSize: configuration.headerBytes,
        maxHeaderFieldCount: 100)
    return Application(
        router: Routes.router(desk),
        server: .http1(
            configuration: HTTP1Channel.Configuration(
                idleTimeout: .seconds(Int64(configuration.idleSeconds)), httpDecoderConfiguration: head)),
        configuration: ApplicationConfiguration(
            address: address, backlog: 256,
            availableConnectionsDelegate: .maximum(configuration.connections, logger: logger)),
        onServerRunning: onListening, logger: logger)
}
