import Foundation
import Hummingbird
import HummingbirdTesting
import VisitApplication
import VisitModel
import VisitPlanning
import VisitTestSupport

@testable import VisitService

/// Two organisations whose children travel together: one escort takes children of both from one town to two prisons of
/// one city. Everything that is somebody's bears a mark in identifier, name, number and reason, so that an answer in which
/// a mark stands tells of them. All people are invented.
///
/// `YYV` is organisation A. The other one is B, `ZZQ` or whatever a world calls it. `JJX` and `WWK` are the two prisons and
/// whatever has to do with one of them alone. The home with the escort, `HUB`, is nobody's.
struct TwoOrganisations: Sendable {
    static let today = SmallWorld.today

    /// What of organisation B differs between two worlds in which everything of A is the same.
    struct Others: Sendable {
        /// The mark of all that is theirs.
        var mark: String
        /// How many of their children travel with A's to either prison.
        var along: (first: Int, second: Int)
        /// How many more children live elsewhere.
        var elsewhere: Int

        static let these = Others(mark: "ZZQ", along: (2, 1), elsewhere: 1)
        /// Others in their place, of whom just as many travel with A's.
        static let those = Others(mark: "KKT", along: (2, 1), elsewhere: 3)
        /// Others in their place, of whom not as many travel with A's.
        static let more = Others(mark: "MMC", along: (3, 2), elsewhere: 2)
    }

    /// A mark as telephone numbers carry it, which have no letters: the codes of its letters.
    static func digits(of mark: String) -> String { mark.utf8.map { "\($0)" }.joined() }

    /// The mark of organisation A.
    static let own = "YYV"
    let others: Others
    let desk: Desk
    let front: FrontDesk
    let routes: Routes

    /// Gives `body` worlds in which only organisation B differs.
    static func use(_ others: Others..., body: ([TwoOrganisations]) async throws -> Void) async throws {
        try await TemporaryFolder.use { folder in
            // One secret in all, so that A's planned visits have the same identifiers.
            try desk(folder.path("empty.db")).create()
            for other in others {
                try FileManager.default.copyItem(
                    atPath: folder.path("empty.db"), toPath: folder.path("\(other.mark).db"))
            }
            try await body(try others.map { try TwoOrganisations($0, in: folder) })
        }
    }

    private static func desk(_ path: String) -> Desk {
        let rules = URL(filePath: #filePath).appending(path: "../../../Config").standardized.path
        return Desk(
            store: path, configuration: rules, keepsStoreOpen: true, actor: "service", reach: .everything,
            now: { SmallWorld.moment })
    }

    private init(_ others: Others, in folder: TemporaryFolder) throws {
        self.others = others
        desk = Self.desk(folder.path("\(others.mark).db"))
        front = FrontDesk(desk, threads: 2, today: { Self.today })
        let plain = try SmallWorld.routes(front, store: desk)
        routes = Routes(
            desk: front, operation: plain.operation, accessLog: plain.accessLog, runs: plain.runs,
            metrics: plain.metrics,
            limit: RateLimit(perMinute: { 1_000_000 }))
        try fill(folder)
    }

    /// The application, asked through the open door.
    func application() -> some ApplicationProtocol {
        var application = buildApplication(
            routes, configuration: ServiceConfiguration(), address: .hostname("127.0.0.1", port: 0), door: .open,
            logger: LogLines().logger())
        application.addServices(front)
        return application
    }

    private func fill(_ folder: TemporaryFolder) throws {
        // A child of A's lived with B before, and went on visits from there. One was written down again since.
        try importing(
            files(movedLivesIn: "\(others.mark)-H1", visits: [Self.againWritten, Self.writtenOnce]), folder, "before")
        try importing(files(movedLivesIn: "YYV-H1", visits: [Self.againWritten]), folder, "after")
        let b = others.mark
        let steps: [(VisitAct.Kind, String)] = [
            (.missed, "\(b)-V2"), (.cancel, "\(b)-V3"), (.turnedAway, "\(b)-V4"), (.cancel, "\(b)-V5"),
            (.missed, "YYV-V2"), (.cancel, "YYV-V3"),
        ]
        for (kind, visit) in steps {
            let step = Desk.Step(kind, by: .household, reason: "the flu of \(visit)")
            _ = try desk.take(step, on: [Identifier(visit)], today: Self.today)
        }
        _ = try desk.plan(PlanRequest(today: Self.today, weeks: 3, iterations: 50, threads: 1))
        _ = try desk.postMessages(today: Self.today)
    }

    private func importing(_ files: [String: String], _ folder: TemporaryFolder, _ name: String) throws {
        let path = "\(others.mark)-\(name)"
        for (file, text) in files { try folder.write(text, to: "\(path)/\(file)") }
        let report = try desk.importFiles([folder.path(path)])
        precondition(
            report.findings.allSatisfy { $0.severity != .error },
            "The world can be imported; found \(report.findings.map(\.sentence.english)).")
    }

    // MARK: What is in it

    private static let againWritten = "V8,held,JJX-P9,YYV-JJX-C9,,2026-01-10,09:00,60"
    private static let writtenOnce = "YYV-ZZQ-V9,held,JJX-P9,YYV-JJX-C9,,2026-02-07,09:00,60"

    private func files(movedLivesIn home: String, visits more: [String]) -> [String: String] {
        [
            "places.csv": Self.places(others.mark), "prisons.csv": Self.prisons, "sessions.csv": Self.sessions,
            "parameters.csv": "name,value\nmessage.channel,sms\n",
            "organisations.csv": """
            id,name
            \(people { "\($0),Invented organisation \($0)" })

            """,
            "households.csv": """
            id,name,kind,place,language,organisation,escorts_from,phone
            HUB,Shared Invented Home,charity-home,T1,en,,,
            \(people { "\($0)-H1,Invented family \($0)-one,family,T1,en,\($0),HUB,000-\(Self.digits(of: $0))-1" })
            \(people { "\($0)-H2,Invented family \($0)-two,family,\($0)-T3,zh,\($0),,000-\(Self.digits(of: $0))-2" })

            """,
            "guardians.csv": """
            id,household,name,relation,birth_date,phone,accompanies,email
            \(people { "\($0)-G1,\($0)-H1,Grandmother \($0)-one,grandmother,1940-01-01,000-\(Self.digits(of: $0))-3,no,one@\($0).example" })
            \(people { "\($0)-G2,\($0)-H2,Grandmother \($0)-two,grandmother,1960-01-01,000-\(Self.digits(of: $0))-4,yes,two@\($0).example" })

            """,
            "escorts.csv": """
            id,name,home,from,to,max_children,phone,email
            EH1,Invented Escort,HUB,2026-01-01,2026-12-31,9,000-10001,escort@hub.example
            EH2,Other Invented Escort,HUB,2026-01-01,2026-12-31,9,000-10002,
            \(people { "\($0)-E2,Escort of \($0),\($0)-H2,2026-01-01,2026-12-31,2,000-\(Self.digits(of: $0))-5," })

            """,
            "children.csv": """
            id,name,birth_date,household
            \(people { "\($0)-JJX-C1,Ann JJX of \($0),2016-05-20,\($0)-H1" })
            YYV-WWK-C2,Ben WWK of YYV,2017-05-20,YYV-H2
            YYV-JJX-C9,Moved JJX of YYV,2015-03-03,\(home)
            \(theirs.map { "\($0.id),\($0.name),2014-02-02,\($0.household)" }.joined(separator: "\n"))

            """,
            "prisoners.csv": prisoners, "bonds.csv": bonds,
            "separations.csv": "prisoner,other\nJJX-P9,\(others.mark)-JJX-P8\n",
            "visits.csv": visits + more.map { "\($0),\(others.mark)-G1,\n" }.joined(),
            "prisoner_events.csv": """
            id,prisoner,event,date,until,note
            \(people { "\($0)-EV1,\($0)-JJX-P1,misconduct,2026-01-01,,what \($0)-JJX did" })

            """,
        ]
    }

    /// A line for each of the two organisations.
    private func people(_ line: (String) -> String) -> String {
        [Self.own, others.mark].map(line).joined(separator: "\n")
    }

    /// More children of B: some travel with A's, some live elsewhere.
    private var theirs: [(id: String, name: String, household: String, prisoner: String)] {
        let b = others.mark
        return (0..<others.along.first - 1).map {
            ("\(b)-JJX-D\($0)", "Dee JJX \($0) of \(b)", "\(b)-H1", "\(b)-JJX-P1")
        }
            + (0..<others.along.second).map {
                ("\(b)-WWK-F\($0)", "Fay WWK \($0) of \(b)", "\(b)-H1", "\(b)-WWK-P2")
            }
            + (0..<others.elsewhere).map {
                ("\(b)-WWK-K\($0)", "Kim WWK \($0) of \(b)", "\(b)-H2", "\(b)-WWK-P3")
            }
    }

    private static func places(_ mark: String) -> String {
        """
        id,name,latitude,longitude
        T1,Invented Town,30.0,104.0
        T2,Invented City,30.2,104.2
        WWK-T2,WWK Suburb,30.21,104.21
        YYV-T3,Village YYV-three,30.3,104.1
        \(mark)-T3,Village \(mark)-three,30.1,104.3

        """
    }

    private static let prisons = """
        id,name,jurisdiction,holds,place,zone,phone,tables_per_adult
        JJX-N1,Prison JJX,CN-SC,mixed,T2,Asia/Shanghai,000-747488,9
        WWK-N2,Prison WWK,CN-SC,mixed,WWK-T2,Asia/Shanghai,000-878775,9

        """

    private static let sessions = """
        id,prison,weekday,start,minutes,modes,tables
        JJX-S1,JJX-N1,Saturday,09:00,60,table,30
        WWK-S2,WWK-N2,Saturday,14:00,60,table,30

        """

    private var prisoners: String {
        """
        id,name,sex,prison,birth_date,sentence,grade
        \(people { "\($0)-JJX-P1,Mother JJX of \($0),female,JJX-N1,1988-01-01,fixed-term,ordinary" })
        \(people { "\($0)-WWK-P2,Father WWK of \($0),male,WWK-N2,1988-01-01,fixed-term,ordinary" })
        \(others.mark)-WWK-P3,Uncle WWK of \(others.mark),male,WWK-N2,1988-01-01,fixed-term,ordinary
        JJX-P9,Mother JJX of both,female,JJX-N1,1988-01-01,fixed-term,ordinary
        \(others.mark)-JJX-P8,Other JJX of \(others.mark),female,JJX-N1,1988-01-01,fixed-term,ordinary

        """
    }

    private var bonds: String {
        """
        id,child,prisoner,relation,contact
        \(people { "\($0)-B1,\($0)-JJX-C1,\($0)-JJX-P1,mother," })
        YYV-B2,YYV-WWK-C2,YYV-WWK-P2,father,
        YYV-B9,YYV-JJX-C9,JJX-P9,mother,
        \(others.mark)-B9,\(others.mark)-JJX-C1,JJX-P9,mother,on-hold
        \(others.mark)-B8,\(others.mark)-JJX-C1,\(others.mark)-JJX-P8,mother,on-hold
        \(theirs.map { "\($0.id)-B,\($0.id),\($0.prisoner),father," }.joined(separator: "\n"))

        """
    }

    private var visits: String {
        let b = others.mark
        return """
            id,status,prisoner,children,session,date,start,minutes,guardian,escort
            YYV-V1,held,YYV-JJX-P1,YYV-JJX-C1,,2026-03-07,09:00,60,,
            YYV-V2,confirmed,YYV-WWK-P2,YYV-WWK-C2,,2026-04-04,14:00,60,YYV-G2,
            YYV-V3,confirmed,YYV-WWK-P2,YYV-WWK-C2,WWK-S2@2026-06-27,2026-06-27,14:00,60,YYV-G2,
            \(b)-V1,held,\(b)-JJX-P1,\(b)-JJX-C1,,2026-03-14,09:00,60,,
            \(b)-V2,confirmed,\(b)-WWK-P3,\(b)-WWK-K0,,2026-04-11,14:00,60,\(b)-G2,
            \(b)-V3,confirmed,\(b)-WWK-P3,\(b)-WWK-K0,,2026-06-27,14:00,60,\(b)-G2,
            \(b)-V4,confirmed,\(b)-WWK-P3,\(b)-WWK-K0,,2026-05-09,14:00,60,\(b)-G2,
            \(b)-V5,confirmed,\(b)-JJX-P1,\(b)-JJX-C1,JJX-S1@2026-06-27,2026-06-27,09:00,60,,
            YYV-V6,confirmed,YYV-JJX-P1,YYV-JJX-C1,JJX-S1@2026-07-04,2026-07-04,09:00,60,,EH1
            \(b)-V6,confirmed,\(b)-WWK-P2,\(b)-WWK-F0,,2026-07-04,09:30,60,,EH1
            YYV-V7,confirmed,JJX-P9,YYV-JJX-C9,JJX-S1@2026-07-04,2026-07-04,09:00,60,YYV-G1,
            \(b)-V7,confirmed,\(b)-JJX-P8,\(b)-JJX-C1,JJX-S1@2026-07-04,2026-07-04,09:00,60,\(b)-G1,

            """
    }
}
