import Foundation
import Hummingbird
import HummingbirdTesting
import Logging
import VisitApplication
import VisitModel
import VisitPlanning
import VisitTestSupport

@testable import VisitService

/// A store with two organisations and two prisons, answered over by the whole service. All people are invented.
///
/// Organisation A looks after H1 (C1, to P1 in N1), organisation B after H2 (C2, to P2 in N2). V1 and V2 are ahead.
struct StoredWorld: Sendable {
    static let today = SmallWorld.today

    let desk: Desk
    let front: FrontDesk
    let routes: Routes

    /// Gives `body` the world in a folder of its own.
    ///
    /// - Parameter children: how many more children of H2 there are, D1 and so on, all of P2.
    static func use(
        requestsPerMinute: Int = 600, children: Int = 0, _ body: (StoredWorld) async throws -> Void
    ) async throws {
        try await TemporaryFolder.use { folder in
            var files = Self.files
            for number in 0..<children {
                files["children.csv"]? += "D\(number),Invented,2017-05-20,H2\n"
                files["bonds.csv"]? += "E\(number),D\(number),P2,father,\n"
            }
            try files.forEach { try folder.write($0.value, to: "world/\($0.key)") }
            let rules = URL(filePath: #filePath).appending(path: "../../../Config").standardized.path
            let desk = Desk(
                store: folder.path("visits.db"), configuration: rules, keepsStoreOpen: true, actor: "service",
                reach: .everything, now: { SmallWorld.moment })
            try desk.create()
            _ = try desk.importFiles([folder.path("world")])
            try await body(StoredWorld(desk, requestsPerMinute))
        }
    }

    private init(_ desk: Desk, _ requestsPerMinute: Int) throws {
        self.desk = desk
        front = FrontDesk(desk, threads: 2, today: { Self.today })
        let plain = try SmallWorld.routes(front, store: desk)
        routes = Routes(
            desk: front, operation: plain.operation, accessLog: plain.accessLog, runs: plain.runs,
            metrics: plain.metrics,
            limit: RateLimit(perMinute: { requestsPerMinute }))
    }

    /// The application through that door.
    func application(_ door: Door = .open, logger: Logger = LogLines().logger()) -> some ApplicationProtocol {
        var application = buildApplication(
            routes, configuration: ServiceConfiguration(), address: .hostname("127.0.0.1", port: 0), door: door,
            logger: logger)
        application.addServices(front)
        return application
    }

    /// The header by which the holder of a new token of that role says who it is.
    func bearer(_ role: Role) throws -> HTTPFields {
        [.authorization: "Bearer \(try desk.createToken(role: role, label: "", days: 30).secret)"]
    }

    private static let files = [
        "places.csv": """
        id,name,latitude,longitude
        T1,Invented Town,30.0,104.0
        T2,Invented City,30.2,104.2

        """,
        "prisons.csv": """
        id,name,jurisdiction,holds,place,zone
        N1,Invented Prison One,CN-SC,mixed,T2,Asia/Shanghai
        N2,Invented Prison Two,CN-SC,mixed,T2,Asia/Shanghai

        """,
        "sessions.csv": """
        id,prison,weekday,start,minutes,modes,tables
        S1,N1,Saturday,09:00,60,table,1
        S2,N2,Saturday,09:00,60,table,5

        """,
        "organisations.csv": """
        id,name
        A,Invented Aid A
        B,Invented Aid B
        nobody,Invented Aid of nobody

        """,
        "households.csv": """
        id,name,place,language,organisation
        H1,The Invented Family,T1,en,A
        H2,The Other Invented Family,T1,zh,B

        """,
        "guardians.csv": """
        id,household,name,relation,birth_date
        G1,H1,Grandmother Invented,grandmother,1960-01-01
        G2,H2,Grandfather Invented,grandfather,1960-01-01

        """,
        "children.csv": """
        id,name,birth_date,household
        C1,Lin Invented,2016-05-20,H1
        C2,Mo Invented,2017-05-20,H2
        C3,Na Invented,2018-05-20,H2

        """,
        "prisoners.csv": """
        id,name,sex,prison,grade,sentence
        P1,Mei Invented,female,N1,ordinary,fixed-term
        P2,Bao Invented,male,N2,ordinary,fixed-term

        """,
        "bonds.csv": """
        id,child,prisoner,relation,papers
        B1,C1,P1,mother,household-register;birth-certificate;proof-of-relationship;guardian-consent
        B2,C2,P2,father,
        B3,C3,P2,father,

        """,
        "visits.csv": """
        id,status,prisoner,children,guardian,session,date,start,minutes
        V1,proposed,P1,C1,G1,S1@2026-06-06,2026-06-06,09:00,60
        V2,confirmed,P2,C2,G2,S2@2026-06-06,2026-06-06,09:00,60
        V3,confirmed,P2,C3,G2,S2@2026-05-30,2026-05-30,09:00,60

        """,
    ]
}
