import Foundation
import Synchronization

/// Whether somebody asked the program to stop: Ctrl-C, or SIGTERM from the service manager.
///
/// The first request is noted, so that a run can end without publishing; a second one ends the program at once.
enum Interruption {
    private static let isRequested = Atomic(false)

    /// Notes requests from now on.
    static func watch() {
        // Who started us may have blocked the signals, and the block is inherited (sigprocmask(2)).
        var awaited = sigset_t()
        sigemptyset(&awaited)
        sigaddset(&awaited, SIGINT)
        sigaddset(&awaited, SIGTERM)
        pthread_sigmask(SIG_UNBLOCK, &awaited, nil)
        for number in [SIGINT, SIGTERM] {
            signal(number) { received in
                if Interruption.isRequested.exchange(true, ordering: .relaxed) {
                    signal(received, SIG_DFL)
                    raise(received)
                }
            }
        }
    }

    /// Whether a request has come.
    static var hasHappened: Bool { isRequested.load(ordering: .relaxed) }
}
