import VisitModel

/// `places.csv`: where children live and prisons stand.
enum PlaceRow: RowLoader {
    enum Column: Int, ColumnSet {
        case id, name, nameZh, latitude, longitude, precision, zone

        static let table = TableName.places

        var definition: ColumnDefinition {
            switch self {
            case .id:
                ColumnDefinition(
                    "id", .required, zh: ["编号", "地点编号"], also: ["place id"],
                    BilingualText(en: "the identifier of the place", zh: "地点的编号"), examples: ["PL1", "PL2"])
            case .name:
                ColumnDefinition(
                    "name", .either(or: "name_zh"), zh: ["英文名称", "英文名"], also: ["name_en"],
                    BilingualText(en: "its name in English", zh: "英文名称"), examples: ["Chengdu", "Jianyang"])
            case .nameZh:
                ColumnDefinition(
                    "name_zh", .either(or: "name"), zh: ["名称", "中文名称", "地点名称", "地点"],
                    BilingualText(en: "its name in Chinese", zh: "中文名称"), examples: ["成都", "简阳"])
            case .latitude:
                ColumnDefinition(
                    "latitude", .optional, zh: ["纬度"], also: ["lat"], empty: .staysUntilNone,
                    BilingualText(en: "degrees north of the equator (WGS 84)", zh: "北纬度数（WGS 84）"),
                    examples: ["30.6600", "30.4100"])
            case .longitude:
                ColumnDefinition(
                    "longitude", .optional, zh: ["经度"], also: ["lon", "lng"], empty: .staysUntilNone,
                    BilingualText(en: "degrees east of Greenwich (WGS 84)", zh: "东经度数（WGS 84）"),
                    examples: ["104.0600", "104.5500"])
            case .precision:
                ColumnDefinition(
                    "precision", .optional, zh: ["精度", "坐标精度"], words: Words.precision.list,
                    BilingualText(
                        en: "how well the coordinate is known (empty: approximate)", zh: "坐标的准确程度（空：大致）"),
                    examples: ["city-centre", "approximate"], zhExamples: ["市中心", "大致"])
            case .zone:
                ColumnDefinition(
                    "zone", .optional, zh: ["时区"], also: ["time zone"], empty: .staysUntilNone,
                    BilingualText(
                        en: "the IANA name of the zone that its clocks show (empty: that of the prison)",
                        zh: "当地钟表所用的 IANA 时区名（空：同监狱）"),
                    examples: ["", "Asia/Shanghai"])
            }
        }
    }

    static let key: Column? = .id

    static func load(_ row: inout RowReader<Column>, into draft: inout Draft) {
        let id = row.key(.id, of: Place.self, draft: &draft)
        let stored = draft.stored(id, in: .places, \.places)
        let name = row.name(.name, .nameZh, stored: stored?.name)
        let coordinate = coordinate(&row, stored: stored?.coordinate)
        let precision = row.resolved(.precision, stored?.precision, otherwise: .approximate) {
            $0.word(.precision, in: Words.precision)
        }
        let zone = row.resolved(.zone, stored?.zone) { $0.zone(.zone) }
        guard let id, let name else { return }
        draft.register.places.append(
            Place(id: id, name: name, coordinate: coordinate, precision: precision, zone: zone))
    }

    private static func coordinate(_ row: inout RowReader<Column>, stored: Coordinate?) -> Coordinate? {
        let latitude = row.resolved(.latitude, stored?.latitude) { $0.degrees(.latitude, limit: 90) }
        let longitude = row.resolved(.longitude, stored?.longitude) { $0.degrees(.longitude, limit: 180) }
        // A cell that is wrong has been reported and is no missing half.
        let hasLatitude = latitude != nil || !row.mayBeNone(.latitude)
        let hasLongitude = longitude != nil || !row.mayBeNone(.longitude)
        guard hasLatitude == hasLongitude else {
            row.fault(
                hasLatitude ? .longitude : .latitude, .missingValue,
                BilingualText(
                    en: "is empty; expected both latitude and longitude, or neither", zh: "为空；经度和纬度应同时填写或同时留空"),
                advice: BilingualText(en: "Perhaps one of the two got lost.", zh: "也许漏填了其中一个。"))
            return nil
        }
        guard let latitude, let longitude else { return nil }
        // China lies between 73 and 135 degrees east and 18 and 54 north: exchanged, that is the Arctic Sea.
        if latitude > 72, (18...54).contains(longitude) {
            row.fault(
                .latitude, .unlikely, severity: .warning, found: "\(latitude)",
                expected: BilingualText(en: "a latitude where people live, below 72", zh: "有人居住的纬度（低于72）"),
                advice: BilingualText(en: "Perhaps latitude and longitude are exchanged.", zh: "也许经度和纬度颠倒了。"))
        }
        return Coordinate(latitude: latitude, longitude: longitude)
    }
}

extension RowReader {
    /// A name in two cells, one for each language, of which one at least is filled.
    mutating func name(_ english: Column, _ chinese: Column, stored: BilingualText?) -> BilingualText? {
        let names = (
            resolved(english, stored?.english, otherwise: "") { $0.name(english) },
            resolved(chinese, stored?.chinese, otherwise: "") { $0.name(chinese) }
        )
        if names == ("", "") {
            let column = has(english) ? english : chinese
            guard has(column), !isFilled(english), !isFilled(chinese) else { return nil }
            fault(
                column, .missingValue,
                BilingualText(en: "is empty; expected a name in one language at least", zh: "为空；至少应填一种语言的名称"),
                advice: BilingualText(en: "Perhaps the row is to be filled in or removed.", zh: "也许应补填或删去该行。"))
            return nil
        }
        return BilingualText(en: names.0, zh: names.1)
    }
}
