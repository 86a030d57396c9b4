import Testing
import VisitModel
import VisitTestSupport

@testable import VisitImport

@Suite("A column that a file does not have")
struct MissingColumnTests {
    /// The cells of the templates, table by table: the headings, then the rows.
    private static func cells(of table: TableName) -> [[String]] {
        let columns = table.columns
        let rows = (columns.map(\.examples.count).max() ?? 0)
        return [columns.map(\.name)]
            + (0..<rows).map { row in
                columns.map { $0.examples.indices.contains(row) ? $0.examples[row].english : "" }
            }
    }

    private static func text(_ cells: [[String]]) -> String { cells.map(CellWriter().row).joined() }

    /// What the store holds after the templates, with decisions and facts that are not the usual ones.
    private static func known() throws -> Register {
        var files: [String: String] = [:]
        for table in TableName.allCases { files[table.fileName(.english)] = text(cells(of: table)) }
        let reading = try World.readAlone(files)
        var register = try #require(reading.batch?.register)
        register.bonds[0].contact = .forbidden
        register.bonds[1].contact = .declinedByChild
        register.guardians[0].accompanies = false
        register.prisoners[0].consents = false
        register.escorts[0].email = "e@example.org"
        register.children[0].citizenNumber = try CitizenNumber.read("119999201605200028").get()
        register.guardians[0].citizenNumber = try CitizenNumber.read("119999196203150028").get()
        register.escorts[0].citizenNumber = try CitizenNumber.read("119999198506070016").get()
        register.events[2].until = nil
        return register
    }

    /// Which of these things are not what the store holds.
    private static func differing(_ register: Register, from known: Register) -> [String] {
        func strange<Entity: Hashable>(_ entities: [Entity], _ known: [Entity]) -> [String] {
            let known = Set(known)
            return entities.filter { !known.contains($0) }.map { "\($0)" }
        }
        return [
            strange(register.places, known.places), strange(register.distances, known.distances),
            strange(register.prisons, known.prisons), strange(register.templates, known.templates),
            strange(register.closures, known.closures), strange(register.schoolCalendars, known.schoolCalendars),
            strange(register.organisations, known.organisations), strange(register.households, known.households),
            strange(register.children, known.children), strange(register.guardians, known.guardians),
            strange(register.escorts, known.escorts), strange(register.prisoners, known.prisoners),
            strange(register.separations, known.separations), strange(register.events, known.events),
            strange(register.absences, known.absences), strange(register.bonds, known.bonds),
            strange(register.budgets, known.budgets), strange(register.parameters, known.parameters),
            strange(register.visits.map { KnownVisit($0) }, known.visits.map { KnownVisit($0) }),
            strange(register.costs, known.costs),
        ].flatMap { $0 }
    }

    /// Columns that are part of what names a row: without them a file speaks of something else.
    private static let naming = [TableName.budgets: ["organisation"]]

    @Test("leaves what the store holds, in every table", arguments: TableName.allCases)
    func leftOut(_ table: TableName) throws {
        let known = try Self.known()
        let whole = Self.cells(of: table)
        for (index, column) in table.columns.enumerated() {
            if column.isRequired || Self.naming[table]?.contains(column.name) == true { continue }
            // The other half of a pair of columns of which one must be there, and is empty in one row, says nothing.
            let without = whole.map { row in row.enumerated().filter { $0.offset != index }.map(\.element) }
            // Cells that do not say what the store holds would be changes of their own.
            let said = try World.readAlone([table.fileName(.english): Self.text(whole)], known: known)
            let changes = Self.differing(try #require(said.batch?.register, "\(said.short)"), from: known).count
            let reading = try World.readAlone([table.fileName(.english): Self.text(without)], known: known)
            let register = try #require(reading.batch?.register, "\(table) without \(column.name): \(reading.short)")
            let differing = Self.differing(register, from: known)
            #expect(differing.count <= changes, "\(table) without \(column.name): \(differing)")
        }
    }

    @Test("all optional ones left out change nothing at all", arguments: TableName.allCases)
    func barest(_ table: TableName) throws {
        let known = try Self.known()
        let whole = Self.cells(of: table)
        let kept = table.columns.indices.filter {
            table.columns[$0].need != .optional || Self.naming[table]?.contains(table.columns[$0].name) == true
        }
        let reading = try World.readAlone(
            [table.fileName(.english): Self.text(whole.map { row in kept.map { row[$0] } })], known: known)
        let register = try #require(reading.batch?.register, "\(table): \(reading.short)")
        #expect(Self.differing(register, from: known) == [], "\(table)")
    }

    @Test("is no matter of their order: permuted, they say the same", arguments: TableName.allCases)
    func permuted(_ table: TableName) throws {
        let known = try Self.known()
        let whole = Self.cells(of: table)
        let file = table.fileName(.english)
        let expected = try #require(try World.readAlone([file: Self.text(whole)], known: known).batch?.register)
        for shift in 1..<max(2, table.columns.count) {
            let turned = whole.map { row in Array(row[shift...] + row[..<shift]).reversed() as [String] }
            let register = try World.readAlone([file: Self.text(turned)], known: known).batch?.register
            #expect(register.map { Self.differing($0, from: expected) } == [], "\(table) turned by \(shift)")
        }
    }

    @Test("nor does a row that is dropped change the others", arguments: TableName.allCases)
    func dropped(_ table: TableName) throws {
        // The rows of a school calendar are one thing.
        guard table != .schoolCalendars else { return }
        let known = try Self.known()
        let whole = Self.cells(of: table)
        let file = table.fileName(.english)
        let expected = try #require(try World.readAlone([file: Self.text(whole)], known: known).batch?.register)
        for row in whole.indices.dropFirst() {
            var fewer = whole
            fewer.remove(at: row)
            let register = try World.readAlone([file: Self.text(fewer)], known: known).batch?.register
            #expect(register.map { Self.differing($0, from: expected) } == [], "\(table) without row \(row)")
        }
    }

    @Test("and an empty cell lifts nothing: what the store holds stays, with a warning")
    func emptyCells() throws {
        let known = try Self.known()
        let reading = try World.readAlone(
            [
                "bonds.csv": "id,child,prisoner,relation,contact,papers,max_gap_days\nB1,C1,M1,mother,,,\n",
                "guardians.csv":
                    "id,name,household,relation,birth_date,phone,accompanies,weekdays,email\n"
                    + "G1,Example Grandmother (invented),H1,grandmother,,,,,\n",
                "prisoners.csv": "id,name,sex,prison,consents\nM1,Example Mother (invented),female,PR1,\n",
                "escorts.csv":
                    "id,name,home,from,to,max_children,vetted_until,phone\n"
                    + "E1,Example Escort (invented),H2,2026-09-01,2027-08-31,4,,\n",
                "children.csv": "id,name,birth_date,household,needs\nC1,Example Child One (invented),2016-05-20,H1,\n",
                "households.csv": "id,name,place,organisation,phone\nH2,Example children's home (invented),PL2,,\n",
                "prisoner_events.csv":
                    "id,prisoner,event,date,until,visitor\nEV3,M1,visitorSuspended,2026-02-01,,\n",
            ], known: known)
        let register = try #require(reading.batch?.register)
        #expect(register.bonds[0].contact == .forbidden)
        #expect(register.bonds[0].papers == [.householdRegister, .proofOfRelationship])
        #expect(register.bonds[0].maxGap == nil)
        #expect(register.guardians == [known.guardians[0]])
        #expect(register.prisoners == [known.prisoners[0]])
        #expect(register.escorts == [known.escorts[0]])
        #expect(register.children == [known.children[0]])
        #expect(register.households == [known.households[1]])
        #expect(register.events == [known.events[2]])
        #expect(Set(reading.findings.map(\.code)) == ["kept-value"])
        #expect(reading.findings.allSatisfy { $0.severity == .warning })
        let contact = try #require(reading.findings.first { $0.location?.file == "bonds.csv" })
        #expect(
            contact.sentence.english
                == "contact is empty, which changes nothing: what the store holds \"forbidden\" stays; expected a value."
        )
        #expect(contact.sentence.chinese == "“contact”为空，不作更改：数据库中的“forbidden”保留；此格应有内容。")
        let phone = try #require(reading.findings.first { $0.location?.description == "guardians.csv:2:6" })
        #expect(!phone.sentence.english.contains("000"))
    }

    @Test("a decision that is written is taken, and the word none clears what may be cleared")
    func written() throws {
        let known = try Self.known()
        let reading = try World.readAlone(
            [
                "bonds.csv": "编号,儿童,服刑人员,关系,联系决定,证件\nB1,C1,M1,母亲,允许,无\n",
                "escorts.csv":
                    "id,name,home,from,to,max_children,vetted_until,phone\n"
                    + "E1,Example Escort (invented),H2,2026-09-01,2027-08-31,4,none,None\n",
            ], known: known)
        #expect(reading.short == [])
        let register = try #require(reading.batch?.register)
        #expect(register.bonds[0].contact == .allowed && register.bonds[0].papers == [])
        #expect(register.escorts[0].vettedUntil == nil && register.escorts[0].phone == nil)
        #expect(register.escorts[0].email == "e@example.org")
    }

    @Test("a child's no that a step has taken stays until the row says when the child was asked, or none")
    func refusalInForce() throws {
        var known = try Self.known()
        let bond = known.bonds[1]
        func read(_ columns: String, _ cells: String) throws -> (Bond.Contact?, Day?, [String]) {
            let relation = bond.relation.rawValue
            let row = "\(bond.id),\(bond.child),\(bond.prisoner),\(relation)"
            let reading = try World.readAlone(
                ["bonds.csv": "id,child,prisoner,relation\(columns)\n\(row)\(cells)\n"], known: known)
            let read = reading.batch?.register.bonds.first
            return (read?.contact, read?.reviewOn, reading.findings.map(\.code))
        }
        #expect(try read(",contact", ",allowed").0 == .allowed, "A file brought it.")
        known.childrensNos = [bond.id: try #require(Day("2026-11-23"))]
        for cells in [",allowed,", ",允许,2026-11-22", ",on-hold,"] {
            #expect(try read(",contact,review_on", cells) == (.declinedByChild, bond.reviewOn, ["standing-no"]))
        }
        #expect(try read(",contact", ",allowed").2 == ["standing-no"])
        #expect(try read(",contact", ",forbidden").0 == .forbidden)
        for cells in [",allowed,2026-11-23", ",allowed,none"] {
            #expect(try read(",contact,review_on", cells) == (.allowed, nil, []))
        }
    }

    @Test("that of contact is told for new bonds, which are taken as allowed")
    func newBonds() throws {
        let reading = try World.read(["bonds.csv": "id,child,prisoner,relation\nB1,C1,M1,mother\nB2,C2,M2,father\n"])
        #expect(reading.short == ["note usual-contact bonds.csv"])
        #expect(reading.findings[0].sentence.english.contains("2 new bonds (B1, B2) are stored as allowed"))
        #expect(reading.batch?.register.bonds.map(\.contact) == [.allowed, .allowed])
    }

    @Test("that of a visit's adults keeps who goes along, and empty cells send nobody home")
    func adults() throws {
        let planned = KnownVisit(
            id: "V9", number: 9, start: ClockTime("10:00"), mode: .glass, adults: [.guardian("G1")])
        func visit(_ columns: String, _ cells: String) throws -> (Visit, [String]) {
            let text =
                "id,prisoner,children,date,minutes,status\(columns)\nV9,M1,C1,2026-09-05,30,confirmed\(cells)\n"
            let files = World.sound.merging(["visits.csv": text]) { _, new in new }
            let reading = try World.readAlone(files, visits: [planned])
            return (try #require(reading.batch?.register.visits.first), reading.short)
        }
        let bare = try visit("", "")
        #expect(bare.0.adults == [.guardian("G1")] && bare.0.mode == .glass && bare.0.start == ClockTime("10:00"))
        #expect(bare.1 == [])
        let emptied = try visit(",escort,guardian", ",,")
        #expect(emptied.0.adults == [.guardian("G1")])
        #expect(emptied.1 == ["warning kept-value visits.csv:2:8"])
        #expect(try visit(",escort", ",E1").0.adults == [.escort("E1"), .guardian("G1")])
        #expect(try visit(",escort,guardian", ",E1,").0.adults == [.escort("E1")])
    }
}
