/// The one of `names` that `word` was probably meant to be: at most a third of its letters differ.
func nearestName(to word: String, among names: [String]) -> String? {
    // Of two letters, one changed makes another word, not a slip.
    guard word.count > 2 else { return nil }
    let limit = max(1, word.count / 3)
    let ranked = names.map { (name: $0, distance: editDistance(word, $0)) }
        .filter { $0.distance <= limit }
        .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
    return ranked.first?.name
}

/// How many letters must be added, dropped or changed to make `b` of `a` (Levenshtein).
private func editDistance(_ a: String, _ b: String) -> Int {
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
