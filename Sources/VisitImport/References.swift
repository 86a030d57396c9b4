import VisitModel

/// What may be referred to: what the store holds already and what the files have said so far.
struct References {
    /// Where something was described first.
    struct Origin {
        /// The file's number in the order of reading.
        var file: Int32
        var line: Int32
        /// Where it is in its list of the register, if its row was without fault.
        var index: Int32
    }

    private var given: [[String: Origin]]
    private var known: [[String: Int]]
    private var incomplete: Set<TableName> = []
    private let aliases: [TableName: [String: String]]

    /// The references into what the store holds.
    init(known register: Register, visits: [KnownVisit]) {
        given = Array(repeating: [:], count: TableName.allCases.count)
        known = Array(repeating: [:], count: TableName.allCases.count)
        aliases = Dictionary(grouping: register.aliases) { TableName($0.kind) }.mapValues { aliases in
            Dictionary(aliases.map { ($0.id, $0.current) }) { first, _ in first }
        }
        func note<Entity>(_ table: TableName, _ entities: [Entity], _ id: (Entity) -> String) {
            let pairs = entities.enumerated().map { (id($0.element), $0.offset) }
            known[table.rawValue] = Dictionary(pairs) { first, _ in first }
        }
        note(.places, register.places) { $0.id.text }
        note(.prisons, register.prisons) { $0.id.text }
        note(.sessions, register.templates) { $0.id.text }
        note(.schoolCalendars, register.schoolCalendars) { $0.id.text }
        note(.organisations, register.organisations) { $0.id.text }
        note(.households, register.households) { $0.id.text }
        note(.children, register.children) { $0.id.text }
        note(.guardians, register.guardians) { $0.id.text }
        note(.escorts, register.escorts) { $0.id.text }
        note(.prisoners, register.prisoners) { $0.id.text }
        note(.visits, visits) { $0.id.text }
        // Nothing refers to these; what is stored of them is looked up.
        note(.distances, register.distances) { DistanceRow.key($0.from, $0.to) }
        note(.closures, register.closures) { $0.id.text }
        note(.separations, register.separations) { $0.id.text }
        note(.prisonerEvents, register.events) { $0.id.text }
        note(.absences, register.absences) { $0.id.text }
        note(.bonds, register.bonds) { $0.id.text }
        note(.costs, register.costs) { $0.id.text }
    }

    /// The identifier of the record that `id` of `table` was merged into; nil where it is no identifier of before.
    func current(of id: String, in table: TableName) -> String? {
        guard let current = aliases[table]?[id] else { return nil }
        return holds(id, in: table) ? nil : current
    }

    /// Makes room for that many rows more.
    mutating func reserve(_ rows: Int, in table: TableName) {
        given[table.rawValue].reserveCapacity(given[table.rawValue].count + rows)
    }

    /// Notes that a file describes `id` in `table`; answers where it was described before, if it was.
    mutating func note(_ id: String, in table: TableName, at origin: Origin) -> Origin? {
        guard let earlier = given[table.rawValue].updateValue(origin, forKey: id) else { return nil }
        given[table.rawValue][id] = earlier
        return earlier
    }

    /// Notes that rows of `table` had no readable identifier, so that no identifier can be called missing from it.
    mutating func noteIncomplete(_ table: TableName) {
        incomplete.insert(table)
    }

    /// Whether `id` is described in `table`, or might be in a row that could not be read.
    func mayHold(_ id: String, in table: TableName) -> Bool {
        holds(id, in: table) || incomplete.contains(table)
    }

    /// Whether `id` is described in `table`.
    func holds(_ id: String, in table: TableName) -> Bool {
        given[table.rawValue][id] != nil || known[table.rawValue][id] != nil
    }

    /// The identifier that somebody probably meant who wrote `id`; nil where none is near, or there are too many to tell.
    func nearest(to id: String, in table: TableName) -> String? {
        let names = Array(given[table.rawValue].keys) + known[table.rawValue].keys
        return names.count <= 1000 ? NearestName.of(id, among: names) : nil
    }

    /// Where the files describe `id` of `table` first; nil where they do not.
    func origin(of id: String, in table: TableName) -> Origin? { given[table.rawValue][id] }

    /// The identifiers of `table` that the store holds.
    func knownIdentifiers(of table: TableName) -> some Sequence<String> { known[table.rawValue].keys }

    /// Where `id` of `table` is in the known register.
    func knownIndex(of id: String, in table: TableName) -> Int? { known[table.rawValue][id] }

    /// Where `id` of `table` is in the register under construction, if the files describe it, and in the known one.
    func find(_ id: String, in table: TableName) -> (given: Int?, known: Int?) {
        (given[table.rawValue][id].map { Int($0.index) }, known[table.rawValue][id])
    }
}

extension TableName {
    /// The table of what an identifier of before stands for.
    fileprivate init(_ kind: Alias.Kind) {
        self =
            switch kind {
            case .child: .children
            case .prisoner: .prisoners
            case .guardian: .guardians
            case .escort: .escorts
            case .bond: .bonds
            case .event: .prisonerEvents
            }
    }
}
