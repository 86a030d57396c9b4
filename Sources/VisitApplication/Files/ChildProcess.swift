import Foundation

/// A program that this one has started, in a process group of its own, with no signal blocked. (Foundation's `Process` can
/// miss the end of a short command and wait for ever.)
struct ChildProcess: Sendable {
    /// Its number, also that of its group.
    let number: pid_t

    /// Starts a program; nil where it cannot be started.
    ///
    /// - Parameters:
    ///   - words: its path, and its arguments.
    ///   - input: the file that it reads.
    ///   - output: the file that it writes; nil for none.
    ///   - complaints: the file into which it complains; nil for that of this process.
    ///   - closing: files that it must not have.
    ///   - environment: its variables.
    init?(
        _ words: [String], input: CInt, output: CInt? = nil, complaints: CInt? = nil, closing: [CInt] = [],
        environment: [String: String]
    ) {
        var files = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&files)
        defer { posix_spawn_file_actions_destroy(&files) }
        posix_spawn_file_actions_adddup2(&files, input, STDIN_FILENO)
        if let output {
            posix_spawn_file_actions_adddup2(&files, output, STDOUT_FILENO)
        } else {
            posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
        }
        if let complaints { posix_spawn_file_actions_adddup2(&files, complaints, STDERR_FILENO) }
        for file in closing + [input, output, complaints].compactMap({ $0 }) where file > STDERR_FILENO {
            posix_spawn_file_actions_addclose(&files, file)
        }

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

        var arguments = words.map { strdup($0) } + [nil]
        var variables = environment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for text in arguments + variables { free(text) } }
        var process: pid_t = 0
        guard posix_spawn(&process, words[0], &files, &attributes, &arguments, &variables) == 0 else { return nil }
        number = process
    }

    /// Waits for its end.
    ///
    /// - Returns: the status word of waitpid(2).
    func wait() -> Int32 {
        var status: Int32 = 0
        while waitpid(number, &status, 0) < 0, errno == EINTR {}
        return status
    }
}
