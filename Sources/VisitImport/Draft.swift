import VisitModel

/// The register under construction while the files are read one after the other.
struct Draft {
    /// Something that can be checked only when all files are read, with where it was written.
    struct Pending<Fact> {
        var fact: Fact
        var subject: String
        var location: SourceLocation
    }

    /// The files that are being read, in order.
    var files: [String] = []
    var register = Register()
    var references: References
    /// Households that another household takes its escorts from.
    var escortSources: [Pending<Identifier<Household>>] = []
    /// Where each of `register.bonds` was written.
    var bondLocations: [SourceLocation] = []
    /// The new bonds of files that do not say what was decided about contact, and where they were written.
    var bondsOfUsualContact: [(id: Identifier<Bond>, location: SourceLocation)] = []
    /// The index of a calendar in `register.schoolCalendars`.
    var calendars: [Identifier<SchoolCalendar>: Int] = [:]
    /// The calendars of absences that are among the files.
    var absenceCalendars: [ImportBatch.AbsenceCalendar] = []
    /// The prisons of which a calendar of closures is among the files.
    var closureCalendars: [Identifier<Prison>] = []
    /// The countries whose public holidays a school calendar can name.
    var publicHolidays: [PublicHolidays] = []
    /// The public holidays of those calendars in the files that do not name their country.
    var impliedHolidays: [Identifier<SchoolCalendar>: Set<SchoolCalendar.Stretch>] = [:]
    /// The iCalendar files by what they are calendars of.
    var calendarFiles: [CalendarFile.Key: CalendarFile] = [:]
    /// The children so far by name and date of birth.
    var namesakes: Namesakes
    /// The day on which the files are read; nil where nobody says.
    let today: Day?
    /// The payments of the files that were given no identifier, in their order.
    var namelessCosts: [UnidentifiedCost] = []
    private let known: Register
    private let visitsByNumber: [Int: Identifier<Visit>]
    private let visits: [KnownVisit]
    /// The zones of all prisons, in the files so far and in the store.
    var zones: Set<String>
    /// The countries of all prisons, in the files so far and in the store.
    var countries: Set<String>
    /// The citizen numbers that the files write, with whose they are.
    var citizenNumbers: [Pending<Absence.Person>] = []
    private let absencesByName: [String: Int]

    init(known: Register, visits: [KnownVisit], today: Day? = nil) {
        self.known = known
        self.today = today
        namesakes = Namesakes(known: known.children)
        let all = visits + known.visits.map { KnownVisit($0) }
        self.visits = all
        references = References(known: known, visits: all)
        zones = Set(known.prisons.map(\.zone))
        countries = Set(known.prisons.map(\.jurisdiction.country))
        let entered = known.absences.enumerated().filter { $0.element.source.isEmpty }
        absencesByName = Dictionary(
            entered.map { (AbsenceRow.name(of: $0.element.person, from: $0.element.days.first), $0.offset) }
        ) { first, _ in first }
        visitsByNumber = Dictionary(all.compactMap { visit in visit.number.map { ($0, visit.id) } }) { first, _ in first
        }
    }

    /// Adds stretches to the school calendar `id`, of which a file tells at `origin`.
    mutating func add(
        _ stretches: [SchoolCalendar.Stretch], to id: Identifier<SchoolCalendar>, from origin: References.Origin
    ) {
        _ = references.note(id.text, in: .schoolCalendars, at: origin)
        if let index = calendars[id] {
            register.schoolCalendars[index].stretches += stretches
        } else {
            calendars[id] = register.schoolCalendars.count
            register.schoolCalendars.append(SchoolCalendar(id: id, stretches: stretches))
        }
    }

    /// Where the files describe `id` of `table`; nil where they do not.
    func location(of id: String, in table: TableName) -> SourceLocation? {
        references.origin(of: id, in: table).map {
            SourceLocation(file: files[Int($0.file)], line: Int($0.line))
        }
    }

    /// The visit that people name so: by its identifier, which goes first, or by its number; nil where there is none.
    func visit(named text: String) -> Identifier<Visit>? {
        if references.mayHold(text, in: .visits) { return Identifier(text) }
        return VisitNumber.read(text).flatMap { visitsByNumber[$0] }
    }

    /// The identifier under which the store keeps two prisoners apart already.
    func knownSeparation(of pair: Separation) -> Identifier<Separation>? {
        known.separations.first { $0.first == pair.first && $0.second == pair.second }?.id
    }

    /// Gives the register away with every list in its order. A large one is not held twice.
    mutating func takeSorted() -> Register {
        var sorted = register
        register = Register()
        sorted.places.sort { $0.id < $1.id }
        sorted.distances.sort { ($0.from, $0.to) < ($1.from, $1.to) }
        sorted.prisons.sort { $0.id < $1.id }
        sorted.templates.sort { $0.id < $1.id }
        sorted.closures.sort { $0.id < $1.id }
        sorted.schoolCalendars.sort { $0.id < $1.id }
        sorted.organisations.sort { $0.id < $1.id }
        sorted.households.sort { $0.id < $1.id }
        sorted.children.sort { $0.id < $1.id }
        sorted.guardians.sort { $0.id < $1.id }
        sorted.escorts.sort { $0.id < $1.id }
        sorted.prisoners.sort { $0.id < $1.id }
        sorted.separations.sort { $0.id < $1.id }
        sorted.events.sort { $0.id < $1.id }
        sorted.absences.sort { $0.id < $1.id }
        sorted.bonds.sort { $0.id < $1.id }
        sorted.budgets.sort { ($0.organisation?.text ?? "", $0.month) < ($1.organisation?.text ?? "", $1.month) }
        sorted.parameters.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        sorted.visits.sort { $0.id < $1.id }
        sorted.costs.sort { $0.id < $1.id }
        return sorted
    }
}

// MARK: - What the store holds of what a row describes

extension Draft {
    /// What the store holds under that identifier in `list`; nil where it does not know it.
    func stored<Entity>(
        _ id: Identifier<Entity>?, in table: TableName, _ list: KeyPath<Register, [Entity]>
    ) -> Entity? {
        stored(key: id?.text, in: table, list)
    }

    /// What the store holds under that key in `list`.
    func stored<Entity>(key: String?, in table: TableName, _ list: KeyPath<Register, [Entity]>) -> Entity? {
        key.flatMap { references.knownIndex(of: $0, in: table) }.map { known[keyPath: list][$0] }
    }

    /// The absence that people entered for that person from that day on, whatever identifier they gave it.
    func entered(absence name: String?) -> Absence? {
        name.flatMap { absencesByName[$0] }.map { known.absences[$0] }
    }

    /// What the store holds of the visit of that identifier.
    func storedVisit(_ id: Identifier<Visit>?) -> KnownVisit? {
        id.flatMap { references.knownIndex(of: $0.text, in: .visits) }.map { visits[$0] }
    }

    /// The session template of that identifier as the store holds it.
    func storedTemplate(_ id: Identifier<SessionTemplate>) -> SessionTemplate? {
        stored(id, in: .sessions, \.templates)
    }
}

// MARK: - Facts about what is referred to: what the files say goes before what the store holds

extension Draft {
    /// The place of that identifier; nil where there is none without a fault.
    func place(_ id: Identifier<Place>) -> Place? { find(id, in: .places, \.places, by: \.id) }
    /// The household of that identifier.
    func household(_ id: Identifier<Household>) -> Household? { find(id, in: .households, \.households, by: \.id) }
    /// The prison of that identifier.
    func prison(_ id: Identifier<Prison>) -> Prison? { find(id, in: .prisons, \.prisons, by: \.id) }
    /// The session template of that identifier.
    func template(_ id: Identifier<SessionTemplate>) -> SessionTemplate? {
        find(id, in: .sessions, \.templates, by: \.id)
    }
    /// The child of that identifier.
    func child(_ id: Identifier<Child>) -> Child? { find(id, in: .children, \.children, by: \.id) }
    /// The guardian of that identifier.
    func guardian(_ id: Identifier<Guardian>) -> Guardian? { find(id, in: .guardians, \.guardians, by: \.id) }
    /// The escort of that identifier.
    func escort(_ id: Identifier<Escort>) -> Escort? { find(id, in: .escorts, \.escorts, by: \.id) }
    /// The prisoner of that identifier.
    func prisoner(_ id: Identifier<Prisoner>) -> Prisoner? { find(id, in: .prisoners, \.prisoners, by: \.id) }

    /// Which adults have that identifier: a guardian, an escort, or by mistake both.
    func adults(named id: String) -> [Visit.Companion] {
        var adults: [Visit.Companion] = []
        if references.holds(id, in: .guardians) { adults.append(.guardian(Identifier(id))) }
        if references.holds(id, in: .escorts) { adults.append(.escort(Identifier(id))) }
        return adults
    }

    /// Adults of the files who are kept twice now, as guardian and as escort.
    func samePersons() -> [Finding] {
        guard !register.guardians.isEmpty || !register.escorts.isEmpty else { return [] }
        let (guardians, escorts) = (Set(register.guardians.map(\.id)), Set(register.escorts.map(\.id)))
        return SamePerson.all(
            of: register.guardians + known.guardians.filter { !guardians.contains($0.id) },
            register.escorts + known.escorts.filter { !escorts.contains($0.id) }
        ).filter { guardians.contains($0.guardian) || escorts.contains($0.escort) }.map(\.finding)
    }

    /// Transfers that the rows of the prisoners do not show, of prisoners or events of the files.
    func unshownTransfers() -> [Finding] {
        let (prisoners, events) = (Set(register.prisoners.map(\.id)), Set(register.events.map(\.id)))
        guard !prisoners.isEmpty || !events.isEmpty else { return [] }
        var all = register
        all.prisoners += known.prisoners.filter { !prisoners.contains($0.id) }
        all.events += known.events.filter { !events.contains($0.id) }
        all.prisons += known.prisons
        all.visits += known.visits
        return UnshownTransfer.all(of: all).filter {
            prisoners.contains($0.event.prisoner) || events.contains($0.event.id)
        }.map(\.finding)
    }

    /// The e-mail address of an escort or a guardian, in small letters.
    func address(of person: Absence.Person) -> String? {
        switch person {
        case .escort(let id): escort(id)?.email?.lowercased()
        case .guardian(let id): guardian(id)?.email?.lowercased()
        case .child, .prisoner: nil
        }
    }

    /// Whether events that are not certain take their time: `calendar.tentative_busy`, of the files or else of the
    /// store. Without it they do, so that nobody is planned who may be elsewhere.
    var tentativeIsBusy: Bool {
        let given = (register.parameters + known.parameters).first { $0.name == "calendar.tentative_busy" }
        return given.flatMap { Words.flag[$0.value] } ?? true
    }

    /// Whether an adult of that identifier may be in a row that could not be read.
    func mayHoldAdult(_ id: String) -> Bool {
        references.mayHold(id, in: .guardians) || references.mayHold(id, in: .escorts)
    }

    /// The zone in which all prisons are; nil where they are in several, or there is none.
    var onlyZone: Zone? { onlyZoneName.flatMap { try? Zone(named: $0) } }

    /// Its name.
    var onlyZoneName: String? { zones.count == 1 ? zones.first : nil }

    /// The payments that the store holds, by identifier.
    var knownCosts: [VisitCost] { known.costs }

    /// The day of the child's no to the bond that a step has taken; nil where there is none, or a file brought it.
    func childsNo(to bond: Identifier<Bond>) -> Day? { known.childrensNos[bond] }

    /// The measured roads that the store holds.
    var knownDistances: [Distance] { known.distances }

    /// How many things of `table` that others refer to are in the register so far.
    func count(of table: TableName) -> Int {
        switch table {
        case .places: register.places.count
        case .prisons: register.prisons.count
        case .sessions: register.templates.count
        case .organisations: register.organisations.count
        case .households: register.households.count
        case .children: register.children.count
        case .guardians: register.guardians.count
        case .escorts: register.escorts.count
        case .prisoners: register.prisoners.count
        case .distances, .closures, .schoolCalendars, .separations, .prisonerEvents, .absences, .bonds,
            .budgets, .parameters, .visits, .costs:
            0
        }
    }

    private func find<Entity>(
        _ id: Identifier<Entity>, in table: TableName, _ list: KeyPath<Register, [Entity]>,
        by key: KeyPath<Entity, Identifier<Entity>>
    ) -> Entity? {
        let found = references.find(id.text, in: table)
        if let index = found.given {
            // A faulty row left its place to the next one.
            let entities = register[keyPath: list]
            return entities.indices.contains(index) && entities[index][keyPath: key] == id ? entities[index] : nil
        }
        return found.known.map { known[keyPath: list][$0] }
    }
}
