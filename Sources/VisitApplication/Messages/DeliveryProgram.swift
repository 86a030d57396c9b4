import Dispatch
import Foundation
import Synchronization

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
    var timeout = 60

    private static let refusals: Set<Int32> = [65, 67, 68]

    /// Runs the command with `input`, and waits for its end.
    func deliver(_ input: String, message: String, channel: String) -> Outcome {
        let pipe = Pipe()
        let environment = ProcessInfo.processInfo.environment.merging(
            ["VISITD_MESSAGE": message, "VISITD_CHANNEL": channel]) { $1 }
        let started = ChildProcess(
            ["/bin/sh", "-c", command], input: pipe.fileHandleForReading.fileDescriptor,
            closing: [pipe.fileHandleForWriting.fileDescriptor], environment: environment)
        try? pipe.fileHandleForReading.close()
        guard let process = started else { return .failed("cannot-start") }
        let bytes = Data(input.utf8)
        let end = Mutex<Int32>(0)
        let ended = DispatchSemaphore(value: 0)
        DispatchQueue.global().async {
            Self.write(bytes, to: pipe.fileHandleForWriting)
            let status = process.wait()
            end.withLock { $0 = status }
            ended.signal()
        }
        guard ended.wait(timeout: .now() + .seconds(timeout)) == .success else {
            // The command and all that it has started.
            kill(-process.number, SIGKILL)
            ended.wait()
            return .failed("timeout")
        }
        return Self.outcome(of: end.withLock { $0 })
    }

    /// What the status word of waitpid(2) says.
    private static func outcome(of status: Int32) -> Outcome {
        let signal = status & 0x7F
        guard signal == 0 else { return .failed("signal=\(signal)") }
        let code = status >> 8 & 0xFF
        if code == 0 { return .delivered }
        return refusals.contains(code) ? .refused("exit=\(code)") : .failed("exit=\(code)")
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
