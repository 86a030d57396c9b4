import VisitModel

/// What may be referred to: what the store holds already and what the files have said so far.
struct References {
    /// Where something was described first.
    struct Origin {
        /// The file's number in the order of reading.
        var file: Int
        var line: Int
    }

    /// What visits and bonds need to know of a child.
    struct ChildFacts {
        var household: Identifier<Household>
        var birthDate: Day
    }

    private var given: [[String: Origin]]
    private var known: [Set<String>]
    private var incomplete: Set<TableName> = []

    // Facts by identifier; what the files say replaces what the store holds.
    var places: [Identifier<Place>: Place]
    var prisons: [Identifier<Prison>: Prison]
    var templates: [Identifier<SessionTemplate>: SessionTemplate]
    var children: [Identifier<Child>: ChildFacts]
    var guardians: [Identifier<Guardian>: Identifier<Household>]
    var escorts: [Identifier<Escort>: Escort]
    var prisoners: [Identifier<Prisoner>: Prisoner]

    /// The references into what the store holds.
    init(known register: Register) {
        given = Array(repeating: [:], count: TableName.allCases.count)
        known = Array(repeating: [], count: TableName.allCases.count)
        places = Self.index(register.places, by: \.id)
        prisons = Self.index(register.prisons, by: \.id)
        templates = Self.index(register.templates, by: \.id)
        children = Dictionary(
            register.children.map { ($0.id, ChildFacts(household: $0.household, birthDate: $0.birthDate)) }
        ) { first, _ in first }
        guardians = Dictionary(register.guardians.map { ($0.id, $0.household) }) { first, _ in first }
        escorts = Self.index(register.escorts, by: \.id)
        prisoners = Self.index(register.prisoners, by: \.id)
        func note<Thing>(_ table: TableName, _ ids: [Identifier<Thing>]) {
            known[table.rawValue] = Set(ids.map(\.text))
        }
        note(.places, register.places.map(\.id))
        note(.prisons, register.prisons.map(\.id))
        note(.sessions, register.templates.map(\.id))
        note(.schoolCalendars, register.schoolCalendars.map(\.id))
        note(.households, register.households.map(\.id))
        note(.children, register.children.map(\.id))
        note(.guardians, register.guardians.map(\.id))
        note(.escorts, register.escorts.map(\.id))
        note(.prisoners, register.prisoners.map(\.id))
    }

    private static func index<Thing>(
        _ things: [Thing], by id: KeyPath<Thing, Identifier<Thing>>
    ) -> [Identifier<Thing>: Thing] {
        Dictionary(things.map { ($0[keyPath: id], $0) }) { first, _ in first }
    }

    /// Notes that a file describes `id` in `table`; answers where it was described before, if it was.
    mutating func note(_ id: String, in table: TableName, at origin: Origin) -> Origin? {
        if let earlier = given[table.rawValue].updateValue(origin, forKey: id) {
            given[table.rawValue][id] = earlier
            return earlier
        }
        return nil
    }

    /// Notes that rows of `table` could not even be named, so that nobody can say what it does not hold.
    mutating func noteIncomplete(_ table: TableName) {
        incomplete.insert(table)
    }

    /// Whether `id` is described in `table`, or might be in a row that could not be read.
    func mayHold(_ id: String, in table: TableName) -> Bool {
        given[table.rawValue][id] != nil || known[table.rawValue].contains(id) || incomplete.contains(table)
    }
}
