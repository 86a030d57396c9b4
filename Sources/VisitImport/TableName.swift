import VisitModel

/// The tables that can be imported, one file each, in the order in which they are read: a table refers only to tables
/// before it, and to itself.
enum TableName: Int, CaseIterable, Sendable {
    case places, distances, prisons, sessions, closures, schoolCalendars, organisations, households, children, guardians
    case escorts, prisoners, separations, prisonerEvents, absences, bonds, budgets, parameters, visits, costs

    /// The table's name as it is written in file names and summaries: `school_calendars`.
    var english: String {
        switch self {
        case .schoolCalendars: "school_calendars"
        case .prisonerEvents: "prisoner_events"
        default: String(describing: self)
        }
    }

    /// The names of its file in Chinese; templates use the first.
    var chinese: [String] {
        switch self {
        case .places: ["地点", "地点表"]
        case .distances: ["距离", "里程"]
        case .prisons: ["监狱", "监狱表"]
        case .sessions: ["会见时段", "会见场次"]
        case .closures: ["停止会见", "暂停会见"]
        case .schoolCalendars: ["校历", "学校日历"]
        case .organisations: ["机构", "机构表", "机构名单"]
        case .households: ["家庭", "家庭表", "住户"]
        case .children: ["儿童", "孩子", "儿童名单"]
        case .guardians: ["监护人", "监护人名单"]
        case .escorts: ["陪同人员", "陪同人", "志愿者"]
        case .prisoners: ["服刑人员", "服刑人员名单"]
        case .separations: ["不得同场", "隔离会见", "分开会见"]
        case .prisonerEvents: ["服刑人员事件", "服刑事件"]
        case .absences: ["不便日期", "请假登记", "请假"]
        case .bonds: ["亲子关系", "亲属关系"]
        case .budgets: ["预算", "经费预算"]
        case .parameters: ["参数", "参数表"]
        case .visits: ["会见记录", "会见登记"]
        case .costs: ["实际费用", "费用", "支出"]
        }
    }

    /// What the name of a calendar (.ics) begins with that describes this table; empty where none does. The own calendar of an
    /// escort or a guardian tells when that person is busy.
    var calendarNames: [String] {
        switch self {
        case .schoolCalendars, .closures: [english] + chinese
        case .absences: ["busy", "忙碌"]
        default: []
        }
    }

    /// The table of which a calendar of that name tells.
    init?(calendarNamed name: String) {
        let stem = name.lowercased()
        let fitting = Self.allCases.first { $0.calendarNames.contains { stem.hasPrefix($0) } }
        guard stem.hasSuffix(".ics"), let fitting else { return nil }
        self = fitting
    }

    /// What one row of it is called in the subject of a finding: `child`.
    var rowName: String {
        switch self {
        case .places: "place"
        case .distances: "distance"
        case .prisons: "prison"
        case .sessions: "session"
        case .closures: "closure"
        case .schoolCalendars: "school calendar"
        case .organisations: "organisation"
        case .households: "household"
        case .children: "child"
        case .guardians: "guardian"
        case .escorts: "escort"
        case .prisoners: "prisoner"
        case .separations: "separation"
        case .prisonerEvents: "prisoner event"
        case .absences: "absence"
        case .bonds: "bond"
        case .budgets: "budget"
        case .parameters: "parameter"
        case .visits: "visit"
        case .costs: "cost"
        }
    }

    /// The name of its file: `children.csv`, `儿童.csv`.
    func fileName(_ language: Language) -> String {
        "\(language == .chinese ? chinese[0] : english).csv"
    }

    /// The table whose file has that name: alone, or followed by something that is no letter (`children-2026.csv`).
    init?(fileName: String) {
        let stem = fileName.lowercased().split(separator: ".", omittingEmptySubsequences: false)
            .dropLast(fileName.contains(".") ? 1 : 0).joined(separator: ".").replacing("-", with: "_")
        let spaceless = stem.replacing(" ", with: "_")
        let matches = Self.allCases.compactMap { table -> (table: TableName, length: Int)? in
            let names = [table.english] + table.chinese
            let fitting = names.filter { name in
                guard spaceless.hasPrefix(name) else { return false }
                return spaceless.dropFirst(name.count).first.map { !$0.isLetter } ?? true
            }
            return fitting.map(\.count).max().map { (table, $0) }
        }
        guard let best = matches.max(by: { $0.length < $1.length }) else { return nil }
        self = best.table
    }

    /// The columns of the table, in the order of its template.
    var columns: [ColumnDefinition] {
        switch self {
        case .places: PlaceRow.Column.definitions
        case .distances: DistanceRow.Column.definitions
        case .prisons: PrisonRow.Column.definitions
        case .sessions: SessionRow.Column.definitions
        case .closures: ClosureRow.Column.definitions
        case .schoolCalendars: SchoolCalendarRow.Column.definitions
        case .organisations: OrganisationRow.Column.definitions
        case .households: HouseholdRow.Column.definitions
        case .children: ChildRow.Column.definitions
        case .guardians: GuardianRow.Column.definitions
        case .escorts: EscortRow.Column.definitions
        case .prisoners: PrisonerRow.Column.definitions
        case .separations: SeparationRow.Column.definitions
        case .prisonerEvents: PrisonerEventRow.Column.definitions
        case .absences: AbsenceRow.Column.definitions
        case .bonds: BondRow.Column.definitions
        case .budgets: BudgetRow.Column.definitions
        case .parameters: ParameterRow.Column.definitions
        case .visits: VisitRow.Column.definitions
        case .costs: CostRow.Column.definitions
        }
    }
}
