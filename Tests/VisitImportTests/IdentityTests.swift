import Testing
import VisitModel

@testable import VisitImport

@Suite("Identifiers and addresses as people and spreadsheets write them")
struct IdentityTests {
    private static func known() throws -> Register {
        try #require(try World.read().batch?.register)
    }

    @Test(
        "signs that nobody sees and full-width forms are no part of an identifier",
        arguments: ["C1\u{202C}", "Ｃ１", "C\u{200B}1", "C1\u{200E}", "\u{FEFF}C1", "C1\u{A0}", "\u{3000}C1", "C\u{AD}1"])
    func invisible(_ id: String) throws {
        let text = "id,name,birth_date,household\n\(id),A (invented),2016-05-20,Ｈ1\u{200F}\n"
        let reading = try World.readAlone(["children.csv": text], known: Self.known())
        #expect(reading.short == [])
        #expect(reading.batch?.register.children.map(\.id) == ["C1"])
        #expect(reading.batch?.register.children.map(\.household) == ["H1"])
    }

    @Test("in lists and sessions too, and an identifier of nothing else is none")
    func references() throws {
        let visits =
            "id,prisoner,children,date,minutes,status,session\n"
            + "V1,Ｍ1,C\u{200B}1；C3\u{200E},2026-09-05,30,held,Ｓ1＠2026-09-05\n"
        let reading = try World.read(["visits.csv": visits])
        #expect(reading.short == [])
        #expect(reading.batch?.register.visits.first?.children == ["C1", "C3"])
        #expect(reading.batch?.register.visits.first?.session == "S1@2026-09-05")
        let empty = try World.read([
            "guardians.csv": "id,name,household,relation\n\u{202D}\u{202C},D (invented),H1,aunt\n"
        ])
        #expect(empty.short("guardians.csv") == ["error invalid-id guardians.csv:2:1"])
    }

    @Test("a letter with an accent is one letter, however it was typed")
    func accents() throws {
        let known = try #require(try World.read(["places.csv": "id,name\nPL1,A\nPL2,B\nÉ1,C\n"]).batch?.register)
        let reading = try World.readAlone(["places.csv": "id,name\nE\u{301}1,D\n"], known: known)
        #expect(reading.batch?.register.places.map { Array($0.id.text.utf8) } == [Array("É1".utf8)])
    }

    @Test("long numbers that a spreadsheet has cut, and zeros that it has taken away, are asked about")
    func spoilt() throws {
        let children = """
            id,name,birth_date,household
            1.10101E+17,A (invented),2016-05-20,H1
            0012,B (invented),2016-05-21,H1
            13,C (invented),2016-05-22,H1
            014,D (invented),2016-05-23,H1
            2016,E (invented),2016-05-24,H1

            """
        let reading = try World.read(["children.csv": children])
        #expect(
            reading.short("children.csv") == ["warning unlikely children.csv:2:1", "warning unlikely children.csv:4:1"])
        #expect(reading.findings.last?.advice?.english.contains("013 was meant") == true)
        #expect(reading.batch != nil)
        var known = try Self.known()
        known.children.append(Child(id: "007", name: "F (invented)", birthDate: Day(number: 17_000), household: "H1"))
        let again = try World.readAlone(
            ["children.csv": "id,name,birth_date,household\n7,G (invented),2016-05-20,H1\n"], known: known)
        #expect(again.short == ["warning unlikely children.csv:2:1"])
        #expect(again.findings.first?.advice?.chinese.contains("“007”") == true)
    }

    @Test("a new child with the name and the birth date of another one is asked about, without its name")
    func perhapsKnown() throws {
        let text = """
            id,name,birth_date,household
            C9,Ａ  (invented),2016-05-20,H1
            C8,A (invented),2016-05-21,H1
            C7,N·M (invented),2015-01-01,H1
            C6,N•M (Invented),2015-01-01,H2

            """
        let reading = try World.readAlone(["children.csv": text], known: Self.known())
        #expect(
            reading.short == ["warning perhaps-known children.csv:2:1", "warning perhaps-known children.csv:5:1"])
        #expect(reading.findings[0].sentence.english.contains("child C1"))
        #expect(reading.findings[1].sentence.chinese.contains("C7"))
        #expect(!"\(reading.findings)".lowercased().contains("invented"))
        let same = try World.readAlone(
            ["children.csv": "id,name,birth_date,household\nC1,A (invented),2016-05-20,H1\n"], known: Self.known())
        #expect(same.short == [])
    }

    @Test(
        "what cannot be a telephone number is a fault that does not quote it",
        arguments: [
            "1.30000E+10", "13000000000.0", "#N/A", "12.5E3", "1234", "23000000000000001", "13000000000/13000000001",
            "call Lan",
        ])
    func noTelephone(_ typed: String) throws {
        let text = "id,name,household,relation,phone\nG1,D (invented),H1,aunt,\(typed)\n"
        let reading = try World.read(["guardians.csv": text])
        #expect(reading.short("guardians.csv") == ["error invalid-phone guardians.csv:2:5"])
        #expect(!"\(reading.findings)".contains(typed))
    }

    @Test("a mobile number that China does not have is asked about and kept", arguments: ["1300000000", "12000000000"])
    func doubtfulTelephone(_ typed: String) throws {
        let text = "id,name,household,relation,phone\nG1,D (invented),H1,aunt,\(typed)\n"
        let reading = try World.read(["guardians.csv": text])
        #expect(reading.short("guardians.csv") == ["warning invalid-phone guardians.csv:2:5"])
        #expect(reading.batch?.register.guardians.first?.phone == typed)
        #expect(!"\(reading.findings)".contains(typed))
    }

    @Test("numbers have the form of the household's country: that of its place's zone, otherwise that of the prisons")
    func country() throws {
        let american = [
            "prisons.csv":
                "id,name,jurisdiction,holds,place,zone\nPR1,One (invented),US-MI,female,PL1,America/Detroit\n"
                + "PR2,Two (invented),US-MI,male,PL2,America/Chicago\n",
            "places.csv": "id,name,latitude,longitude,zone\nPL1,A,42,-83,\nPL2,B,51.5,-0.1,Europe/London\n",
        ]
        for (household, phone, isFlawed) in [
            ("H1", "(313) 555-0100", false), ("H1", "313-555-01", true), ("H1", "555-0100", false),
            ("H2", "07700 900123", false), ("H2", "7700900123", true), ("H2", "(313) 555-0100", true),
            ("H2", "+1 313 555 0100", false), ("H1", "1380000000", false),
        ] {
            var files = american
            files["guardians.csv"] =
                "id,name,household,relation,phone\nG1,D (invented),\(household),aunt,\(phone)\n"
            let reading = try World.read(files)
            let expected = isFlawed ? ["warning invalid-phone guardians.csv:2:5"] : []
            #expect(reading.short("guardians.csv") == expected, "\(household) \(phone)")
            #expect(reading.batch?.register.guardians.first?.phone == phone)
            #expect(!"\(reading.findings)".contains(phone))
        }
    }

    @Test("a code that no country has is an error")
    func unknownCode() throws {
        let reading = try World.read([
            "guardians.csv": "id,name,household,relation,phone\nG1,D (invented),H1,aunt,+999 1234567\n"
        ])
        #expect(reading.short == ["error invalid-phone guardians.csv:2:5"])
    }

    @Test("a number is kept as it was typed, without the signs that nobody sees")
    func telephones() throws {
        let typed = [
            "\u{202D}13000000000\u{202C}": "13000000000", "１３０００００００００": "13000000000",
            "028-1234 5678转801": "028-1234 5678转801", "+44 20 7946 0000": "+44 20 7946 0000", "12309": "12309",
            "(028) 1234-5678": "(028) 1234-5678", "000-0000-0001": "000-0000-0001", "400-000-0000": "400-000-0000",
        ]
        for (cell, kept) in typed {
            let text = "id,name,household,relation,phone\nG1,D (invented),H1,aunt,\(cell)\n"
            let reading = try World.read(["guardians.csv": text])
            #expect(reading.short("guardians.csv") == [], "\(cell)")
            #expect(reading.batch?.register.guardians.first?.phone == kept)
        }
    }

    @Test("an e-mail address has one at sign and a domain; none clears it")
    func addresses() throws {
        for (cell, isValid) in [
            ("a@example.org", true), ("ａ＠example.org", true), ("无", true), ("a@example", false),
            ("a b@example.org", false),
            ("a@b@example.org", false), ("@example.org", false), ("a@example.org;b@example.org", false),
        ] {
            let text = "id,name,household,relation,email\nG1,D (invented),H1,aunt,\(cell)\n"
            let reading = try World.read(["guardians.csv": text])
            let expected = isValid ? [] : ["error invalid-email guardians.csv:2:5"]
            #expect(reading.short("guardians.csv") == expected, "\(cell)")
        }
    }

    @Test("files of a folder that are not read are told by name")
    func unread() throws {
        let files = [
            "guardians.xlsx": "PK", "bonds.txt": "id", "escorts.tsv": "id", "picture.png": "", "README.md": "#",
        ]
        let reading = try World.read(files)
        #expect(
            reading.short == [
                "warning not-read bonds.txt", "warning not-read escorts.tsv", "warning not-read guardians.xlsx",
                "note not-read picture.png",
            ])
        #expect(reading.unread.count == 4)
        #expect(reading.findings[2].sentence.english.contains("a workbook"))
    }

    @Test("ages that cannot be, and admission before birth, are told")
    func ages() throws {
        let files = [
            "children.csv":
                "id,name,birth_date,household\nC1,A (invented),1990-01-01,H1\nC2,B (invented),2027-01-01,H1\n"
                + "C3,C (invented),2009-01-01,H1\n",
            "guardians.csv":
                "id,name,household,relation,birth_date\nG1,D (invented),H1,aunt,2012-01-01\n"
                + "G2,E (invented),H1,aunt,1901-01-01\nG3,F (invented),H1,aunt,2001-01-01\n",
            "prisoners.csv":
                "id,name,sex,prison,birth_date,admitted\nM1,G (invented),female,PR1,2020-01-01,2026-01-01\n"
                + "M2,H (invented),male,PR2,1990-01-01,1989-01-01\n",
        ]
        let reading = try World.read(files, today: Day("2026-11-23"))
        #expect(
            reading.short == [
                "warning unlikely children.csv:2:3", "warning unlikely children.csv:3:3",
                "warning unlikely guardians.csv:2:5", "warning unlikely guardians.csv:3:5",
                "warning unlikely prisoners.csv:2:5", "error wrong-order prisoners.csv:3:6",
            ])
        #expect(reading.findings[0].sentence.english.contains("aged 0 to 17 on 2026-11-23; this says 36"))
    }
}
