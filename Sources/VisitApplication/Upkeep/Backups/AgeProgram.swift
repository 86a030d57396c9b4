import Foundation
import VisitFormats

/// The program `age`, which encrypts files to recipients and decrypts them with an identity (age-encryption.org/v1).
///
/// What is encrypted goes through files that are open already: neither the store's content nor its place is an argument,
/// which everybody on the machine could read. Recipients are public.
struct AgeProgram {
    private let path: String

    /// The program, where it is on `PATH`.
    ///
    /// - Throws: `ageMissing`.
    init(environment: [String: String] = ProcessInfo.processInfo.environment) throws(BackupError) {
        let folders = (environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":").map(String.init)
        let places: [String] = folders.map { "\($0)/age" }
        guard let found = places.first(where: { access($0, X_OK) == 0 }) else { throw .ageMissing }
        path = found
    }

    /// Whether the file at `path` was encrypted with age, by its first line.
    static func hasEncrypted(_ path: String) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 40)
        let count = read(descriptor, &bytes, bytes.count)
        let beginning = String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self)
        return beginning.hasPrefix("age-encryption.org/") || beginning.hasPrefix("-----BEGIN AGE ENCRYPTED FILE-----")
    }

    /// Encrypts what can be read from `input` into `output`.
    func encrypt(_ input: CInt, to output: CInt, for recipients: [String]) throws(BackupError) {
        let said = run(recipients.flatMap { ["--recipient", $0] }, input: input, output: output)
        if let said { throw .encryptionFailed(said: said) }
    }

    /// Decrypts the file at `path` into a new one at `plain`, which only this user can read. Where that fails, none stays.
    func decrypt(_ path: String, with identity: String, into plain: String) throws(BackupError) {
        try withInput(path, identity) { input throws(BackupError) in
            let output = open(plain, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            guard output >= 0 else { throw .decryptionFailed(path: path, said: String(cString: strerror(errno))) }
            defer { close(output) }
            let said = run(["--decrypt", "--identity", identity], input: input, output: output)
            if let said {
                unlink(plain)
                throw .decryptionFailed(path: path, said: said)
            }
        }
    }

    /// The digest of what the file at `path` holds, decrypted. Nothing of it is written anywhere.
    func digest(of path: String, with identity: String) throws(BackupError) -> [UInt8] {
        try withInput(path, identity) { input throws(BackupError) -> [UInt8] in
            let pipe = Pipe()
            let (output, writing) = (pipe.fileHandleForReading, pipe.fileHandleForWriting)
            let complaints = Pipe()
            let process = ChildProcess(
                [self.path, "--decrypt", "--identity", identity], input: input,
                output: writing.fileDescriptor, complaints: complaints.fileHandleForWriting.fileDescriptor,
                closing: [output.fileDescriptor, complaints.fileHandleForReading.fileDescriptor],
                environment: ProcessInfo.processInfo.environment)
            try? writing.close()
            try? complaints.fileHandleForWriting.close()
            guard let process else { throw .ageMissing }
            let digest = FileDigest.digest(of: output.fileDescriptor)
            try? output.close()
            guard process.wait() == 0, let digest else {
                throw .decryptionFailed(path: path, said: Self.lastLine(of: complaints))
            }
            return digest
        }
    }

    private func withInput<Result>(
        _ path: String, _ identity: String, _ body: (CInt) throws(BackupError) -> Result
    ) throws(BackupError) -> Result {
        guard access(identity, R_OK) == 0 else { throw .identityNotReadable(path: identity) }
        let input = open(path, O_RDONLY | O_CLOEXEC)
        guard input >= 0 else { throw .decryptionFailed(path: path, said: String(cString: strerror(errno))) }
        defer { close(input) }
        return try body(input)
    }

    /// Runs the program; what it complained of, or nil where it ended well.
    private func run(_ arguments: [String], input: CInt, output: CInt) -> String? {
        let complaints = Pipe()
        let process = ChildProcess(
            [path] + arguments, input: input, output: output,
            complaints: complaints.fileHandleForWriting.fileDescriptor,
            closing: [complaints.fileHandleForReading.fileDescriptor],
            environment: ProcessInfo.processInfo.environment)
        try? complaints.fileHandleForWriting.close()
        guard let process else { return "cannot be started" }
        let said = Self.lastLine(of: complaints)
        return process.wait() == 0 ? nil : said
    }

    /// The first line that is no advice: `age: error: …`.
    private static func lastLine(of complaints: Pipe) -> String {
        let bytes = (try? complaints.fileHandleForReading.readToEnd()) ?? Data()
        let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
        let line = lines.first { $0.contains("error") } ?? lines.first ?? ""
        return String(line.prefix(200))
    }
}

/// The SHA-256 digest of what a file holds.
enum FileDigest {
    private static let chunk = 1 << 16

    /// The digest of what can still be read; nil where reading fails.
    static func digest(of descriptor: CInt) -> [UInt8]? {
        var running = SHA256Digest.Running()
        var buffer = [UInt8](repeating: 0, count: chunk)
        while true {
            let count = read(descriptor, &buffer, chunk)
            if count == 0 { return running.digest }
            guard count > 0 else {
                if errno == EINTR { continue }
                return nil
            }
            buffer.withUnsafeBytes { running.add(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
        }
    }

    /// The digest of the file at `path`; nil where it cannot be read.
    static func digest(at path: String) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        return digest(of: descriptor)
    }
}
