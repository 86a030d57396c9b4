import Foundation
import Testing
import VisitModel
import VisitTestSupport

@testable import VisitImport

@Suite("The reading of files")
struct FileReaderTests {
    private func failure(_ paths: [String]) -> ImportError? {
        do throws(ImportError) {
            _ = try FileReader(known: Register()).read(paths)
            return nil
        } catch {
            return error
        }
    }

    @Test("a path that is not there, an empty folder and a device are one clear error each")
    func failures() throws {
        try TemporaryFolder.use { folder in
            #expect(failure([]) == .nothingNamed)
            #expect(failure([folder.path("nowhere")]) == .missing(path: folder.path("nowhere")))
            try folder.write("", to: "notes.txt")
            #expect(failure([folder.path]) == .nothingToImport(folder: folder.path, others: ["notes.txt"]))
            #expect(
                failure([folder.path("notes.txt/children.csv")])
                    == .missing(path: folder.path("notes.txt/children.csv")))
            #expect(failure(["/dev/null"]) == .notAFile(path: "/dev/null"))
        }
    }

    @Test("a file larger than the limit is refused before it is read")
    func tooLarge() throws {
        try TemporaryFolder.use { folder in
            let path = try folder.write("id,name\n", to: "places.csv")
            let size = FileBytes.limit + 1
            let handle = try FileHandle(forWritingTo: URL(filePath: path))
            try handle.truncate(atOffset: UInt64(size))
            #expect(failure([path]) == .tooLarge(path: path, bytes: size, limit: FileBytes.limit))
        }
    }

    @Test("every failure has a code, a kind and a sentence in both languages")
    func sentences() {
        let failures: [(ImportError, FailureKind)] = [
            (.nothingNamed, .usage), (.missing(path: "p"), .noInput), (.unreadable(path: "p", reason: "r"), .noInput),
            (.notAFile(path: "p"), .noInput), (.nothingToImport(folder: "p", others: []), .noInput),
            (.tooLarge(path: "p", bytes: 2, limit: 1), .badData), (.readFailed(path: "p", reason: "r"), .inputOutput),
            (.encodingUnavailable(.gb18030), .badConfiguration), (.templateExists(path: "p"), .cannotCreate),
            (.cannotWrite(path: "p", reason: "r"), .cannotCreate),
        ]
        #expect(Set(failures.map(\.0.code)).count == failures.count)
        for (failure, kind) in failures {
            #expect(failure.kind == kind)
            #expect(failure.sentence.english.hasSuffix(".") && failure.sentence.chinese.hasSuffix("。"))
            #expect(failure.advice?.english.hasPrefix("Perhaps ") ?? true)
        }
    }

    @Test("a folder's files are read in an order in which references point back, and hidden files are passed over")
    func orderOfReading() throws {
        let reading = try World.read([
            ".children.csv": "rubbish", "~$children.csv": "rubbish", "README.md": "rubbish",
            "bonds.csv": "id,child,prisoner,relation,contact\nB1,C1,M1,mother,allowed\n",
        ])
        #expect(reading.short == [])
        #expect(
            reading.sources.map(\.table) == [
                "places", "prisons", "sessions", "school_calendars", "households", "children", "guardians", "escorts",
                "prisoners", "bonds",
            ])
        #expect(reading.batch?.sources.map(\.rows) == reading.sources.map(\.rows))
        #expect(reading.sources.first?.rows == 2)
    }

    @Test("single files may be named in any order, and one named twice is read once")
    func singleFiles() throws {
        try TemporaryFolder.use { folder in
            for (name, text) in World.sound { try folder.write(text, to: name) }
            try folder.write("id,name\nPL3,Mianyang\n", to: "more/places 2.csv")
            let names = ["children.csv", "households.csv", "more/places 2.csv", "places.csv", "children.csv"]
            let reading = try FileReader(known: Register()).read(names.map(folder.path))
            #expect(reading.short.map { $0.replacing(folder.path, with: "") } == [])
            #expect(reading.batch?.register.places.map(\.id) == ["PL1", "PL2", "PL3"])
            #expect(reading.batch?.register.children.count == 3)
        }
    }

    @Test("what two files describe twice is told with the first one's name")
    func repeatedAcrossFiles() throws {
        let reading = try World.read(["places-2.csv": "id,name\nPL1,Other\n"])
        #expect(reading.short == ["error repeated-id places.csv:2:1"])
        #expect(reading.findings.first?.sentence.english.contains("places-2.csv describes already") == true)
    }

    @Test("ten thousand faults in one file are all told, sorted, with their places")
    func tenThousandFaults() throws {
        var text = "id,name,birth_date,household\n"
        for number in 1...5000 { text += "C\(number),A (invented),2015-02-30,H9\n" }
        let reading = try World.read(["children.csv": text])
        #expect(reading.batch == nil)
        #expect(reading.findings.count == 10_000)
        let expected = (2...5001).flatMap { ["children.csv:\($0):3", "children.csv:\($0):4"] }
        #expect(reading.findings.compactMap { $0.location?.description } == expected)
        #expect(Set(reading.findings.map(\.code)) == ["no-such-day", "unknown-reference"])
    }

    @Test("beyond the limit faults are counted")
    func limit() {
        var log = FaultLog(file: "x.csv")
        for line in 0..<(FaultLog.limit + 7) {
            log.add(
                .warning, .unlikely, line: line, BilingualText(en: "s.", zh: "s。"), advice: Advice.template)
        }
        let findings = log.sorted()
        #expect(findings.count == FaultLog.limit + 1)
        #expect(findings.last?.sentence.english.hasPrefix("7 further faults") == true)
        #expect(findings.last?.severity == .warning)
    }

    @Test("the faults of all files are told together, by file, line and column")
    func allTogether() throws {
        let reading = try World.read([
            "places.csv": "id,name,latitude,longitude\nPL1,A,x1,y2\nPL2,B,,\n",
            "children.csv": "id,name,birth_date,household\nC1,A,x1,H9\n", "what.csv": "a,b\n",
        ])
        #expect(
            reading.short == [
                "error invalid-date children.csv:2:3", "error unknown-reference children.csv:2:4",
                "error invalid-number places.csv:2:3", "error invalid-number places.csv:2:4",
                "error unknown-file what.csv",
            ])
    }

    @Test("all rows of one calendar are that calendar, in the order of the file")
    func calendars() throws {
        let reading = try World.read([
            "school_calendars.csv": """
            calendar,kind,from,to,note
            SC1,term,2026-09-01,2027-01-22,
            SC2,term,2026-09-01,2027-01-20,
            SC1,holiday,2026-10-01,2026-10-07,National Day
            SC1,make-up,2026-09-20,,

            """
        ])
        let calendars = try #require(reading.batch?.register.schoolCalendars)
        #expect(calendars.map(\.id) == ["SC1", "SC2"])
        #expect(calendars[0].stretches.map(\.kind) == [.term, .holiday, .makeUp])
        #expect(calendars[0].stretches[2].days.count == 1)
    }

    @Test("a table in Chinese writes to its households in Chinese, unless it says otherwise")
    func languageOfHouseholds() throws {
        let chinese = try World.read(["households.csv": "编号,名称,地点,语言\nH1,甲（虚构）,PL1,\nH2,乙（虚构）,PL1,英文\n"])
        #expect(chinese.batch?.register.households.map(\.language) == [.chinese, .english])
        #expect(try World.read().batch?.register.households.map(\.language) == [.english, .english])
    }

    @Test("a visit knows its household, its prison, its session and its start")
    func visit() throws {
        let reading = try World.read([
            "visits.csv": "id,prisoner,children,date,minutes,status,session,guardian\n"
                + "V1,M1,C3；C1,2026-09-05,30,held,S1@2026-09-05,G1\n"
        ])
        let visit = try #require(reading.batch?.register.visits.first)
        #expect(visit.children == ["C1", "C3"])
        #expect((visit.household, visit.prison) == ("H1", "PR1"))
        #expect((visit.session, visit.start) == ("S1@2026-09-05", ClockTime("09:30")))
        #expect(visit.companion == .guardian("G1"))
    }

    @Test("a visit has all the adults of its two columns, escorts first")
    func adults() throws {
        let reading = try World.read([
            "visits.csv": "id,prisoner,children,date,minutes,status,guardian,escort\n"
                + "V1,M1,C1,2026-09-05,30,held,G1,E1\nV2,M1,C1,2026-09-05,30,held,G2；G1,\n"
        ])
        let visits = try #require(reading.batch?.register.visits)
        #expect(visits.map(\.adults) == [[.escort("E1"), .guardian("G1")], [.guardian("G2"), .guardian("G1")]])
    }

    @Test("an identifier of the form of a number stays where the store knows it already")
    func knownNumber() throws {
        var known = try #require(try World.read().batch?.register)
        let table = "id,prisoner,children,date,minutes,status\nV-1,M1,C1,2026-09-05,30,held\n"
        known.visits = [
            Visit(
                id: "V-1", status: .held, prisoner: "M1", household: "H1", children: ["C1"], prison: "PR1",
                date: Day(number: 20_700), minutes: 30)
        ]
        #expect(try World.readAlone(["visits.csv": table], known: known).short == [])
    }
}
