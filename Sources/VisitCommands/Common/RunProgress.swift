import Foundation
import Synchronization
import VisitModel
import VisitPlanning

/// Shows how far a run has come: a bar on a terminal after the first second, otherwise a line for every stage.
final class RunProgress: Sendable {
    private struct State {
        var stage: PlanProgress.Stage?
        var shown = -1
    }

    private let state = Mutex(State())
    private let console: Console
    private let begin = ContinuousClock.now

    init(console: Console) {
        self.console = console
    }

    /// Shows `progress`.
    func show(_ progress: PlanProgress) {
        guard !console.isQuiet else { return }
        state.withLock { state in
            if Console.isTerminal {
                guard ContinuousClock.now - begin > .seconds(1) else { return }
                let percent = Int(progress.fraction * 100)
                guard percent != state.shown else { return }
                state.shown = percent
                Console.write("\r\(bar(percent)) \(progress.stage.name[console.language])\u{1B}[K", to: STDERR_FILENO)
            } else if progress.stage != state.stage {
                Console.write("visitctl: \(progress.stage.name[console.language]) …\n", to: STDERR_FILENO)
            }
            state.stage = progress.stage
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
