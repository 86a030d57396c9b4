import Testing
import VisitModel

@testable import VisitImport

/// The numbers of invented people have the district 9999, which no province has.
@Suite("Citizen numbers in tables")
struct CitizenNumberRowTests {
    private static func child(_ number: String, birth: String = "2016-05-20") -> [String: String] {
        ["children.csv": "id,name,birth_date,household,citizen_number\nC1,A (invented),\(birth),H1,\(number)\n"]
    }

    private static func guardian(_ number: String, relation: String = "grandmother", birth: String = "")
        -> [String: String]
    {
        [
            "guardians.csv":
                "id,name,household,relation,birth_date,citizen_number\nG1,D (invented),H1,\(relation),\(birth),\(number)\n"
        ]
    }

    private static func short(_ files: [String: String]) throws -> [String] {
        try World.read(files, today: Day("2026-11-23")).findings.filter { $0.code != "no-rows" }.map {
            "\($0.severity.rawValue) \($0.code) \($0.location?.description ?? "")"
        }
    }

    @Test("are kept in one form, of children, guardians and escorts, under Chinese headings too")
    func kept() throws {
        let reading = try World.read([
            "children.csv": "编号,姓名,出生日期,家庭,身份证号码\nC1,A (invented),2016-05-20,H1,119999 20160520 001x\n",
            "guardians.csv": "编号,姓名,家庭,关系,身份证,微信号\nG1,D (invented),H1,祖母,'119999196203150028,xulan_88\n",
            "escorts.csv":
                "id,name,home,from,to,max_children,ID card\nE1,F (invented),H2,2026-09-01,2027-08-31,1,１１９９９９８５０６０７００１\n",
            "prisons.csv":
                "编号,名称,法域,关押对象,地点,时区,名单列身份证号\nPR1,甲（虚构）,CN-SC,女,PL1,Asia/Shanghai,是\nPR2,乙（虚构）,CN-SC,男,PL2,Asia/Shanghai,\n",
        ])
        #expect(reading.short == [])
        let register = try #require(reading.batch?.register)
        #expect(register.children[0].citizenNumber?.unmasked == "11999920160520001X")
        #expect(register.guardians[0].citizenNumber?.unmasked == "119999196203150028")
        #expect(register.escorts[0].citizenNumber?.unmasked == "119999850607001")
        #expect(register.guardians[0].wechat == "xulan_88")
        #expect(register.prisons.map(\.listsCitizenNumbers) == [true, false])
    }

    @Test(
        "with a flaw are errors at their cell, which quote nothing of it",
        arguments: [
            "1.19999E+17", "119999201605200000", "119999********001X", "E12345678", "11999920160520001",
            "119999201605200010", "16000019850607001X", "119999201613200018",
        ])
    func flaws(_ typed: String) throws {
        let reading = try World.read(Self.child(typed))
        #expect(reading.short == ["error invalid-citizen-number children.csv:2:5"])
        let told = "\(reading.findings)"
        #expect(!told.contains(typed) && !told.contains("A (invented)"))
        #expect(reading.findings.allSatisfy { $0.advice != nil })
    }

    @Test("that disagree with the row's birth date are errors, with its sex warnings")
    func agreement() throws {
        #expect(try Self.short(Self.child("11999920160520001X")) == [])
        #expect(
            try Self.short(Self.child("11999920160520001X", birth: "2016-05-21"))
                == ["error contradiction children.csv:2:5"])
        #expect(
            try Self.short(Self.guardian("119999196203150028", birth: "1962-03-16"))
                == ["error contradiction guardians.csv:2:6"])
        #expect(
            try Self.short(Self.guardian("11999919620315001X", birth: "1962-03-15"))
                == ["warning contradiction guardians.csv:2:6"])
        #expect(try Self.short(Self.guardian("11999919620315001X", relation: "grandfather")) == [])
        #expect(try Self.short(Self.guardian("11999919620315001X", relation: "other")) == [])
    }

    @Test("of the future, of children as guardians, and such as a spreadsheet may have cut are told")
    func unlikely() throws {
        #expect(
            try Self.short(Self.guardian("119999203001010011", relation: "other"))
                == ["warning unlikely guardians.csv:2:6"])
        #expect(
            try Self.short(Self.guardian("119999201211030011", relation: "other"))
                == ["warning unlikely guardians.csv:2:6"])
        #expect(
            try Self.short(Self.guardian("119999198506071000", relation: "mother"))
                == ["warning unlikely guardians.csv:2:6"])
    }

    @Test("that stand in the store are compared with a birth date that comes later")
    func storedNumber() throws {
        let known = try #require(try World.read(Self.child("11999920160520001X")).batch?.register)
        let later = ["children.csv": "id,name,birth_date,household\nC1,A (invented),2015-05-20,H1\n"]
        let reading = try World.readAlone(later, known: known)
        #expect(reading.short == ["error contradiction children.csv:2:3"])
        let same = ["children.csv": "id,name,birth_date,household,citizen_number\nC1,A (invented),2016-05-20,H1,\n"]
        let kept = try World.readAlone(same, known: known)
        #expect(kept.short == ["warning kept-value children.csv:2:5"])
        #expect(kept.batch?.register.children == known.children)
        let none = ["children.csv": "id,name,birth_date,household,citizen_number\nC1,A (invented),2016-05-20,H1,无\n"]
        #expect(try World.readAlone(none, known: known).batch?.register.children.first?.citizenNumber == nil)
    }

    @Test("of two people are told once, without the number; also where the store has the other")
    func twice() throws {
        let children = """
            id,name,birth_date,household,citizen_number
            C1,A (invented),2016-05-20,H1,11999920160520001X
            C2,B (invented),2016-05-20,H2,119999 20160520 001x

            """
        let reading = try World.read(["children.csv": children])
        #expect(reading.short == ["warning repeated-citizen-number children.csv:3:5"])
        #expect(reading.findings[0].sentence.english.contains("child C1"))
        #expect(reading.findings[0].sentence.chinese.contains("儿童 C1"))
        #expect(!"\(reading.findings)".contains("20160520001"))

        let known = try #require(try World.read(Self.child("11999920160520001X")).batch?.register)
        let other = "id,name,birth_date,household,citizen_number\nC9,Z (invented),2016-05-20,H1,11999920160520001X\n"
        let again = try World.readAlone(["children.csv": other], known: known)
        #expect(again.short == ["warning repeated-citizen-number children.csv:2:5"])
        // Numbers that were entered the wrong way round are put right in one file.
        var swapped = known
        swapped.children.append(
            Child(
                id: "C9", name: "Z (invented)", birthDate: known.children[0].birthDate, household: "H1",
                citizenNumber: known.children[0].citizenNumber))
        let mended = """
            id,name,birth_date,household,citizen_number
            C1,A (invented),2016-05-20,H1,119999201605200028
            C9,Z (invented),2016-05-20,H1,11999920160520001X

            """
        #expect(try World.readAlone(["children.csv": mended], known: swapped).short == [])
    }

    @Test("show that a guardian and an escort are one person, of whichever generation their cards are")
    func samePerson() throws {
        var files = Self.guardian("119999850607001", relation: "other")
        files["escorts.csv"] =
            "id,name,home,from,to,max_children,citizen_number\n"
            + "E1,F (invented),H2,2026-09-01,2027-08-31,1,119999198506070016\n"
        #expect(try World.read(files).findings.map(\.code) == ["same-person"])
    }

    @Test(
        "and WeChat names that are none are errors which quote nothing",
        arguments: ["许兰", "abc", "xu lan 88", "1.38E+10"])
    func wechat(_ typed: String) throws {
        let reading = try World.read([
            "guardians.csv": "id,name,household,relation,wechat\nG1,D (invented),H1,aunt,\(typed)\n"
        ])
        #expect(reading.short == ["error invalid-wechat guardians.csv:2:5"])
        #expect(!"\(reading.findings)".contains(typed))
    }

    @Test(
        "in another cell are errors in identifiers and names, warnings in texts, and never quoted",
        arguments: [
            ("children.csv", "id,name,birth_date,household", "#,A (invented),2016-05-20,H1", "error", 1),
            ("children.csv", "id,name,birth_date,household", "C1,A (invented) #,2016-05-20,H1", "error", 2),
            ("children.csv", "id,name,birth_date,household", "C1,A (invented),2016-05-20,#", "error", 4),
            ("organisations.csv", "id,name", "O1,Office #", "error", 2),
            ("closures.csv", "id,prison,from,reason", "CL1,PR1,2026-10-01,because of # alone", "warning", 4),
            ("absences.csv", "kind,person,from,to,reason", "child,C1,2026-10-01,2026-10-02,#", "warning", 5),
        ])
    func misplaced(_ file: String, _ headings: String, _ row: String, _ severity: String, _ column: Int) throws {
        for number in ["119999201605200028", "119999 20160520 0028"] {
            let reading = try World.read([file: "\(headings)\n\(row.replacing("#", with: number))\n"])
            let told = reading.short.filter { $0.contains("misplaced-citizen-number") }
            #expect(told == ["\(severity) misplaced-citizen-number \(file):2:\(column)"])
            #expect(!"\(reading.findings)".contains(number))
        }
    }

    @Test("as a word that a column does not know are not quoted")
    func unknownWord() throws {
        let reading = try World.read(Self.guardian("", relation: "119999201605200028"))
        #expect(reading.short == ["error unknown-word guardians.csv:2:4"])
        #expect(!"\(reading.findings)".contains("119999201605200028"))
    }

    @Test("go out and come in again with the rest of the register")
    func roundTrip() throws {
        var files = Self.guardian("119999196203150028", birth: "1962-03-15")
        files["guardians.csv"]?.replace("citizen_number", with: "citizen_number,wechat")
        files["guardians.csv"]?.replace("0028\n", with: "0028,xulan_88\n")
        files.merge(Self.child("11999920160520001X")) { first, _ in first }
        let register = try #require(try World.read(files).batch?.register)
        let written = Dictionary(uniqueKeysWithValues: RawTables.files(of: register).map { ($0.name, $0.bytes) })
        let again = try World.readAlone(bytes: written)
        #expect(again.batch?.register.children == register.children)
        #expect(again.batch?.register.guardians == register.guardians)
        #expect(again.batch?.register.guardians.first?.wechat == "xulan_88")
    }
}
