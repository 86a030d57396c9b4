import VisitModel

/// The public holidays of a country and the days on which people make up for them, as its government has published them: a
/// file of the form of `school_calendars.csv`, named for the country (`CN.csv`).
struct PublicHolidays {
    /// The country's code (ISO 3166-1): `CN`.
    let country: String
    /// What is wrong with the file; a matter only of those who name the country.
    let findings: [Finding]
    /// Whether a school calendar names the country.
    var isNamed = false
    private let stretches: [SchoolCalendar.Stretch]

    init(country: String, stretches: [SchoolCalendar.Stretch], findings: [Finding] = []) {
        self.country = country
        self.stretches = stretches
        self.findings = findings
    }

    /// What is published for the days of `term`, cut to them.
    func stretches(within term: DayRange) -> [SchoolCalendar.Stretch] {
        stretches.filter { $0.days.overlaps(term) }.map { stretch in
            var stretch = stretch
            stretch.days = DayRange(max(stretch.days.first, term.first), min(stretch.days.last, term.last))
            return stretch
        }
    }

    /// The years of `term` of which nothing is published.
    func unknownYears(of term: DayRange) -> [Int] {
        let known = Set(stretches.flatMap { [$0.days.first.civil.year, $0.days.last.civil.year] })
        return (term.first.civil.year...term.last.civil.year).filter { !known.contains($0) }
    }

    /// The countries of which `folder` has a file, by code. None where there is no folder.
    static func all(in folder: String) throws(ImportError) -> [PublicHolidays] {
        guard let names = try? FileBytes.list(folder).tables else { return [] }
        var countries: [PublicHolidays] = []
        for name in names where name.lowercased().hasSuffix(".csv") {
            countries.append(try PublicHolidays(file: "\(folder)/\(name)", country: name.dropLast(4).uppercased()))
        }
        return countries
    }

    private init(file path: String, country: String) throws(ImportError) {
        var faults = FaultLog(file: path)
        var draft = Draft(known: Register(), visits: [])
        draft.files = [path]
        let heading = try HeadingRow(of: try FileBytes.read(path), encoding: nil)
        if let table = Table.open(heading, as: .schoolCalendars, faults: &faults) {
            var row = RowReader<SchoolCalendarRow.Column>(table, fileNumber: 0)
            while row.advance() { if !row.isBroken { SchoolCalendarRow.load(&row, into: &draft) } }
            faults = row.faults
        }
        self.init(
            country: country, stretches: draft.register.schoolCalendars.flatMap(\.stretches), findings: faults.sorted())
    }
}
