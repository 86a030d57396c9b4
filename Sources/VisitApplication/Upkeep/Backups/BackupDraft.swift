import Foundation
import VisitFormats
import VisitModel
import VisitReports
import VisitStore

/// A copy of the store that stands beside its place until it is checked.
///
/// One that is encrypted is made in the folder of the store, which is as private as the store is, and loses its name before
/// the encryption begins: from then on it is nowhere for anybody else, and gone when the process ends in whatever way.
final class BackupDraft {
    /// What the copy says of itself.
    let copy: StoreCopy
    /// Whether it is encrypted.
    let isEncrypted: Bool
    /// How it was checked.
    private let check: BackupDocument.Check
    private let path: String
    private let digest: [UInt8]
    private let bytes: Int
    /// Keeps others from sweeping the draft away, and has swept what was left by those who were killed: in the folder, and in
    /// that of the store, where a killed process may have left a copy that was to be encrypted.
    private let uses: [FolderUse]

    /// A copy of `store` for `folder`.
    init(of store: VisitStore, in folder: String, _ encryption: Desk.BackupEncryption) throws {
        let privateFolder = FileDraft.folder(of: store.path)
        uses = [folder, privateFolder].map { FolderUse(of: $0) }
        path = FileDraft.newName(in: folder)
        isEncrypted = !encryption.recipients.isEmpty
        do {
            if isEncrypted {
                (copy, check) = try Self.encrypt(store, in: privateFolder, into: path, encryption)
            } else {
                copy = try store.backUp(to: path)
                check = .opened
            }
            guard let digest = FileDigest.digest(at: path), let status = FileStatus(of: path) else {
                throw DeskError.cannotWrite(path)
            }
            (self.digest, bytes) = (digest, status.size)
        } catch {
            unlink(path)
            throw error
        }
    }

    deinit { unlink(path) }

    private static let mode: mode_t = 0o640

    /// Makes a copy of `store` in `privateFolder`, encrypts it to `path`, and decrypts it to check it where the identity is there.
    private static func encrypt(
        _ store: VisitStore, in privateFolder: String, into path: String, _ encryption: Desk.BackupEncryption
    ) throws -> (StoreCopy, BackupDocument.Check) {
        let age = try AgeProgram()
        let plain = FileDraft.newName(in: privateFolder)
        defer { unlink(plain) }
        let copy = try store.backUp(to: plain)
        let input = open(plain, O_RDONLY | O_CLOEXEC)
        unlink(plain)
        guard input >= 0 else { throw DeskError.cannotWrite(plain) }
        defer { close(input) }
        let output = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard output >= 0 else { throw DeskError.cannotWrite(path) }
        defer { close(output) }
        try age.encrypt(input, to: output, for: encryption.recipients)
        guard fchmod(output, mode) == 0, fsync(output) == 0 else { throw DeskError.cannotWrite(path) }
        guard let identity = encryption.identity, FileManager.default.fileExists(atPath: identity) else {
            return (copy, .openedBeforeEncryption)
        }
        lseek(input, 0, SEEK_SET)
        guard try age.digest(of: path, with: identity) == FileDigest.digest(of: input) else {
            throw BackupError.decryptedDiffers(path: path)
        }
        return (copy, .decrypted)
    }

    /// Gives it the name `file`.
    ///
    /// - Returns: whether it has the name; where something stands there that is not replaced it has not.
    func place(at file: String, replacing: Bool) throws(DeskError) -> Bool {
        try FileDraft.place(path, at: file, replacing: replacing)
    }

    /// What is kept of it beside the backups.
    func recorded(at moment: Instant) -> BackupRecord.Copy {
        BackupRecord.Copy(
            origin: copy.origin, revision: copy.revision, chainEnd: copy.chainEnd.text,
            digest: SHA256Digest.text(of: digest), bytes: bytes, made: moment)
    }

    /// What is told of it.
    func document(file: String) -> BackupDocument {
        BackupDocument(file: file, isEncrypted: isEncrypted, check: check)
    }
}
