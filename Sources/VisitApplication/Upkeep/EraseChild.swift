import Foundation
import VisitModel
import VisitStore

extension Desk {
    /// What an erasure did, and what it could not reach.
    public struct ErasureReport: Hashable, Sendable {
        /// What it did in the store.
        public var erasure: StoreView.Erasure
        /// Folders into which backups were made and that are not there now, such as a medium that was taken away: what
        /// was ended is not noted in them.
        public var missingFolders: [String] = []
        /// Copies of the store from before an upgrade, which hold the child until somebody removes them.
        public var copies: [String] = []
    }

    /// Erases a child from the store, and from what the night has published. Statistics and the audit log stay; backups
    /// made before keep what they have until they are removed.
    ///
    /// - Parameter output: the folder of what is published; where it is nil the setting `output` says it.
    /// - Throws: `StoreError.noSuch` for an unknown child, `planningElsewhere` while a run is going on,
    ///   `DeskError.notForPart` where something is published and this desk sees a part, `DeskError.noConfiguration`
    ///   where a configuration is named that is not there, all before anything is erased. `FollowUpFailure` where the child was
    ///   erased and what comes after it failed: files of the child stay behind (`DeskError.cannotRemove`), or it could
    ///   not be noted beside the backups (`BackupError.notNoted`).
    public func erase(_ child: Identifier<Child>, output: String? = nil, today: Day) throws -> ErasureReport {
        let (erasures, missing) = try erase([child], output: output, today: today)
        return ErasureReport(erasure: erasures[0], missingFolders: missing, copies: copiesBeforeUpgrades())
    }

    /// Erases children one after the other, and sweeps what is published once.
    ///
    /// - Parameter facts: why, for the audit log.
    /// - Returns: what was done, and the folders of backups that are not there.
    @discardableResult
    func erase(
        _ children: [Identifier<Child>], because facts: [String] = [], output: String? = nil, today: Day
    ) throws -> (erasures: [StoreView.Erasure], missingFolders: [String]) {
        let published = PublishedFolder(try output ?? publishedPath())
        if published.exists { try requireFullReach() }
        let view = try reviewing(on: today)
        let lock = try PlanningLock.acquire(self.store)
        return try withExtendedLifetime(lock) {
            var erasures: [StoreView.Erasure] = []
            // Where a child is gone already, an erasure may have been stopped before its files were: they are swept all
            // the same.
            let erased = Result {
                for child in children {
                    erasures.append(
                        try view.erase(child, pseudonym: newPseudonym(), because: facts, today: today, at: now()))
                }
                if let failure = erasures.compactMap(\.logFailure).first { throw failure }
            }
            let done = erasures.isEmpty ? nil : Self.erased(children.prefix(erasures.count))
            let noted = Result { try noteEndings() }
            let swept = Result {
                if published.exists { _ = try published.publish(from: self, today: today, language: nil) }
            }
            return try Self.afterwards(done) {
                try erased.get()
                try swept.get()
                return (erasures, try noted.get())
            }
        }
    }

    private static func erased(_ children: some Collection<Identifier<Child>>) -> BilingualText {
        let ids = children.map(\.text)
        return BilingualText(
            en: "Erased in the store: \(ids.joined(separator: ", ")).", zh: "数据库中已删除：\(ids.joined(separator: "、"))。")
    }

    /// The copies beside the store that upgrades have made.
    private func copiesBeforeUpgrades() -> [String] {
        let folder = FileDraft.folder(of: store)
        let beginning = URL(filePath: store).lastPathComponent + ".before-schema-"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasPrefix(beginning) }.sorted().map { "\(folder)/\($0)" }
    }

    /// An identifier that stands for a child who is erased.
    func newPseudonym() -> Identifier<Child> { Identifier("erased-\(newIdentifier())") }
}
