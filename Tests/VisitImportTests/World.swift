import VisitModel
import VisitTestSupport

@testable import VisitImport

/// Files of a small invented world, and what reading them gives.
enum World {
    /// The tables that the others refer to, without a fault. Prison PR1 holds women, PR2 men.
    static let sound: [String: String] = [
        "places.csv": "id,name,latitude,longitude\nPL1,Chengdu,30.66,104.06\nPL2,Jianyang,30.41,104.55\n",
        "prisons.csv": """
        id,name,jurisdiction,holds,place,zone
        PR1,One (invented),CN-SC,female,PL1,Asia/Shanghai
        PR2,Two (invented),CN-SC,male,PL2,Asia/Shanghai

        """,
        "sessions.csv": """
        id,prison,weekday,date,start,minutes,tables
        S1,PR1,sat,,09:30,30,12
        S2,PR2,,2026-10-06,14:00,120,8

        """,
        "school_calendars.csv": "calendar,kind,from,to\nSC1,term,2026-09-01,2027-01-22\n",
        "households.csv": "id,name,place\nH1,Family (invented),PL1\nH2,Home (invented),PL2\n",
        "children.csv": """
        id,name,birth_date,household
        C1,A (invented),2016-05-20,H1
        C2,B (invented),2012-11-03,H2
        C3,C (invented),2019-01-01,H1

        """,
        "guardians.csv": "id,name,household,relation\nG1,D (invented),H1,grandmother\nG2,E (invented),H2,carer\n",
        "escorts.csv":
            "id,name,home,weekdays,from,to,max_children\nE1,F (invented),H2,weekend,2026-09-01,2027-08-31,1\n",
        "prisoners.csv": """
        id,name,sex,prison,birth_date
        M1,G (invented),female,PR1,1988-02-11
        M2,H (invented),male,PR2,

        """,
    ]

    /// Reads the sound tables, with these in their stead or beside them.
    static func read(
        _ files: [String: String] = [:], known: Register = Register(), encoding: TextEncoding? = nil, today: Day? = nil
    ) throws -> Reading {
        try readAlone(sound.merging(files) { _, new in new }, known: known, encoding: encoding, today: today)
    }

    /// Reads these tables and no others.
    static func readAlone(
        _ files: [String: String], known: Register = Register(), visits: [KnownVisit] = [],
        encoding: TextEncoding? = nil, today: Day? = nil
    ) throws -> Reading {
        try readAlone(
            bytes: files.mapValues { Array($0.utf8) }, known: known, visits: visits, encoding: encoding, today: today)
    }

    /// Reads tables of these bytes and no others; files are named without their folder.
    static func readAlone(
        bytes files: [String: [UInt8]], known: Register = Register(), visits: [KnownVisit] = [],
        encoding: TextEncoding? = nil, today: Day? = nil
    ) throws -> Reading {
        try TemporaryFolder.use { folder in
            for (name, content) in files { try folder.write(content, to: name) }
            var reading = try FileReader(known: known, visits: visits, encoding: encoding, today: today).read([
                folder.path
            ])
            func nameOnly(_ path: String) -> String { path.replacing(folder.path + "/", with: "") }
            reading.findings = reading.findings.map { finding in
                var finding = finding
                let location = finding.location
                finding.location = location.map {
                    SourceLocation(file: nameOnly($0.file), line: $0.line, column: $0.column)
                }
                return finding
            }
            reading.sources = reading.sources.map { source in
                var source = source
                source.file = nameOnly(source.file)
                return source
            }
            return reading
        }
    }
}

extension Reading {
    /// The findings, short: severity, code and place.
    var short: [String] {
        findings.map { "\($0.severity.rawValue) \($0.code) \($0.location?.description ?? "")" }
    }

    /// The findings of `file`, short.
    func short(_ file: String) -> [String] { short.filter { $0.contains(" \(file)") } }
}
