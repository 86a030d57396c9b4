import Foundation
import VisitFormats
import VisitModel
import VisitReports

/// Where a command writes: answers to standard output, everything else to standard error.
///
/// A pipe that is closed early is no error: the program ends quietly, as `head` expects.
struct Console: Sendable {
    /// The language of the answer.
    let language: Language
    /// Whether standard output carries the JSON document and nothing else.
    let isJSON: Bool
    /// Whether remarks and progress are left out.
    let isQuiet: Bool

    /// Writes the answer: the document with `--json`, otherwise the text.
    func answer(text: @autoclosure () -> String, json: @autoclosure () -> JSON) {
        let answer = isJSON ? json().text() + "\n" : text().withoutControlCharacters.endingInNewline
        Self.write(answer, to: STDOUT_FILENO, isAnswer: true)
    }

    /// Writes an answer that is the same with and without `--json`.
    func answer(raw text: String) {
        Self.write(text.endingInNewline, to: STDOUT_FILENO, isAnswer: true)
    }

    /// Writes a remark for the person at the terminal.
    func remark(_ text: String) {
        if !isQuiet { Self.write(text.withoutControlCharacters.endingInNewline, to: STDERR_FILENO) }
    }

    /// Writes what could not be done, and why: for people to standard error, with `--json` as a document to standard
    /// output.
    func report(_ failure: any Failure) {
        if isJSON {
            Self.write(ErrorDocument(failure, language: language).json.text() + "\n", to: STDOUT_FILENO)
            return
        }
        var text = failure.findings.isEmpty ? "" : FindingsText(failure.findings, language: language).text + "\n"
        text += "visitctl: \(failure.sentence[language])\n"
        if let advice = failure.advice { text += "  \(advice[language])\n" }
        Self.write(text.withoutControlCharacters, to: STDERR_FILENO)
    }

    /// Whether standard error is a terminal.
    static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Said where an answer cannot be written: whoever reads the exit code alone would take what was done for not done.
    private static let unwritten =
        "visitctl: the answer could not be written; what the command changes is changed. 无法写出结果；该命令所作的改动已完成。"

    /// - Parameter isAnswer: whether what the command is for has been done by then.
    static func write(_ text: String, to descriptor: Int32, isAnswer: Bool = false) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                bytes = bytes.dropFirst(count)
            } else if errno == EPIPE {
                exit(0)
            } else if errno != EINTR {
                if isAnswer { write(unwritten + "\n", to: STDERR_FILENO) }
                exit(FailureKind.inputOutput.exitStatus)
            }
        }
    }
}

extension String {
    fileprivate var endingInNewline: String { hasSuffix("\n") || isEmpty ? self : self + "\n" }
}
