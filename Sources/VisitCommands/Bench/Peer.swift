import Foundation

/// Another program that a figure is held against.
enum Peer {
    /// How many seconds the command takes as a whole process, from its start to its exit; nil where it is missing or
    /// fails.
    ///
    /// The process is spawned and awaited by the system calls themselves: Foundation's `Process` wakes up some
    /// milliseconds after the exit, which is as much as a small command takes.
    static func seconds(of command: [String]) -> Double? {
        var arguments = command.map { strdup($0) } + [nil]
        var environment = ProcessInfo.processInfo.environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (arguments + environment).forEach { free($0) } }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for output in [STDOUT_FILENO, STDERR_FILENO] {
            posix_spawn_file_actions_addopen(&actions, output, "/dev/null", O_WRONLY, 0)
        }
        let (seconds, status) = timed { () -> Int32? in
            var (process, status): (pid_t, Int32) = (0, 0)
            guard posix_spawnp(&process, command[0], &actions, nil, &arguments, &environment) == 0,
                waitpid(process, &status, 0) == process
            else { return nil }
            return status
        }
        return status == 0 ? seconds : nil
    }
}

/// A folder for the length of a benchmark.
struct BenchFolder {
    /// Where it is.
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "/visitbench-\(ProcessInfo.processInfo.processIdentifier)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    /// Removes it with all that it holds.
    func remove() {
        try? FileManager.default.removeItem(atPath: path)
    }
}
