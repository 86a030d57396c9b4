import VisitModel

/// A file that is the calendar of something.
struct CalendarFile {
    /// Of what: a school, a prison, an adult.
    struct Key: Hashable {
        var table: TableName
        var subject: String
    }

    var path: String
    /// Whether its name was changed by a browser.
    var isCopy: Bool
}

/// Of what a calendar is, by its file's name.
extension CalendarLoader {
    /// The identifier in the name of a calendar file; nil where there is none.
    static func subject(ofFile name: String, of table: TableName) -> String? {
        let stem = name.split(separator: ".").dropLast().joined(separator: ".")
        let named = table.calendarNames.filter { stem.lowercased().hasPrefix($0.lowercased()) }
        guard let prefix = named.max(by: { $0.count < $1.count }) else { return nil }
        let rest = stem.dropFirst(prefix.count).drop { "-_ ".contains($0) }
        return rest.isEmpty ? nil : String(rest)
    }

    /// `subject` without what browsers and file managers add to the name of a copy: `CN-BJ (1)`, `CN-BJ - Copy`,
    /// `CN-BJ（2）`, `CN-BJ - 副本 (2)`; nil where nothing was added.
    static func original(of subject: String) -> String? {
        let word = "[ _-]+(?:copy|kopie)(?:[ _-]*[0-9]{1,3})?|[ _-]*的?(?:副本|拷贝)(?:[ _-]*[0-9]{1,3})?"
        guard let copy = try? Regex("(?:\(word)|[ _-]*[(（][0-9]{1,3}[)）])+$").ignoresCase() else { return nil }
        guard let match = subject.firstMatch(of: copy) else { return nil }
        let original = String(subject[..<match.range.lowerBound]).trimmed
        return original.isEmpty ? nil : original
    }
}

extension Draft {
    /// What the calendar at `path`, with `name` in its file's name, is of: that, where it is known, and otherwise what it was
    /// called before a browser changed the name. The change is said, and that the original is among the files too.
    mutating func subject(_ name: String, of table: TableName, at path: String, _ faults: inout FaultLog) -> String {
        let original = isKnown(name, of: table) ? nil : CalendarLoader.original(of: name)
        var subject = original ?? name
        if original != nil {
            faults.add(
                .note, .renamedFile,
                BilingualText(
                    en:
                        "The file's name ends as browsers name a copy; it is read as the calendar of \(Quoted.en(subject)).",
                    zh: "文件名末尾是浏览器为副本添加的标记；按\(Quoted.zh(subject))的日历读取。"),
                advice: BilingualText(
                    en: "Perhaps see that it is the newest of the copies.", zh: "也许应确认它是最新的一份。"))
        }
        if let current = merged(subject, of: table) {
            faults.add(
                .note, .mergedID,
                BilingualText(
                    en: "\(Quoted.en(subject)) was merged into \(current); it is read as the calendar of \(current).",
                    zh: "\(Quoted.zh(subject))已并入 \(current)；按 \(current) 的日历读取。"),
                advice: BilingualText(en: "Perhaps rename the file.", zh: "也许应给文件改名。"))
            subject = current
        }
        let key = CalendarFile.Key(table: table, subject: subject)
        if let other = calendarFiles[key], other.isCopy || original != nil {
            faults.add(
                .error, .repeatedID,
                BilingualText(
                    en: "\(other.path) is the calendar of \(Quoted.en(subject)) too; expected one of the two.",
                    zh: "\(other.path) 也是\(Quoted.zh(subject))的日历；应只保留一份。"),
                advice: BilingualText(en: "Perhaps remove the older one.", zh: "也许应删去较旧的一份。"))
        }
        calendarFiles[key] = CalendarFile(path: path, isCopy: original != nil)
        return subject
    }

    /// The adult that one of before was merged into, of whom the calendar is.
    private func merged(_ subject: String, of table: TableName) -> String? {
        guard table == .absences, adults(named: subject).isEmpty else { return nil }
        return references.current(of: subject, in: .escorts) ?? references.current(of: subject, in: .guardians)
    }

    private func isKnown(_ subject: String, of table: TableName) -> Bool {
        switch table {
        case .closures: references.holds(subject, in: .prisons)
        case .absences: !adults(named: subject).isEmpty || merged(subject, of: table) != nil
        default: references.holds(subject, in: table)
        }
    }
}
