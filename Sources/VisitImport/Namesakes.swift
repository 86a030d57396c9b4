import VisitModel

/// Children by name and date of birth, so that one who is entered twice is noticed.
struct Namesakes {
    private struct Entry {
        var name: String
        var id: Identifier<Child>
    }

    private var byBirth: [Day: [Entry]]?
    private let known: [Child]

    /// The children that the store holds.
    init(known: [Child]) {
        self.known = known
    }

    /// Notes a new child; answers the one of that name and date of birth that was there before.
    mutating func note(_ id: Identifier<Child>, named name: String, born: Day) -> Identifier<Child>? {
        if byBirth == nil { byBirth = Self.entries(of: known) }
        let key = PlainText.nameKey(name)
        let same = byBirth?[born]?.first { $0.name == key && $0.id != id }
        byBirth?[born, default: []].append(Entry(name: key, id: id))
        return same?.id
    }

    private static func entries(of children: [Child]) -> [Day: [Entry]] {
        Dictionary(grouping: children, by: \.birthDate).mapValues { children in
            children.map { Entry(name: PlainText.nameKey($0.name), id: $0.id) }
        }
    }
}
