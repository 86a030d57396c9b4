import Foundation
import Synchronization
import VisitApplication
import VisitModel
import VisitPlanning
import VisitSolver

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
                try? manager?.send(["STATUS=\(progress.stage.name.english)"])
            }
            defer { state.stage = progress.stage }
            if !console.isQuiet, Console.isTerminal {
                draw(progress.fraction, progress.stage.name[console.language], &state)
            } else if !console.isQuiet, progress.stage != state.stage {
                Console.write("visitctl: \(progress.stage.name[console.language]) …\n", to: STDERR_FILENO)
            }
        }
    }

    /// Shows how far the solver alone has come, on a terminal.
    func show(_ progress: SolverProgress) {
        guard !console.isQuiet, Console.isTerminal else { return }
        state.withLock { draw(progress.fraction, progress.phase.name[console.language], &$0) }
    }

    /// Draws the bar after the first second, with the time that is left if the rest goes on like what is done.
    private func draw(_ fraction: Double, _ name: String, _ state: inout State) {
        let elapsed = (ContinuousClock.now - begin) / .seconds(1)
        let percent = Int(fraction * 100)
        guard elapsed > 1, percent != state.shown else { return }
        state.shown = percent
        var left = ""
        if percent >= Self.firstEstimate, percent < 100 {
            let seconds = Int((elapsed * (1 - fraction) / fraction).rounded(.up))
            left = BilingualText(en: ", about \(seconds) s left", zh: "，约剩 \(seconds) 秒")[console.language]
        }
        Console.write("\r\(bar(percent)) \(name)\(left)\u{1B}[K", to: STDERR_FILENO)
    }

    /// Below so many per cent nothing can be said about the rest.
    private static let firstEstimate = 5

    /// Takes the bar away.
    func finish() {
        if state.withLock({ $0.shown >= 0 }) { Console.write("\r\u{1B}[K", to: STDERR_FILENO) }
    }

    private func bar(_ percent: Int) -> String {
        let full = percent * 24 / 100
        return "[" + String(repeating: "=", count: full) + String(repeating: " ", count: 24 - full) + "] \(percent)%"
    }
}

extension SolverProgress.Phase {
    /// The phase's name for people.
    fileprivate var name: BilingualText {
        switch self {
        case .coverage: BilingualText(en: "first visits in time", zh: "安排首次按时会见")
        case .prices: BilingualText(en: "finding what is scarce", zh: "估算紧缺程度")
        case .search: BilingualText(en: "improving the plan", zh: "改进计划")
        case .certificate: BilingualText(en: "checking and explaining", zh: "核查并说明原因")
        }
    }
}
