import Synchronization
import VisitApplication
import VisitModel
import VisitPlanning

/// What the daemon runs by: its configuration and its rule packs, the last good of each.
///
/// Both can be read anew while it runs. What cannot be used is refused as a whole, and the daemon goes on as before and
/// says so; a fault that an operator makes at noon must not end the answers of the afternoon.
final class Operation: Sendable {
    /// What is in force, and what the last reading found.
    struct State: Sendable {
        /// The configuration in force.
        var configuration: ServiceConfiguration
        /// Settings that have been changed and wait for the next start.
        var waiting: [Setting] = []
        /// Why what the last reading found was not taken over, in the order of configuration and rules; empty where all
        /// of it was.
        var refusals: [any Failure] = []
        /// The identifiers of the rule packs in force.
        var packs: [String] = []
    }

    private struct Held {
        var configuration: ServiceConfiguration
        var waiting: [Setting] = []
        var refusal: ServiceError?
    }

    private let rules: RulesInForce
    private let threshold: LogThreshold
    private let read: @Sendable () throws(ServiceError) -> ServiceConfiguration
    private let held: Mutex<Held>

    /// The operation that begins with `configuration` and `rules`.
    ///
    /// - Parameters:
    ///   - threshold: the daemon's, to which a changed `log-level` goes.
    ///   - read: reads the configuration anew. It blocks.
    init(
        _ configuration: ServiceConfiguration, rules: RulesInForce, threshold: LogThreshold,
        read: @escaping @Sendable () throws(ServiceError) -> ServiceConfiguration
    ) {
        held = Mutex(Held(configuration: configuration))
        self.rules = rules
        self.threshold = threshold
        self.read = read
    }

    /// The configuration in force.
    var configuration: ServiceConfiguration { held.withLock { $0.configuration } }

    /// What is in force. Packs that are missing altogether are no refusal: a machine may answer without any.
    var state: State {
        let (held, rules) = (held.withLock { $0 }, rules.state)
        let refusals: [(any Failure)?] = [held.refusal, rules.fingerprint == nil ? nil : rules.refusal]
        return State(
            configuration: held.configuration, waiting: held.waiting, refusals: refusals.compactMap { $0 },
            packs: rules.packs)
    }

    /// Reads configuration and rule packs anew, and takes over what is good. It blocks.
    ///
    /// - Returns: the state afterwards.
    func reload() -> State {
        do throws(ServiceError) {
            take(try read())
        } catch {
            held.withLock { $0.refusal = error }
        }
        _ = rules.reload()
        return state
    }

    /// Takes the settings over that can change while the daemon runs, and remembers the others.
    private func take(_ found: ServiceConfiguration) {
        held.withLock { held in
            held.refusal = nil
            held.configuration.today = found.today
            held.configuration.logLevel = found.logLevel
            held.configuration.requestsPerMinute = found.requestsPerMinute
            held.waiting = found.settings(differingFrom: held.configuration)
        }
        threshold.level = found.logLevel
    }
}
