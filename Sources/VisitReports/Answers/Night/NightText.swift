import VisitModel

/// What a night did besides the plan, for a person.
public struct NightText: Sendable {
    /// What it did.
    public var night: NightSummary
    /// The language.
    public var language: Language

    /// A text of a night.
    public init(_ night: NightSummary, language: Language) {
        self.night = night
        self.language = language
    }

    /// The text: a line for each kind of files, and one for messages.
    public var text: String {
        var lines: [String] = []
        if let files = night.files {
            lines.append(line(files.calendars, en: "calendars", zh: "日历", files.folder + "/calendars"))
            lines.append(line(files.reports, en: "reports", zh: "报告", files.folder + "/reports"))
        }
        if let messages = night.messages {
            lines.append(
                BilingualText(en: "New messages: \(messages).", zh: "新消息：\(messages) 条。")[language])
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private func line(_ files: NightSummary.FileCounts, en: String, zh: String, _ folder: String) -> String {
        BilingualText(
            en: "\(folder): \(files.written) \(en) written, \(files.removed) removed, \(files.unchanged) unchanged.",
            zh: "\(folder)：写入\(zh) \(files.written) 个，删除 \(files.removed) 个，未变 \(files.unchanged) 个。"
        )[language]
    }
}
