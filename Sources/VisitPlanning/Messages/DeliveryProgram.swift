import Dispatch
import Foundation

/// An operator's command that hands a message over: `sendmail`, a script that calls a provider.
///
/// It runs by `/bin/sh -c`. What is to be sent, and to whom, comes on its standard input and never as an argument, which
/// everybody on the machine could read; the environment holds `VISITD_MESSAGE` and `VISITD_CHANNEL`.
struct DeliveryProgram {
    /// What became of an attempt.
    enum Outcome: Equatable {
        /// The command has taken the message.
        case delivered
        /// It may go better later.
        case failed(String)
        /// It will not go better: the command says that there is no such address (EX_DATAERR, EX_NOUSER, EX_NOHOST).
        case refused(String)
    }

    /// The command.
    let command: String
    /// For how many seconds it may take.
    var patience = 60

    private static let refusals: Set<Int32> = [65, 67, 68]

    /// Runs the command with `input`, and waits for its end.
    func deliver(_ input: String, message: String, channel: String) -> Outcome {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", command]
        process.environment = ProcessInfo.processInfo.environment.merging(
            ["VISITD_MESSAGE": message, "VISITD_CHANNEL": channel]) { $1 }
        let pipe = Pipe()
        process.standardInput = pipe
        process.standardOutput = FileHandle.nullDevice
        let ended = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in ended.signal() }
        do {
            try process.run()
        } catch {
            return .failed("cannot-start")
        }
        Self.write(Data(input.utf8), to: pipe.fileHandleForWriting)
        guard ended.wait(timeout: .now() + .seconds(patience)) == .success else {
            kill(process.processIdentifier, SIGKILL)
            ended.wait()
            return .failed("timeout")
        }
        let status = process.terminationStatus
        guard process.terminationReason == .exit else { return .failed("signal=\(status)") }
        if status == 0 { return .delivered }
        return Self.refusals.contains(status) ? .refused("exit=\(status)") : .failed("exit=\(status)")
    }

    /// Writes to a command that may not read: it closes the pipe then, and its exit status tells more than the failed
    /// write. The signal for that (SIGPIPE) would end this process; it is held back from this thread and thrown away.
    private static func write(_ bytes: Data, to handle: FileHandle) {
        var (signals, before) = (sigset_t(), sigset_t())
        sigemptyset(&signals)
        sigaddset(&signals, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &signals, &before)
        if (try? handle.write(contentsOf: bytes)) == nil {
            var none = timespec()
            sigtimedwait(&signals, nil, &none)
        }
        pthread_sigmask(SIG_SETMASK, &before, nil)
        try? handle.close()
    }
}
