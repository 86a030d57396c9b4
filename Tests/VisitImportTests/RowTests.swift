import Testing
import VisitModel

@testable import VisitImport

@Suite("The checks of rows and across them")
struct RowTests {
    /// A table, its faults (and no others anywhere), and what the table is.
    struct Case: Sendable, CustomTestStringConvertible {
        let about: String
        let file: String
        let text: String
        let faults: [String]

        init(_ about: String, _ file: String, _ text: String, _ faults: String...) {
            self.about = about
            self.file = file
            self.text = text
            self.faults = faults
        }

        var testDescription: String { about }
    }

    static let cases: [Case] = [
        Case(
            "latitude without longitude", "places.csv", "id,name,latitude,longitude\nPL1,A,30,\nPL2,B,,\n",
            "error missing-value 2:4"),
        Case(
            "latitude beyond the pole", "places.csv", "id,name,latitude,longitude\nPL1,A,104.06,30.66\nPL2,B,,\n",
            "error out-of-range 2:3"),
        Case(
            "exchanged coordinates", "places.csv", "id,name,latitude,longitude\nPL1,A,87.6,43.8\nPL2,B,,\n",
            "warning unlikely 2:3"),
        Case("a place without a name", "places.csv", "id,name,name_zh\nPL1,,\nPL2,B,\n", "error missing-value 2:2"),
        Case("a place described twice", "places.csv", "id,name\nPL1,A\nPL2,B\nPL1,C\n", "error repeated-id 4:1"),
        Case("a distance from a place to itself", "distances.csv", "from,to,km\nPL1,PL1,5\n", "error to-itself 2:2"),
        Case(
            "a distance of nothing", "distances.csv", "from,to,km,minutes\nPL1,PL2,0,-5\n", "error out-of-range 2:3",
            "error out-of-range 2:4"),
        Case(
            "a distance given twice", "distances.csv", "from,to,km\nPL1,PL2,68\nPL1,PL2,69\nPL2,PL1,70\n",
            "error repeated-id 3:1"),
        Case(
            "a distance shorter than the straight line", "distances.csv", "from,to,km\nPL1,PL2,5.5\n",
            "warning unlikely 2:3"),
        Case(
            "a drive of half a day to the next town", "distances.csv", "from,to,km,minutes\nPL1,PL2,68,1440\n",
            "warning unlikely 2:4"),
        Case("decimals after a comma", "distances.csv", "from;to;km\nPL1;PL2;68,5\n", "error invalid-number 2:3"),
        Case(
            "a booking window that ends before it begins", "prisons.csv",
            "id,name,jurisdiction,holds,place,zone,notice_min_days,notice_max_days\nPR1,A,CN,female,PL1,Asia/Shanghai,60,7\nPR2,B,CN,male,PL1,UTC,,\n",
            "error wrong-order 2:8"),
        Case(
            "a zone that is a city", "prisons.csv",
            "id,name,jurisdiction,holds,place,zone\nPR1,A,cn-sc,female,PL1,Beijing\nPR2,B,China,male,PL1,UTC\n",
            "error invalid-zone 2:6", "error invalid-jurisdiction 3:3"),
        Case(
            "a prisoner in a prison for the other sex", "prisoners.csv",
            "id,name,sex,prison\nM1,A,male,PR1\nM2,B,male,PR2\n", "error contradiction 2:3"),
        Case(
            "a release before the admission", "prisoners.csv",
            "id,name,sex,prison,birth_date,admitted,release\nM1,A,female,PR1,1988-01-01,2020-01-01,2019-01-01\nM2,B,male,PR2,2021-01-01,2020-01-01,\n",
            "error wrong-order 2:7", "error wrong-order 3:6"),
        Case(
            "a session with a weekday and a date", "sessions.csv",
            "id,prison,weekday,date,start,minutes,tables\nS1,PR1,sat,2026-09-05,09:30,30,12\nS2,PR1,,,09:30,30,12\n",
            "error contradiction 2:3", "error missing-value 3:3"),
        Case(
            "a session without minutes or tables", "sessions.csv",
            "id,prison,weekday,start,minutes,tables\nS1,PR1,sat,09:30,0,0\nS2,PR1,sun,09:30,-30,x1\n",
            "error out-of-range 2:5", "error out-of-range 2:6", "error out-of-range 3:5", "error invalid-number 3:6"),
        Case(
            "a session past midnight", "sessions.csv",
            "id,prison,weekday,start,minutes,tables\nS1,PR1,sat,23:30,60,2\nS2,PR1,sat,23:30,30,2\n",
            "error out-of-range 2:5"),
        Case(
            "two weeks without an anchor", "sessions.csv",
            "id,prison,weekday,start,minutes,tables,every_weeks\nS1,PR1,sat,09:30,30,2,2\nS2,PR1,sat,10:30,30,2,\n",
            "warning unlikely 2:7"),
        Case(
            "a single date that repeats", "sessions.csv",
            "id,prison,date,start,minutes,tables,every_weeks,valid_to\nS1,PR1,2026-09-05,09:30,30,2,2,\nS2,PR1,2026-09-05,09:30,30,2,,2026-01-01\n",
            "error contradiction 2:7", "error contradiction 3:3"),
        Case(
            "two weekdays in one session", "sessions.csv",
            "id,prison,weekday,start,minutes,tables\nS1,PR1,sat;sun,09:30,30,2\nS2,PR1,sat,09:30,30,2\n",
            "error unknown-word 2:3"),
        Case(
            "an unknown mode", "sessions.csv",
            "id,prison,weekday,start,minutes,tables,modes\nS1,PR1,sat,09:30,30,2,table;glas\nS2,PR1,sat,09:30,30,2,table;table\n",
            "error unknown-word 2:7", "error repeated-word 3:7"),
        Case(
            "a closure that ends before it begins", "closures.csv",
            "id,prison,session,from,to\nCL1,PR1,,2026-10-07,2026-10-01\n", "error wrong-order 2:5"),
        Case(
            "a closure of another prison's session", "closures.csv", "id,prison,session,from\nCL1,PR1,S2,2026-10-07\n",
            "error other-prison 2:3"),
        Case(
            "a school year of two years", "school_calendars.csv",
            "calendar,kind,from,to\nSC1,term,2026-09-01,2028-09-01\n", "warning unlikely 2:4"),
        Case(
            "a household that lends from itself, and from nowhere", "households.csv",
            "id,name,place,escorts_from\nH1,A,PL1,H1\nH2,B,PL1,H9\n", "error to-itself 2:4",
            "error unknown-reference 3:4"),
        Case(
            "a household that lends from one below it", "households.csv",
            "id,name,place,escorts_from\nH1,A,PL1,H2\nH2,B,PL1,\n"),
        Case(
            "a household that is never at home", "households.csv",
            "id,name,place,leaves_after,returns_before\nH1,A,PL1,20:00,08:00\nH2,B,PL1,,\n", "error wrong-order 2:5"),
        Case(
            "children of unknown places", "children.csv",
            "id,name,birth_date,household,school_calendar\nC1,A,2016-05-20,H7,SC7\n", "error unknown-reference 2:4",
            "error unknown-reference 2:5"),
        Case(
            "years that cannot be", "children.csv",
            "id,name,birth_date,household\nC1,A,0216-05-20,H1\nC2,B,20/5/2016,H1\nC3,C,42510,H1\n",
            "error out-of-range 2:3", "error invalid-date 3:3", "error invalid-date 4:3"),
        Case(
            "an identifier that would break lists", "children.csv",
            "id,name,birth_date,household\nC1、C2,A,2016-05-20,H1\nC@3,B,2016-05-20,H1\n", "error invalid-id 2:1",
            "error invalid-id 3:1"),
        Case(
            "an escort who takes nobody", "escorts.csv",
            "id,name,home,from,to,max_children,vetted_until\nE1,A,H2,2026-09-01,2027-08-31,0,\nE2,B,H2,2026-09-01,2027-08-31,2,2026-01-01\n",
            "error out-of-range 2:6", "warning unlikely 3:7"),
        Case(
            "an event that is no misconduct", "prisoner_events.csv",
            "id,prisoner,event,date,until,misconduct\nEV1,M1,solitary,2026-01-02,2026-01-01,drug\n",
            "error wrong-order 2:5", "error contradiction 2:6"),
        Case(
            "a suspension that ends before it begins, of an unknown visitor", "prisoner_events.csv",
            "id,prisoner,event,date,until,visitor\nEV1,M1,visitorSuspended,2026-01-02,2026-01-01,G1\nEV2,M1,visitBreach,2026-01-02,,G77\n",
            "error wrong-order 2:5", "error unknown-reference 3:6"),
        Case(
            "a visitor of an event that is about none", "prisoner_events.csv",
            "id,prisoner,event,date,visitor\nEV1,M1,solitary,2026-01-02,G1\nEV2,M1,visitBreach,2026-01-02,E1\n",
            "error contradiction 2:5"),
        Case(
            "absences of nobody, and of people of another kind", "absences.csv",
            "kind,person,from\nescort,G1,2026-11-01\nchild,C77,2026-11-01\nprisoner,M77,2026-11-01\n,E1,2026-11-01\nguardian,,2026-11-01\nteacher,E1,2026-11-01\n",
            "error unknown-reference 2:2", "error unknown-reference 3:2", "error unknown-reference 4:2",
            "error missing-value 5:1", "error missing-value 6:2", "error unknown-word 7:1"),
        Case(
            "absences that end before they begin", "absences.csv",
            "kind,person,from,to,start,end\nescort,E1,2026-11-03,2026-11-02,,\nescort,E1,2026-11-04,,18:00,09:00\nescort,E1,2026-11-05,,18:00,18:00\n",
            "error wrong-order 2:4", "error wrong-order 3:6", "error wrong-order 4:6"),
        Case(
            "half of the hours", "absences.csv",
            "kind,person,from,start,end\nescort,E1,2026-11-03,09:00,\nescort,E1,2026-11-04,,18:00\nescort,E1,2026-11-05,x9,18:00\n",
            "error missing-value 2:5", "error missing-value 3:4", "error invalid-time 4:4"),
        Case(
            "an absence given twice, once without an identifier", "absences.csv",
            "id,kind,person,from\n,escort,E1,2026-11-03\n,escort,E1,2026-11-04\nescort-E1-2026-11-03,escort,E1,2026-11-03\n",
            "error repeated-id 4:1"),
        Case(
            "a bond given twice", "bonds.csv", "id,child,prisoner,relation\nB1,C1,M1,mother\nB2,C1,M1,mother\n",
            "error repeated-bond 3:3"),
        Case(
            "a father in a women's prison", "bonds.csv",
            "id,child,prisoner,relation\nB1,C1,M1,father\nB2,C2,M9,mother\n", "warning unlikely 2:4",
            "error unknown-reference 3:3"),
        Case(
            "a parent younger than the child", "prisoners.csv",
            "id,name,sex,prison,birth_date\nM1,A,female,PR1,2015-01-01\nM2,B,male,PR2,\n"),
        Case(
            "money that is none", "budgets.csv", "month,amount\n2026-09,-5\n2026-10,¥100\n2026-09,7\n2026-13,7\n",
            "error out-of-range 2:2", "error invalid-number 3:2", "error repeated-id 4:1", "error invalid-month 5:1"),
        Case(
            "a parameter that is none", "parameters.csv",
            "name,value\n60,travel.road.kmh\nplan weeks,12\nplan.weeks,\n", "error invalid-parameter 3:1",
            "error missing-value 4:2"),
        Case(
            "children of two households in one visit", "visits.csv",
            "id,prisoner,children,date,minutes,status\nV1,M1,C1;C2,2026-09-05,30,held\nV2,M1,C1;C3,2026-09-05,30,held\nV3,M1,C1;C1,2026-09-05,30,held\n",
            "error other-household 2:3", "error repeated-word 4:3"),
        Case(
            "a visit before birth", "visits.csv",
            "id,prisoner,children,date,minutes,status\nV1,M1,C1,2015-09-05,30,held\n", "error contradiction 2:4"),
        Case(
            "a session's date that is another", "visits.csv",
            "id,prisoner,children,date,minutes,status,session\nV1,M1,C1,2026-09-05,30,held,S1@2026-09-12\nV2,M1,C1,2026-09-05,30,held,S1\nV3,M1,C1,2026-09-05,30,held,S9@2026-09-05\n",
            "error contradiction 2:7", "error invalid-id 3:7", "error unknown-reference 4:7"),
        Case(
            "an escort with too many children; with a guardian beside there is no limit", "visits.csv",
            "id,prisoner,children,date,minutes,status,escort,guardian\nV1,M1,C1,2026-09-05,30,held,E1,G1\nV2,M1,C1,2026-09-05,30,held,,G2\nV3,M1,C1;C3,2026-09-05,30,held,E1,\nV4,M1,C1;C3,2026-09-05,30,held,E1,G1\n",
            "warning other-household 3:8", "warning contradiction 4:7"),
        Case(
            "an adult who is named twice, and one whom nobody knows", "visits.csv",
            "id,prisoner,children,date,minutes,status,guardian\nV1,M1,C1,2026-09-05,30,held,G1;G1\nV2,M1,C1,2026-09-05,30,held,G1；G9\n",
            "error repeated-word 2:7", "error unknown-reference 3:7"),
        Case(
            "a household of an organisation that nobody knows", "households.csv",
            "id,name,place,organisation\nH1,A,PL1,ORG9\nH2,B,PL1,\n", "error unknown-reference 2:4"),
        Case(
            "organisations described twice or without a name", "organisations.csv",
            "id,name\nORG1,A\nORG1,B\nORG2,\n", "error repeated-id 3:1", "error missing-value 4:2"),
        Case(
            "a budget of nothing, one below nothing, and two of one organisation in one month", "budgets.csv",
            "month,amount,organisation\n2026-09,0,\n2026-10,-5,\n2026-09,10,ORG9\n2026-09,12,\n",
            "warning zero-budget 2:2", "error out-of-range 3:2", "error unknown-reference 4:3", "error repeated-id 5:1"),
        Case(
            "a prison that admits nobody, and an adult with no table", "prisons.csv",
            "id,name,jurisdiction,holds,place,zone,max_visitors,tables_per_adult\nPR1,A,CN,female,PL1,Asia/Shanghai,0,1\nPR2,B,CN,male,PL1,UTC,5,x0\n",
            "error out-of-range 2:7", "error invalid-number 3:8"),
        Case(
            "a place's zone that is a city", "places.csv", "id,name,zone\nPL1,A,Beijing\nPL2,B,\n",
            "error invalid-zone 2:3"),
        Case(
            "a prisoner kept apart from the same one, from nobody, and twice from one", "separations.csv",
            "prisoner,other\nM1,M1\nM1,M9\nM1,M2\nM2,M1\n", "error to-itself 2:2", "error unknown-reference 3:2",
            "error repeated-id 5:2"),
        Case(
            "identifiers that look like numbers of visits", "visits.csv",
            "id,prisoner,children,date,minutes,status\nV-1,M1,C1,2026-09-05,30,held\nv-0022,M1,C1,2026-09-05,30,held\nV3,M1,C1,2026-09-05,30,held\nV-X4,M1,C1,2026-09-05,30,held\n",
            "error reserved-id 2:1", "error reserved-id 3:1"),
        Case(
            "an agreed visit in another prison", "visits.csv",
            "id,prisoner,children,date,minutes,status,session\nV1,M1,C1,2026-10-06,30,confirmed,S2@2026-10-06\nV2,M1,C1,2026-10-06,30,held,S2@2026-10-06\n",
            "warning other-prison 2:7"),
        Case(
            "an unknown status", "visits.csv",
            "id,prisoner,children,date,start,minutes,status\nV1,M1,C1,2026-09-05,9.30,30,hold\n",
            "error invalid-time 2:5", "error unknown-word 2:7"),
        Case(
            "a row of too few cells, one of too many, and one with empty ones at its end", "guardians.csv",
            "id,name,household,relation\nG1,A,H1\nG2,B,H2,carer,x\nG3,C,H1,aunt,,\n", "error too-few-cells 2:3",
            "error too-many-cells 3:5", "warning too-many-cells 4:5"),
        Case(
            "a value below an empty heading", "guardians.csv",
            "id,name,household,relation,,\nG1,A,H1,aunt,,\nG2,B,H2,carer,x,\nG3,C,H2,carer,x,\n",
            "warning cell-without-heading 3:5"),
        Case(
            "a line break in a name", "guardians.csv",
            "id,name,household,relation\nG1,\"A\nB\",H1,aunt\nG2,C,H1,aunt\n", "error line-break 2:2"),
    ]

    @Test("each fault is told with its line and cell", arguments: cases)
    func faults(of example: Case) throws {
        let reading = try World.read([example.file: example.text])
        let expected = example.faults.map { fault in
            let words = fault.split(separator: " ")
            return "\(words[0]) \(words[1]) \(example.file):\(words[2])"
        }
        #expect(reading.short(example.file) == expected)
        #expect((reading.batch == nil) == reading.findings.contains { $0.severity == .error })
    }

    @Test("every finding has a sentence and advice in both languages", arguments: cases)
    func findingsAreWhole(of example: Case) throws {
        for finding in try World.read([example.file: example.text]).findings {
            #expect(finding.sentence.english.hasSuffix(".") && finding.sentence.chinese.hasSuffix("。"))
            let advice = try #require(finding.advice)
            #expect(advice.english.hasPrefix("Perhaps ") && advice.chinese.hasPrefix("也许"))
            #expect(FaultCode(rawValue: finding.code) != nil)
            #expect(!finding.sentence.chinese.contains("；；") && finding.subject != "")
        }
    }

    @Test("a parent much younger than the bond allows is a warning at the bond")
    func parentTooYoung() throws {
        let reading = try World.read([
            "prisoners.csv": "id,name,sex,prison,birth_date\nM1,A,female,PR1,2010-01-01\nM2,B,male,PR2,\n",
            "bonds.csv": "id,child,prisoner,relation,contact\nB1,C1,M1,mother,allowed\nB2,C2,M1,sibling,\n",
        ])
        #expect(reading.short == ["warning unlikely bonds.csv:2:4"])
    }

    @Test("what the store holds may be referred to, and a file's row replaces it")
    func known() throws {
        let held = try #require(try World.read(["bonds.csv": "id,child,prisoner,relation\nB1,C1,M1,mother\n"]).batch)
        func read(_ file: String, _ text: String) throws -> [String] {
            try World.readAlone([file: text], known: held.register).short
        }
        let bonds = "contact,id,child,prisoner,relation\n"
        #expect(try read("bonds.csv", bonds + ",B2,C2,M2,father\n") == [])
        #expect(try read("bonds.csv", bonds + ",B2,C1,M1,mother\n") == ["error repeated-bond bonds.csv:2:4"])
        #expect(try read("bonds.csv", bonds + ",B1,C1,M1,other\n") == [])
        #expect(try read("bonds.csv", bonds + ",B1,C3,M1,mother\n,B2,C1,M1,mother\n") == [])
        #expect(
            try read("prisoners.csv", "id,name,sex,prison\nM3,A,male,PR1\n") == [
                "error contradiction prisoners.csv:2:3"
            ])
        #expect(
            try read("visits.csv", "id,prisoner,children,date,minutes,status\nV1,M1,C1;C2,2026-09-05,30,held\n")
                == ["error other-household visits.csv:2:3"])
    }

    @Test("nothing that refers to a faulty row is at fault for that")
    func noAvalanche() throws {
        let children = "id,name,birth_date,household\nC1,A,x,H1\nC2,B,2016-05-20\nC3,C,2016-05-20,H1\n"
        let bonds = "id,child,prisoner,relation\nB1,C1,M1,mother\nB2,C2,M1,mother\nB3,C9,M1,mother\n"
        let reading = try World.read(["children.csv": children, "bonds.csv": bonds])
        #expect(
            reading.short == [
                "error unknown-reference bonds.csv:4:2", "error invalid-date children.csv:2:3",
                "error too-few-cells children.csv:3:3",
            ])
        let broken = try World.read(["children.csv": "id,name,birth_date,household\n\"C1,A,x,H1\n", "bonds.csv": bonds])
        #expect(broken.short == ["error unterminated-quote children.csv:2:1"])
    }

    @Test("no name, telephone number or note of a person is ever quoted")
    func personalData() throws {
        let reading = try World.read([
            "children.csv": "id,name,birth_date,household\nC1,\"Secret\nName\",x1,H1\nC1,SecretName,Secret Name,H1\n",
            "households.csv": "id,name,place,phone\nH1,Secret,PL9,\"1\u{7}2 Secret\"\nH2,Secret,PL1,Secret1\n",
            "prisoner_events.csv": "id,prisoner,event,date,note\nEV1,M1,birth,x2,Secret\n",
        ])
        #expect(reading.findings.count == 8)
        #expect(!"\(reading.findings)".contains("Secret"))
    }
}
