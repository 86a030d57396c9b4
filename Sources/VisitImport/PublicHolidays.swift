import VisitModel

/// The public holidays of a country and the days on which people make up for them, as its government has published them: a
/// file of the form of `school_calendars.csv`, named for the country (`CN.csv`).
struct PublicHolidays {
    /// The country's code (ISO 3166-1): `CN`.
    let country: String
    private let stretches: [SchoolCalendar.Stretch]

    init(country: String, stretches: [SchoolCalendar.Stretch]) {
        self.country = country
        self.stretches = stretches
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

    /// The countries of which `folder` has a file, by code, and what is wrong with the files. None where there is no folder.
    static func all(in folder: String) throws(ImportError) -> (countries: [PublicHolidays], findings: [Finding]) {
        guard let names = try? FileBytes.tables(in: folder) else { return ([], []) }
        var countries: [PublicHolidays] = []
        var findings: [Finding] = []
        for name in names where name.lowercased().hasSuffix(".csv") {
            let path = "\(folder)/\(name)"
            var faults = FaultLog(file: path)
            let heading = try HeadingRow(of: try FileBytes.read(path), encoding: nil)
            if let table = Table.open(heading, as: .schoolCalendars, faults: &faults) {
                var draft = Draft(known: Register(), visits: [])
                draft.files = [path]
                var row = RowReader<SchoolCalendarRow.Column>(table, fileNumber: 0)
                while row.advance() { if !row.isBroken { SchoolCalendarRow.load(&row, into: &draft) } }
                faults = row.faults
                let stretches = draft.register.schoolCalendars.flatMap(\.stretches)
                countries.append(PublicHolidays(country: name.dropLast(4).uppercased(), stretches: stretches))
            }
            findings += faults.sorted()
        }
        return (countries, findings)
    }
}
