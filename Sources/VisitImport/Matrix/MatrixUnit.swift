import VisitModel

/// What the numbers of a matrix of places measure: lengths or times, and in which unit.
enum MatrixUnit: String, CaseIterable {
    case metres, kilometres, seconds, minutes

    /// The words for it in the first cell of a file.
    private var words: [String] {
        switch self {
        case .metres: ["metres", "meters", "m", "米"]
        case .kilometres: ["kilometres", "kilometers", "km", "公里", "千米"]
        case .seconds: ["seconds", "s", "sec", "秒"]
        case .minutes: ["minutes", "min", "分钟", "分"]
        }
    }

    /// The unit that somebody calls `word`.
    init?(word: String) {
        let key = word.lowercased()
        guard let unit = Self.allCases.first(where: { $0.words.contains(key) }) else { return nil }
        self = unit
    }

    /// The unit of files named `fileName` where their first cell is empty: what routing services give. Nil where the
    /// name is not that of a matrix.
    init?(fileName: String) {
        let name = fileName.lowercased().replacing("-", with: "_").replacing(" ", with: "_")
        if ["distance_matrix", "距离矩阵", "里程矩阵"].contains(where: name.hasPrefix) {
            self = .metres
        } else if ["duration_matrix", "车程矩阵", "时间矩阵"].contains(where: name.hasPrefix) {
            self = .seconds
        } else {
            return nil
        }
    }

    /// Whether it measures time.
    var isTime: Bool { self == .seconds || self == .minutes }

    var name: BilingualText {
        switch self {
        case .metres: BilingualText(en: "metres", zh: "米")
        case .kilometres: BilingualText(en: "kilometres", zh: "公里")
        case .seconds: BilingualText(en: "seconds", zh: "秒")
        case .minutes: BilingualText(en: "minutes", zh: "分钟")
        }
    }

    /// `thousandths` of the unit as whole metres or minutes. A started minute counts as a whole one.
    func value(ofThousandths thousandths: Int) -> Int {
        switch self {
        case .metres: (thousandths + 500) / 1000
        case .kilometres: thousandths
        case .seconds: (thousandths + 59_999) / 60_000
        case .minutes: (thousandths + 999) / 1000
        }
    }
}
