import Hummingbird
import Logging
import NIOPosix
import ServiceLifecycle
import UnixSignals
import VisitApplication
import VisitModel
import VisitPlanning

/// The parts of the running daemon, and the order in which they stop.
struct DaemonServices {
    let configuration: ServiceConfiguration
    let desk: FrontDesk
    /// What the daemon runs by.
    let operation: Operation
    /// Where looks at people's records are noted.
    let accessLog: AccessLog
    /// The runs that the service starts.
    let runs: PlanningRunner
    /// One element for each time that somebody asks to read configuration and rules anew.
    let reloads: AsyncStream<Void>
    let logger: Logger
    /// The service manager, if there is one.
    let manager: NotifySocket?
    /// Ends the process where the stop takes too long.
    let giveUp: @Sendable () -> Void

    /// One address that is listened on.
    private struct Listener {
        let address: BindAddress
        /// The address as people read it.
        let name: String
        let file: SocketFile?
        let door: Door
    }

    /// The services, ready to run until one of `signals` ends them.
    ///
    /// - Throws: a `Failure` where the store does not answer or the socket's place is taken.
    func group(signals: [UnixSignal]) async throws -> ServiceGroup {
        try await desk.readiness()
        for concern in try await desk.concerns() {
            logger.error(
                "\(concern.sentence.english)",
                metadata: ["code": .string(concern.code), "subject": .string(concern.subject)])
        }
        let listeners = try listeners()
        let (listening, continuation) = AsyncStream.makeStream(of: String.self)
        let routes = Routes(
            desk: desk, operation: operation, accessLog: accessLog, runs: runs, metrics: RequestMetrics(),
            limit: RateLimit(perMinute: { [operation] in operation.configuration.requestsPerMinute }))
        let applications = listeners.map { application($0, routes, listening: continuation) }
        var configured = ServiceGroupConfiguration(
            services: services(listeners, applications, listening), gracefulShutdownSignals: signals, logger: logger)
        // What has not ended by then is cancelled; soon after, ShutdownTimeout ends the process in any case.
        configured.maximumGracefulShutdownDuration = .seconds(max(1, configuration.stopSeconds - 2))
        return ServiceGroup(configuration: configured)
    }

    /// In the order of dependence: they are stopped from the last to the first, each awaited.
    private func services(
        _ listeners: [Listener], _ applications: [any Service], _ listening: AsyncStream<String>
    ) -> [any Service] {
        var services: [any Service] = listeners.compactMap(\.file)
        services.append(desk)
        services.append(accessLog)
        services.append(runs)
        services += applications
        services.append(ShutdownTimeout(limit: .seconds(configuration.stopSeconds), giveUp: giveUp))
        let status = "Answering on \(listeners.map(\.name).sorted().joined(separator: " and "))"
        services.append(
            Reloading(
                requests: reloads, operation: operation, desk: desk, manager: manager, status: status, logger: logger))
        guard let manager else { return services }
        if let period = manager.watchdog {
            services.append(
                Watchdog(
                    manager: manager, period: period, loops: MultiThreadedEventLoopGroup.singleton, desk: desk,
                    logger: logger))
        }
        services.append(
            ServiceManagerNotifier(
                manager: manager, listening: listening, count: listeners.count, status: status, logger: logger))
        return services
    }

    /// The socket, and the TCP address where one is wanted. Where nobody named a socket and the usual folder is not
    /// there, TCP alone will do.
    private func listeners() throws(ServiceError) -> [Listener] {
        var listeners: [Listener] = []
        let file = SocketFile(path: configuration.socket, mode: configuration.socketMode)
        do {
            try file.removeStaleSocket()
            listeners.append(
                Listener(address: .unixDomainSocket(path: file.path), name: file.path, file: file, door: .local))
        } catch .socketFolderMissing where configuration.listen != nil && !configuration.isSocketGiven {
            logger.notice("There is no folder for the usual socket; answering on TCP alone")
        }
        if let path = configuration.openSocket {
            let file = SocketFile(path: path, mode: 0o666)
            try file.removeStaleSocket()
            listeners.append(Listener(address: .unixDomainSocket(path: path), name: path, file: file, door: .open))
        }
        if let listen = configuration.listen {
            listeners.append(
                Listener(
                    address: .hostname(listen.host, port: listen.port), name: listen.description, file: nil,
                    door: .open))
        }
        return listeners
    }

    private func application(
        _ listener: Listener, _ routes: Routes, listening: AsyncStream<String>.Continuation
    ) -> any Service {
        let application = buildApplication(
            routes, configuration: configuration, address: listener.address, door: listener.door, logger: logger
        ) { [logger] _ in
            do {
                try listener.file?.claim()
            } catch {
                logger.error("\(error)")
            }
            listening.yield(listener.name)
        }
        return Listening(application: application, name: listener.name)
    }
}
