/// The drafts of a publication that have not taken their places yet. However the publication ends, none of them stays.
final class DraftList {
    private var drafts: [FileDraft] = []

    deinit {
        for draft in drafts { draft.remove() }
    }

    /// How many there are.
    var count: Int { drafts.count }

    /// Adds one.
    func append(_ draft: FileDraft) {
        drafts.append(draft)
    }

    /// Gives them their places, all of them in `folder`.
    func commit(in folder: String) throws(DeskError) {
        defer { drafts.removeAll() }
        try FileDraft.commit(drafts, in: folder)
    }
}
