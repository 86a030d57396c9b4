import Foundation

/// A program that runs beside a measurement.
struct BackgroundProcess {
    /// Its number.
    let number: pid_t

    /// Starts `command` with more in its environment; nil where it cannot be started. What it says is thrown away.
    init?(_ command: [String], environment more: [String: String] = [:]) {
        var arguments = command.map { strdup($0) } + [nil]
        let all = ProcessInfo.processInfo.environment.merging(more) { _, new in new }
        var environment = all.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (arguments + environment).forEach { free($0) } }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for output in [STDOUT_FILENO, STDERR_FILENO] {
            posix_spawn_file_actions_addopen(&actions, output, "/dev/null", O_WRONLY, 0)
        }
        var process: pid_t = 0
        guard posix_spawnp(&process, command[0], &actions, nil, &arguments, &environment) == 0 else { return nil }
        number = process
    }

    /// Whether it is still at it.
    var isRunning: Bool { waitpid(number, nil, WNOHANG) == 0 }

    /// The memory that it holds, in MiB (VmRSS, proc(5)); nil where the system does not tell.
    var memory: Double? {
        let status = try? String(contentsOfFile: "/proc/\(number)/status", encoding: .utf8)
        let line = status?.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        return line?.split(separator: " ").compactMap { Double($0) }.first.map { $0 / 1024 }
    }

    /// Waits until it has ended; its status word (waitpid(2)), nil where that cannot be had.
    func waitForEnd() -> Int32? {
        var status: Int32 = 0
        return waitpid(number, &status, 0) == number ? status : nil
    }

    /// Asks it to end, and waits until it has.
    func end() {
        kill(number, SIGTERM)
        waitpid(number, nil, 0)
    }
}
