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
    /// Bonds, in the order of the files.
    var bonds: [Pending<Bond>] = []
    /// The index of a calendar in `register.schoolCalendars`.
    var calendars: [Identifier<SchoolCalendar>: Int] = [:]

    init(known: Register) {
        references = References(known: known)
    }

    /// The register with every list in its order.
    func sorted() -> Register {
        var sorted = register
        sorted.places.sort { $0.id < $1.id }
        sorted.distances.sort { ($0.from, $0.to) < ($1.from, $1.to) }
        sorted.prisons.sort { $0.id < $1.id }
        sorted.templates.sort { $0.id < $1.id }
        sorted.closures.sort { $0.id < $1.id }
        sorted.schoolCalendars.sort { $0.id < $1.id }
        sorted.households.sort { $0.id < $1.id }
        sorted.children.sort { $0.id < $1.id }
        sorted.guardians.sort { $0.id < $1.id }
        sorted.escorts.sort { $0.id < $1.id }
        sorted.prisoners.sort { $0.id < $1.id }
        sorted.events.sort { $0.id < $1.id }
        sorted.bonds.sort { $0.id < $1.id }
        sorted.budgets.sort { $0.month < $1.month }
        sorted.parameters.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        sorted.visits.sort { $0.id < $1.id }
        return sorted
    }
}
