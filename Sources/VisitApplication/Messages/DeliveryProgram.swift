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
    var patience = 60

    private static let refusals: Set<Int32> = [65, 67, 68]

    /// Runs the command with `input`, and waits for its end.
    func deliver(_ input: String, message: String, channel: String) -> Outcome {
        let pipe = Pipe()
        let environment = ProcessInfo.processInfo.environment.merging(
            ["VISITD_MESSAGE": message, "VISITD_CHANNEL": channel]) { $1 }
        guard let process = start(reading: pipe, environment) else { return .failed("cannot-start") }
        let bytes = Data(input.utf8)
        let end = Mutex<Int32>(0)
        let ended = DispatchSemaphore(value: 0)
        DispatchQueue.global().async {
            Self.write(bytes, to: pipe.fileHandleForWriting)
            var status: Int32 = 0
            while waitpid(process, &status, 0) < 0, errno == EINTR {}
            end.withLock { $0 = status }
            ended.signal()
        }
        guard ended.wait(timeout: .now() + .seconds(patience)) == .success else {
            // The command and all that it has started.
            kill(-process, SIGKILL)
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

    /// Starts the command in a process group of its own, with no signal blocked; its number, or nil where it cannot be
    /// started. (Foundation's `Process` can miss the end of a short command and wait for ever.)
    private func start(reading pipe: Pipe, _ environment: [String: String]) -> pid_t? {
        let (input, output) = (pipe.fileHandleForReading.fileDescriptor, pipe.fileHandleForWriting.fileDescriptor)
        var files = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&files)
        defer { posix_spawn_file_actions_destroy(&files) }
        posix_spawn_file_actions_adddup2(&files, input, STDIN_FILENO)
        posix_spawn_file_actions_addclose(&files, input)
        posix_spawn_file_actions_addclose(&files, output)
        posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var (none, usual) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        sigemptyset(&usual)
        sigaddset(&usual, SIGPIPE)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &usual)
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP))

        let words: [String] = ["/bin/sh", "-c", command]
        var arguments = words.map { strdup($0) } + [nil]
        var variables = environment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for text in arguments + variables { free(text) } }
        var process: pid_t = 0
        let failure = posix_spawn(&process, "/bin/sh", &files, &attributes, &arguments, &variables)
        try? pipe.fileHandleForReading.close()
        return failure == 0 ? process : nil
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
