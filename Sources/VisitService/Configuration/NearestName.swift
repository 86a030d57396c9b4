/// The known name that somebody probably meant.
enum NearestName {
    /// The name with the fewest edits (insertion, deletion, replacement of a byte), or nil where all are too far off:
    /// more than two and more than a third of the letters. Of equally near ones the first.
    static func of(_ name: String, among known: [String]) -> String? {
        let letters = Array(name.utf8)
        let nearest = known.map { (name: $0, edits: edits(letters, Array($0.utf8))) }.min { $0.edits < $1.edits }
        guard let nearest, nearest.edits <= max(2, letters.count / 3) else { return nil }
        return nearest.name
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
