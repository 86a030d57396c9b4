import VisitModel

/// Small invented worlds. All people in them are made up.
enum Worlds {
    /// The day on which all answers are given.
    static let today = day("2026-11-21")

    /// A day that is known to exist.
    static func day(_ text: String) -> Day {
        guard let day = Day(text) else { preconditionFailure("\(text) is not a day.") }
        return day
    }

    /// A time of day that is known to exist.
    static func clock(_ text: String) -> ClockTime {
        guard let clock = ClockTime(text) else { preconditionFailure("\(text) is not a time of day.") }
        return clock
    }

    /// A time on a day: `2026-12-05 14:00`.
    static func time(_ text: String) -> CivilTime {
        let parts = text.split(separator: " ").map(String.init)
        return CivilTime(day(parts[0]), clock(parts[1]))
    }

    /// A leg of a journey.
    static func leg(
        _ mode: Journey.Leg.Mode, _ from: Identifier<Place>, _ to: Identifier<Place>, _ depart: String,
        _ arrive: String, metres: Metres? = nil, route: String? = nil, trip: String? = nil
    ) -> Journey.Leg {
        Journey.Leg(
            mode: mode, from: from, to: to, depart: time(depart), arrive: time(arrive), metres: metres, route: route,
            trip: trip)
    }
}

/// Beijing: two sisters whose mother is in a women's prison, and a boy in a charity's home.
enum Beijing {
    static let prison = Prison(
        id: "BJW", name: BilingualText(en: "Beijing Women’s Prison", zh: "北京市女子监狱"), jurisdiction: Jurisdiction("CN"),
        holds: .female, place: "daxing", zone: "Asia/Shanghai", phone: "010 0000 0001")
    static let daxing = Place(id: "daxing", name: BilingualText(en: "Daxing", zh: "大兴"))
    static let tianjin = Place(id: "tianjin", name: BilingualText(en: "Tianjin", zh: "天津"))
    static let placeNames: [Identifier<Place>: BilingualText] = [
        "daxing": daxing.name, "tianjin": tianjin.name, "south": BilingualText(en: "Beijing South", zh: "北京南站"),
    ]

    static let mother = Prisoner(id: "P1", name: "王芳", sex: .female, prison: "BJW", grade: .ordinary)
    static let family = Household(
        id: "H1", name: "张桂英家", place: "tianjin", language: .chinese, phone: "138 0000 0001")
    static let xiaoyu = Child(id: "C1", name: "王小雨", birthDate: Worlds.day("2017-03-01"), household: "H1")
    static let xiaochen = Child(id: "C2", name: "王小晨", birthDate: Worlds.day("2020-08-15"), household: "H1")
    static let home = Household(
        id: "H2", name: "春苗儿童之家", kind: .charityHome, place: "tianjin", language: .chinese)
    static let lele = Child(id: "C3", name: "李乐乐", birthDate: Worlds.day("2024-01-02"), household: "H2")

    static let trip = Trip(
        outbound: Journey(
            legs: [
                Worlds.leg(
                    .rail, "tianjin", "south", "2026-12-05 09:10", "2026-12-05 09:50", metres: 120_000, route: "C2010",
                    trip: "C2010-1"),
                Worlds.leg(.road, "south", "daxing", "2026-12-05 10:20", "2026-12-05 11:05", metres: 32_400),
                Worlds.leg(.walk, "daxing", "daxing", "2026-12-05 13:00", "2026-12-05 13:20", metres: 850),
            ], cents: 16_400, isEstimated: true),
        homeward: Journey(
            legs: [
                Worlds.leg(.road, "daxing", "south", "2026-12-05 15:00", "2026-12-05 15:45", metres: 32_400),
                Worlds.leg(.rail, "south", "tianjin", "2026-12-05 16:20", "2026-12-05 17:00", metres: 120_000),
            ], cents: 16_400, isEstimated: true),
        nights: 0, cents: 32_800)

    static let visit = Visit(
        id: "V1", number: 123, status: .confirmed, prisoner: "P1", household: "H1", children: ["C1", "C2"],
        companion: .guardian("G1"), prison: "BJW", session: "BJW-SAT@2026-12-05", date: Worlds.day("2026-12-05"),
        start: Worlds.clock("14:00"), minutes: 30,
        documents: [.residentIdentityCard, .householdRegister, .approvedList],
        trip: trip,
        reasons: [
            BilingualText(en: "It is the first Saturday without school", zh: "这是最近一个不上学的星期六"),
            BilingualText(en: "The last visit was 64 days before.", zh: "距上次见面已有64天。"),
        ])

    static let detail = VisitDetail(
        visit: visit, prison: prison, prisonPlace: daxing, prisoner: mother, household: family, householdPlace: tianjin,
        children: [xiaoyu, xiaochen], adults: [.init(name: "张桂英", phone: "138 0000 0001")], placeNames: placeNames)

    static let refusal = Refusal(
        child: "C3", prisoner: "P1", household: "H2", code: .noEscort,
        facts: [.init("sessions", "12"), .init("escorts", "1"), .init("sessions", "13")],
        sentence: BilingualText(
            en: "In all 12 sessions until 13 February 2027 the only escort is with other children.",
            zh: "到2027年2月13日为止的12个场次里，唯一的陪同人员都已带其他孩子出行。"),
        wouldHelp: [
            BilingualText(en: "A second escort on one Saturday", zh: "某个星期六再增加一名陪同人员"),
            BilingualText(en: "A relative who can go along", zh: "有一位亲属可以陪同"),
        ])

    /// Three children of one mother: two with a visit, one without.
    static let outlooks = [
        Outlook(
            child: xiaoyu, prisoner: mother, household: family, relation: .mother, lastVisit: Worlds.day("2026-10-02"),
            next: detail),
        Outlook(
            child: xiaochen, prisoner: mother, household: family, relation: .mother,
            lastVisit: Worlds.day("2026-10-02"), next: detail),
        Outlook(child: lele, prisoner: mother, household: home, relation: .mother, refusal: refusal),
    ]
}

/// Michigan: a boy who travels overnight to his father, with names that a page must not take for markup.
enum Michigan {
    static let prison = Prison(
        id: "MI-1", name: BilingualText("Harbor \"North\" & Pine <Unit>"), jurisdiction: Jurisdiction("US-MI"),
        holds: .male, place: "marquette", zone: "America/Detroit", checkIn: 60)
    static let marquette = Place(id: "marquette", name: BilingualText("Marquette"))
    static let detroit = Place(id: "detroit", name: BilingualText("Detroit"))
    static let father = Prisoner(id: "P9", name: "Sam O'Hara <b>", sex: .male, prison: "MI-1")
    static let household = Household(id: "H9", name: "The O'Haras & Co", place: "detroit", phone: "+1 555 0100")
    static let jo = Child(id: "C9", name: "Jo \"JJ\" O'Hara", birthDate: Worlds.day("2011-12-20"), household: "H9")
    static let trip = Trip(
        outbound: Journey(
            legs: [Worlds.leg(.bus, "detroit", "marquette", "2026-12-19 08:00", "2026-12-19 17:30", route: "1485")],
            cents: 14_000, isEstimated: false),
        homeward: Journey(
            legs: [Worlds.leg(.bus, "marquette", "detroit", "2026-12-20 12:00", "2026-12-20 21:30", route: "1486")],
            cents: 14_000, isEstimated: false),
        nights: 1, cents: 43_000)
    static let visit = Visit(
        id: "V9", status: .proposed, prisoner: "P9", household: "H9", children: ["C9"], companion: .escort("E9"),
        prison: "MI-1", session: "MI-SUN@2026-12-20", date: Worlds.day("2026-12-20"), start: Worlds.clock("09:00"),
        minutes: 120, mode: .contact, documents: [.photoIdentity], trip: trip)
    static let detail = VisitDetail(
        visit: visit, prison: prison, prisonPlace: marquette, prisoner: father, household: household,
        householdPlace: detroit, children: [jo], adults: [.init(name: "=cmd|' /C calc'!A0", phone: "+1 555 0199")],
        placeNames: ["detroit": detroit.name, "marquette": marquette.name])
    static let outlook = Outlook(
        child: jo, prisoner: father, household: household, relation: .father, next: detail)
}

extension Beijing {
    /// A proposed visit of the small boy of the charity's home, in the same session as the sisters'.
    static let homeDetail: VisitDetail = {
        var visit = Beijing.visit
        visit.id = "V2"
        visit.status = .proposed
        visit.household = "H2"
        visit.children = ["C3"]
        visit.companion = .escort("E1")
        visit.trip = nil
        visit.reasons = []
        return VisitDetail(
            visit: visit, prison: prison, prisonPlace: daxing, prisoner: mother, household: home,
            householdPlace: tianjin, children: [lele], adults: [.init(name: "李梅")])
    }()

    /// The elder sister's father, whom she cannot visit yet.
    static let fatherOutlook: Outlook = {
        var refusal = Beijing.refusal
        refusal.child = "C1"
        refusal.prisoner = "P2"
        refusal.household = "H1"
        return Outlook(
            child: xiaoyu, prisoner: Prisoner(id: "P2", name: "王强", sex: .male, prison: "BJM"), household: family,
            relation: .father, lastVisit: Worlds.day("2026-01-31"), refusal: refusal)
    }()

    /// The Saturday afternoons of the prison.
    static let saturdays = SessionTemplate(
        id: "BJW-SAT", prison: "BJW", recurrence: .weekly(.saturday, every: 1, anchor: SessionTemplate.defaultAnchor),
        start: Worlds.clock("14:00"), minutes: 30, modes: [.table, .glass], tables: 20)
    static let session = Session(of: saturdays, on: Worlds.day("2026-12-05"))
}
