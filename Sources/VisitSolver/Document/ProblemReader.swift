import VisitFormats
import VisitModel

/// Turns a tape into a draft, collecting every fault on the way.
struct ProblemReader {
    let tape: JSONTape
    var faults: DocumentFaults
    var draft = ProblemDraft(
        start: Day(number: 0), days: 1, catchUp: 0, weights: Problem.Weights(covered: 0, visit: 0))
    var prisonNumbers: [String: Int] = [:]
    var sessionNumbers: [String: Int] = [:]
    var prisonerNumbers: [String: Int] = [:]
    var requestNumbers: [String: Int] = [:]
    var homeNumbers: [String: Int] = [:]
    var familyNumbers: [String: Int] = [:]
    /// Whether a session lies in the horizon, after the notice and outside closures.
    var isOpen: [Bool] = []
    /// Open sessions of each prison, by day and start.
    var openSessions: [[SessionIndex]] = []
    /// School days of each calendar, by day of the horizon.
    var calendars: [String: [Bool]] = [:]
    /// Days on which a prisoner cannot be visited.
    var unavailable: [[DayRange]] = []

    init(_ tape: JSONTape) {
        self.tape = tape
        faults = DocumentFaults(tape)
    }

    /// The draft, or nil where the document is something else altogether.
    mutating func read() -> ProblemDraft? {
        guard tape.kind(0) == .object else {
            faults.expected("an object", "对象", 0, "$")
            return nil
        }
        guard let format = faults.text("format", of: 0, "$"), format == "visitd-problem/1" else {
            if let node = faults.present("format", of: 0), tape.text(node) != nil {
                faults.expected("visitd-problem/1", "visitd-problem/1", node, "format")
            }
            return nil
        }
        guard let start = faults.day("start", of: 0, "$"), let days = faults.integer("days", of: 0, "$"),
            (1...ProblemInspection.Limit.days).contains(days)
        else {
            reportDays()
            return nil
        }
        draft.start = start
        draft.days = days
        draft.catchUp = faults.integer("catchUp", of: 0, "$") ?? 0
        readWeights()
        readPrisons()
        readSessions()
        readCalendars()
        readPrisoners()
        readEscorts()
        readRequests()
        readPlans()
        readBudgetsAndLinks()
        return draft
    }

    private mutating func reportDays() {
        guard let node = faults.present("days", of: 0), let days = tape.integer(node) else { return }
        guard !(1...ProblemInspection.Limit.days).contains(days) else { return }
        faults.expected(
            "1 to \(ProblemInspection.Limit.days) days", "1 至 \(ProblemInspection.Limit.days) 天", node, "days")
    }

    private mutating func readWeights() {
        guard let node = faults.required("objective", of: 0, "$") else { return }
        let path = "objective"
        draft.weights = Problem.Weights(
            covered: faults.integer("covered", of: node, path) ?? 0,
            visit: faults.integer("visit", of: node, path) ?? 0,
            minute: faults.integer("minute", of: node, default: 0, path),
            neglect: faults.integer("neglect", of: node, default: 0, path),
            spacing: faults.integer("spacing", of: node, default: 0, path),
            change: faults.integer("change", of: node, default: 0, path),
            cost: faults.integer("cost", of: node, path) ?? 0)
    }

    /// The elements of a list that a problem cannot be without.
    mutating func requiredElements(_ name: StaticString) -> [Int] {
        guard let node = faults.required(name, of: 0, "$") else { return [] }
        let requiredElements = faults.list(node, "\(name)")
        if requiredElements.isEmpty, tape.kind(node) == .array {
            faults.report("empty-list", "\(name)", "The list is empty.", "列表为空。")
        }
        return requiredElements
    }

    private mutating func readPrisons() {
        var notices: [Int] = []
        var closures: [[DayRange]] = []
        for (i, node) in requiredElements("prisons").enumerated() {
            let path = "prisons[\(i)]"
            let id = faults.text("id", of: node, path) ?? ""
            prisonNumbers[id] = prisonNumbers[id] ?? i
            draft.prisons.append(
                Problem.Prison(
                    id: Identifier(id), tableSeats: faults.integer("tableSeats", of: node, path) ?? 1))
            let notice = faults.integer("noticeDays", of: node, path) ?? 0
            if notice < 0 {
                faults.report(
                    "number-out-of-range", "\(path).noticeDays", "\(notice) is not possible here; expected 0 or more.",
                    "数值 \(notice) 不合理，应不小于 0。")
            }
            notices.append(notice)
            closures.append(faults.ranges("closures", of: node, path))
        }
        self.notices = notices
        self.closures = closures
    }

    private var notices: [Int] = []
    private var closures: [[DayRange]] = []

    private mutating func readSessions() {
        openSessions = Array(repeating: [], count: draft.prisons.count)
        for (i, node) in requiredElements("sessions").enumerated() {
            let path = "sessions[\(i)]"
            let id = faults.text("id", of: node, path) ?? ""
            sessionNumbers[id] = sessionNumbers[id] ?? i
            let prison = reference("prison", of: node, in: prisonNumbers, path)
            let (day, minute) = moment(of: node, path)
            let tables = faults.integer("tables", of: node, path) ?? 1
            if tables == 0 {
                faults.report(
                    "no-tables", "\(path).tables", "A session without tables admits nobody.", "没有会见桌的场次无法接待任何人。")
            }
            let session = Problem.Session(
                id: Identifier(id), prison: prison.map { PrisonIndex($0) } ?? .unknown, day: day - draft.start,
                startMinute: minute, minutes: faults.integer("minutes", of: node, path) ?? 1, tables: tables,
                seats: faults.present("seats", of: node).flatMap { faults.integer($0, "\(path).seats") })
            draft.sessions.append(session)
            let isOpen = prison.map { prison in
                session.day >= max(0, notices[prison]) && session.day < draft.days
                    && !closures[prison].contains { $0.contains(day) }
            }
            self.isOpen.append(isOpen ?? false)
            if let prison, isOpen == true { openSessions[prison].append(SessionIndex(i)) }
        }
        for prison in openSessions.indices {
            openSessions[prison] = openSessions[prison].sorted { key($0) < key($1) }
        }
    }

    private func key(_ session: SessionIndex) -> (Int, Int, SessionIndex) {
        (draft.sessions[session.position].day, draft.sessions[session.position].startMinute, session)
    }

    private mutating func moment(of node: Int, _ path: String) -> (Day, Int) {
        guard let value = faults.required("start", of: node, path) else { return (draft.start, 0) }
        let text = tape.text(value) ?? ""
        if text.utf8.count == 16, text.utf8.dropFirst(10).first == UInt8(ascii: "T"), let day = Day(text.prefix(10)),
            let clock = ClockTime(text.suffix(5)), clock < .endOfDay
        {
            return (day, clock.minutes)
        }
        faults.expected("a time as YYYY-MM-DDTHH:MM", "时间，格式为 YYYY-MM-DDTHH:MM", value, "\(path).start")
        return (draft.start, 0)
    }

    private mutating func readCalendars() {
        for (i, node) in faults.list("calendars", of: 0, "$").enumerated() {
            let path = "calendars[\(i)]"
            let id = faults.text("id", of: node, path) ?? ""
            var isSchoolDay = Array(repeating: false, count: draft.days)
            for (j, value) in faults.list("days", of: node, path).enumerated() {
                guard let day = faults.day(value, "\(path).days[\(j)]") else { continue }
                let number = day - draft.start
                if isSchoolDay.indices.contains(number) { isSchoolDay[number] = true }
            }
            if calendars.updateValue(isSchoolDay, forKey: id) != nil {
                faults.report(
                    "duplicate-id", "\(path).id", "The id \(id) stands already in this list.", "标识 \(id) 重复。")
            }
        }
    }

    /// The position of the thing that the member `name` names, or nil after a fault.
    mutating func reference(
        _ name: StaticString, of node: Int, in numbers: [String: Int], _ path: @autoclosure () -> String
    ) -> Int? {
        guard let value = faults.required(name, of: node, path()) else { return nil }
        return reference(value, in: numbers, "\(path()).\(name)")
    }

    mutating func reference(_ node: Int, in numbers: [String: Int], _ path: @autoclosure () -> String) -> Int? {
        guard let id = tape.text(node) else {
            faults.expected("an id", "标识", node, path())
            return nil
        }
        if let number = numbers[id] { return number }
        faults.report("unknown-id", path(), "There is no \(id) in this document.", "文档中没有标识 \(id)。")
        return nil
    }

    mutating func home(_ id: String) -> EscortHomeIndex {
        if let number = homeNumbers[id] { return EscortHomeIndex(number) }
        homeNumbers[id] = draft.escortHomes.count
        draft.escortHomes.append(Identifier(id))
        return EscortHomeIndex(draft.escortHomes.count - 1)
    }
}
