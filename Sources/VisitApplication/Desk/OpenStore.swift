import Synchronization
import VisitStore

/// The store as a process reads it that answers for long: kept open, since opening it costs more than most answers do.
///
/// Writing acts open it anew, each for itself. Where another file takes the store's place, that one is opened.
public final class OpenStore: Sendable {
    private let path: String
    private let kept = Mutex<VisitStore?>(nil)

    /// The store at `path`. It is opened when it is first read.
    public init(path: String) {
        self.path = path
    }

    /// The store, open for reading.
    func reading() throws(StoreError) -> VisitStore {
        let known = kept.withLock { $0 }
        if let known, known.isCurrent { return known }
        let opened = try VisitStore(keepingOpen: path)
        // What must not be kept serves for this once. What was kept is closed when its last reader has done.
        kept.withLock { $0 = opened.isCurrent ? opened : nil }
        return opened
    }
}
