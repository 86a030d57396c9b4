import Foundation
import Synchronization
import VisitModel
import VisitPlanning

/// Shows how far a run has come: a bar on a terminal after the first second, otherwise a line for every stage; and to
/// a service manager its stage.
final class RunProgress: Sendable {
    private struct State {
        var stage: PlanProgress.Stage?
        var shown = -1
    }

    private let state = Mutex(State())
    private let console: Console
    private let manager: NotifySocket?
    private let begin = ContinuousClock.now

    init(console: Console) {
        self.console = console
        manager = NotifySocket(ProcessInfo.processInfo.environment, process: getpid())
    }

    /// Shows `progress`.
    func show(_ progress: PlanProgress) {
        state.withLock { state in
            if progress.stage != state.stage {
                // A manager that is gone is no reason to stop planning.
                try? manager?.tell(["STATUS=\(progress.stage.name.english)"])
            }
            defer { state.stage = progress.stage }
            guard !console.isQuiet else { return }
            if Console.isTerminal {
                guard ContinuousClock.now - begin > .seconds(1) else { return }
                let percent = Int(progress.fraction * 100)
                guard percent != state.shown else { return }
                state.shown = percent
                Console.write("\r\(bar(percent)) \(progress.stage.name[console.language])\u{1B}[K", to: STDERR_FILENO)
            } else if progress.stage != state.stage {
                Console.write("visitctl: \(progress.stage.name[console.language]) …\n", to: STDERR_FILENO)
            }
        }
    }

    /// Takes the bar away.
    func finish() {
        if state.withLock({ $0.shown >= 0 }) { Console.write("\r\u{1B}[K", to: STDERR_FILENO) }
    }

    private func bar(_ percent: Int) -> String {
        let full = percent * 24 / 100
        return "[" + String(repeating: "=", count: full) + String(repeating: " ", count: 24 - full) + "] \(percent)%"
    }
}
