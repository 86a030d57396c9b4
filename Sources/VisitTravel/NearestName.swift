/// The known name that somebody probably meant.
enum NearestName {
    /// The name with the fewest edits (insertion, deletion, replacement of a byte), or nil where all are too far off:
    /// more than a third of the letters. Of equally near ones the first.
    static func of(_ name: String, among known: [String]) -> String? {
        var best: (name: String, edits: Int)?
        for candidate in known {
            let edits = edits(Array(name.utf8), Array(candidate.utf8))
            if edits < best?.edits ?? .max { best = (candidate, edits) }
        }
        guard let best, best.edits <= max(2, name.utf8.count / 3) else { return nil }
        return best.name
    }

    /// The edit distance of two texts (Wagner & Fischer 1974), one row at a time.
    private static func edits(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var row = Array(0...b.count)
        for (i, letter) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in b.enumerated() {
                let replaced = diagonal + (letter == other ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(replaced, diagonal + 1, row[j] + 1)
            }
        }
        return row[b.count]
    }
}
