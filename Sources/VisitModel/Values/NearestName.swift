/// The known name that somebody probably meant.
public enum NearestName {
    /// The one of `names` with the fewest edits, or nil where all are too far off: where more than a third of the letters
    /// of `word` differ. Of equally near ones the first in alphabetical order.
    public static func of(_ word: String, among names: [String]) -> String? {
        // Of two letters, one changed makes another word, not a slip.
        guard word.count > 2 else { return nil }
        let limit = max(1, word.count / 3)
        return names.map { (name: $0, edits: edits(from: word, to: $0)) }.filter { $0.edits <= limit }
            .min { ($0.edits, $0.name) < ($1.edits, $1.name) }?.name
    }

    /// No name is longer; what is has nothing in common with one.
    private static let longest = 800

    /// How many letters must be added, dropped or changed to make `b` of `a` (Wagner & Fischer 1974). Of texts longer than any
    /// name, all of them.
    public static func edits(from a: String, to b: String) -> Int {
        let long = max(a.utf8.count, b.utf8.count)
        guard long <= longest else { return long }
        let (a, b) = (Array(a), Array(b))
        var row = Array(0...b.count)
        for (i, letter) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in b.enumerated() {
                let changed = diagonal + (letter == other ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(changed, row[j] + 1, diagonal + 1)
            }
        }
        return row[b.count]
    }
}
