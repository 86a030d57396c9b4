import VisitModel

/// A world of invented people at real cities, of any size, as files to import. The same number and seed give the same
/// bytes.
///
/// The proportions follow the solver's instance generator: one to three children a household, every twelfth prisoner
/// with two households, a visit long ago or never.
struct SyntheticWorld {
    /// One file.
    struct File {
        let name: String
        let heading: String
        var text = ""
        var rows = 0

        init(_ name: String, _ heading: String) {
            self.name = name
            self.heading = heading
        }

        mutating func add(_ cells: String...) {
            text += cells.joined(separator: ",")
            text += "\n"
            rows += 1
        }
    }

    /// The files, in the order in which they name each other.
    private(set) var files: [File] = []
    private var random: SeededRandom
    private let today: Day
    private let childCount: Int

    private var places = File("places.csv", "id,name,name_zh,latitude,longitude,precision")
    private var prisons = File(
        "prisons.csv",
        "id,name,jurisdiction,facility,holds,place,zone,table_seats,notice_min_days,notice_max_days,check_in_minutes")
    private var sessions = File("sessions.csv", "id,prison,weekday,start,minutes,modes,tables")
    private var calendars = File("school_calendars.csv", "calendar,kind,from,to,note")
    private var households = File("households.csv", "id,name,kind,place,language")
    private var guardians = File("guardians.csv", "id,name,household,relation,birth_date,accompanies")
    private var children = File("children.csv", "id,name,birth_date,household,school_calendar")
    private var prisoners = File("prisoners.csv", "id,name,sex,prison,birth_date,grade,admitted")
    private var bonds = File("bonds.csv", "id,child,prisoner,relation,contact,papers")
    private var visits = File("visits.csv", "id,prisoner,children,date,start,minutes,mode,status")

    /// A world of `children` children as it is on `today`.
    init(children: Int, seed: UInt64, today: Day) {
        random = SeededRandom(seed: seed)
        self.today = today
        childCount = children
        let prisonCount = max(1, children / 1500)
        addPlaces()
        addCalendar()
        addPrisons(prisonCount)
        addPeople(prisonCount)
        files = [
            places, prisons, sessions, calendars, households, guardians, self.children, prisoners, bonds, visits,
        ]
    }

    private mutating func addPlaces() {
        for city in Self.cities {
            places.add(city.id, city.name, city.chinese, city.latitude, city.longitude, "city-centre")
        }
    }

    private mutating func addCalendar() {
        let year = today.civil.year
        calendars.add("SCHOOL", "term", "\(year - 1)-09-01", "\(year + 2)-07-10", "invented")
        for year in year - 1...year + 2 {
            calendars.add("SCHOOL", "holiday", "\(year)-01-20", "\(year)-02-20", "invented winter holiday")
            calendars.add("SCHOOL", "holiday", "\(year)-07-10", "\(year)-08-31", "invented summer holiday")
        }
    }

    private mutating func addPrisons(_ count: Int) {
        let pattern = [
            ("wed", "13:30", 60), ("sat", "09:30", 60), ("sat", "14:00", 60), ("sun", "09:30", 60),
            ("sun", "14:00", 60),
        ]
        let perPrison = childCount / count
        for number in 0..<count {
            let city = Self.cities[number % Self.cities.count]
            let female = number % 3 == 0
            prisons.add(
                "J\(number)", "Invented prison \(number)", "CN", "prison", female ? "female" : "male", city.id,
                "Asia/Shanghai", "4", "2", "120", "30")
            for (index, session) in pattern.enumerated() {
                let tables = max(2, perPrison * 12 / 10 / 22 + Int.random(in: 0...1, using: &random))
                sessions.add(
                    "J\(number)-\(index)", "J\(number)", session.0, session.1, "\(session.2)", "table", "\(tables)")
            }
        }
    }

    private mutating func addPeople(_ prisonCount: Int) {
        var child = 0
        var household = 0
        var prisoner = 0
        while child < childCount {
            let prison = Int.random(in: 0..<prisonCount, using: &random)
            let female = prison % 3 == 0
            let grades = ["ordinary", "ordinary", "lenient", "observation"]
            prisoners.add(
                "I\(prisoner)", "Invented \(prisoner)", female ? "female" : "male", "J\(prison)",
                "\(today - Int.random(in: 8000...20000, using: &random))",
                grades[Int.random(in: 0..<4, using: &random)],
                "\(today - Int.random(in: 100...3000, using: &random))")
            let households = Int.random(in: 0..<12, using: &random) == 0 ? 2 : 1
            for _ in 0..<households where child < childCount {
                addHousehold(household, &child, of: prisoner, female ? "mother" : "father", near: prison)
                household += 1
            }
            prisoner += 1
        }
    }

    private mutating func addHousehold(
        _ number: Int, _ child: inout Int, of prisoner: Int, _ relation: String, near prison: Int
    ) {
        let isNear = Int.random(in: 0..<4, using: &random) > 0
        let place = isNear ? prison % Self.cities.count : Int.random(in: 0..<Self.cities.count, using: &random)
        households.add(
            "H\(number)", "Invented household \(number)", "family", Self.cities[place].id, "zh")
        guardians.add(
            "G\(number)", "Invented guardian \(number)", "H\(number)",
            Int.random(in: 0..<2, using: &random) == 0 ? "grandmother" : "aunt",
            "\(today - Int.random(in: 12000...25000, using: &random))", "yes")
        let weights = [1, 1, 1, 1, 1, 2, 2, 2, 3]
        let count = min(weights[Int.random(in: 0..<weights.count, using: &random)], childCount - child)
        var names: [String] = []
        for _ in 0..<count {
            children.add(
                "C\(child)", "Invented child \(child)", "\(today - Int.random(in: 400...6400, using: &random))",
                "H\(number)", "SCHOOL")
            bonds.add("B\(child)", "C\(child)", "I\(prisoner)", relation, "allowed", "household-register")
            names.append("C\(child)")
            child += 1
        }
        guard Int.random(in: 0..<16, using: &random) > 0 else { return }
        visits.add(
            "V\(number)", "I\(prisoner)", names.joined(separator: ";"),
            "\(today - Int.random(in: 8...150, using: &random))", "10:00", "30", "table", "held")
    }

    private struct City {
        let id, name, chinese, latitude, longitude: String
    }

    /// Real cities, at their centres.
    private static let cities: [City] = [
        City(id: "BJ", name: "Beijing", chinese: "北京", latitude: "39.9075", longitude: "116.3972"),
        City(id: "TJ", name: "Tianjin", chinese: "天津", latitude: "39.1422", longitude: "117.1767"),
        City(id: "SJZ", name: "Shijiazhuang", chinese: "石家庄", latitude: "38.0414", longitude: "114.4786"),
        City(id: "TY", name: "Taiyuan", chinese: "太原", latitude: "37.8694", longitude: "112.5603"),
        City(id: "SY", name: "Shenyang", chinese: "沈阳", latitude: "41.7922", longitude: "123.4328"),
        City(id: "CC", name: "Changchun", chinese: "长春", latitude: "43.8800", longitude: "125.3228"),
        City(id: "HRB", name: "Harbin", chinese: "哈尔滨", latitude: "45.7500", longitude: "126.6500"),
        City(id: "SH", name: "Shanghai", chinese: "上海", latitude: "31.2222", longitude: "121.4581"),
        City(id: "NJ", name: "Nanjing", chinese: "南京", latitude: "32.0617", longitude: "118.7778"),
        City(id: "HZ", name: "Hangzhou", chinese: "杭州", latitude: "30.2936", longitude: "120.1614"),
        City(id: "HF", name: "Hefei", chinese: "合肥", latitude: "31.8639", longitude: "117.2808"),
        City(id: "FZ", name: "Fuzhou", chinese: "福州", latitude: "26.0614", longitude: "119.3061"),
        City(id: "NC", name: "Nanchang", chinese: "南昌", latitude: "28.6840", longitude: "115.8531"),
        City(id: "JN", name: "Jinan", chinese: "济南", latitude: "36.6683", longitude: "116.9972"),
        City(id: "ZZ", name: "Zhengzhou", chinese: "郑州", latitude: "34.7578", longitude: "113.6486"),
        City(id: "WH", name: "Wuhan", chinese: "武汉", latitude: "30.5833", longitude: "114.2667"),
        City(id: "CS", name: "Changsha", chinese: "长沙", latitude: "28.1987", longitude: "112.9709"),
        City(id: "GZ", name: "Guangzhou", chinese: "广州", latitude: "23.1167", longitude: "113.2500"),
        City(id: "NN", name: "Nanning", chinese: "南宁", latitude: "22.8167", longitude: "108.3167"),
        City(id: "CQ", name: "Chongqing", chinese: "重庆", latitude: "29.5603", longitude: "106.5577"),
        City(id: "CD", name: "Chengdu", chinese: "成都", latitude: "30.6667", longitude: "104.0667"),
        City(id: "KM", name: "Kunming", chinese: "昆明", latitude: "25.0389", longitude: "102.7183"),
        City(id: "XA", name: "Xi'an", chinese: "西安", latitude: "34.2583", longitude: "108.9286"),
        City(id: "LZ", name: "Lanzhou", chinese: "兰州", latitude: "36.0570", longitude: "103.8399"),
    ]
}
