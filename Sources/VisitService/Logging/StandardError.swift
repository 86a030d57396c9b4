import Foundation

/// The process's standard error.
enum StandardError {
    /// Writes `text` as it is, in one piece as far as the system allows, so that lines of several threads do not mix.
    static func write(_ text: String) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(STDERR_FILENO, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            // Nobody is left who could be told.
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }
}
