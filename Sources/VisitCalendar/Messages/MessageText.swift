import VisitModel

/// What a person is told about a visit, in words: for a telephone in short parts, for WeChat and mail in lines.
///
/// It holds no link, and no name unless that is asked for: messages are read on locked screens and borrowed telephones.
public struct MessageText: Sendable {
    /// The visit as it is now.
    public var detail: VisitDetail
    /// What is told about it.
    public var content: Message.Content
    /// The language.
    public var language: Language
    /// Whether the children are named.
    public var showsNames: Bool

    /// A text about a visit.
    public init(_ detail: VisitDetail, _ content: Message.Content, language: Language, showsNames: Bool = false) {
        self.detail = detail
        self.content = content
        self.language = language
        self.showsNames = showsNames
    }

    /// A short message takes so many characters in one part, counted as UTF-16 (UCS-2 of 3GPP TS 23.038, 140 octets).
    public static let longestPart = 70

    /// One line that says what it is about: also the subject of a mail.
    public var heading: String {
        switch content.kind {
        case .proposed: choose("Visit proposed, not yet agreed", "拟定会见（尚待监狱同意）")
        case .confirmed: choose("Visit confirmed", "会见已确认")
        case .moved:
            content.isAgreed ? choose("Visit moved", "会见改期") : choose("Proposed visit moved", "拟定会见改期")
        case .cancelled: choose("Visit cancelled", "会见取消")
        case .relieved: choose("Somebody else goes along", "改由他人陪同")
        }
    }

    /// The text in lines.
    public var lines: [String] {
        var lines = [heading + choose(".", "。"), "\(time)\(choose(", ", "，"))\(place)\(choose(".", "。"))"]
        if showsNames, !detail.children.isEmpty {
            let names = detail.children.map(\.name).joined(separator: choose(", ", "、"))
            lines.append(choose("Who goes: \(names).", "同行：\(names)。"))
        }
        switch content.kind {
        case .proposed, .confirmed, .moved: return lines + preparation
        case .relieved: return lines + [choose("You need not go along to it.", "您无需前往。")]
        case .cancelled: return lines
        }
    }

    /// The text as parts of at most 70 characters. Where there are several, each begins with its number; words and
    /// characters stay whole.
    public var parts: [String] {
        let text = lines.joined(separator: choose(" ", ""))
        guard text.utf16.count > Self.longestPart else { return [text] }
        var count = 2
        while true {
            let parts = Self.cut(text, room: Self.longestPart - "(\(count)/\(count))".utf16.count)
            guard parts.count > count else {
                return parts.enumerated().map { "(\($0 + 1)/\(parts.count))\($1)" }
            }
            count = parts.count
        }
    }

    /// When to leave, when to be there, what to bring, whom to ask.
    private var preparation: [String] {
        var lines: [String] = []
        let visit = detail.visit
        if let trip = visit.trip, visit.date == content.date {
            let leaves = moment(trip.leavesHome)
            let gate = moment(trip.arrives)
            lines.append(choose("Leave home \(leaves), be there \(gate).", "\(leaves) 从家出发，\(gate) 到达。"))
        }
        if !visit.documents.isEmpty {
            let papers = visit.documents.map { $0.name[language] }.joined(separator: choose(", ", "、"))
            lines.append(choose("Bring: \(papers).", "请带：\(papers)。"))
        }
        if let phone = detail.prison.phone {
            lines.append(choose("Visits office: \(phone).", "会见室电话：\(phone)。"))
        }
        return lines
    }

    private var place: String {
        let site = detail.videoSite.map { detail.placeNames[$0]?[language] ?? $0.text }
        return site ?? detail.prison.name[language]
    }

    private var time: String {
        let (_, month, day) = content.date.civil
        let weekday = content.date.weekday.short[language]
        let clock = content.start.map { choose(" at \($0)", "\($0)") } ?? ""
        return choose("\(weekday) \(day) \(Self.months[month - 1])\(clock)", "\(month)月\(day)日（\(weekday)）\(clock)")
    }

    /// A time of day, with its date where that is not the visit's.
    private func moment(_ time: CivilTime) -> String {
        guard time.day != content.date else { return "\(time.clock)" }
        let (_, month, day) = time.day.civil
        return choose("\(day) \(Self.months[month - 1]) \(time.clock)", "\(month)月\(day)日 \(time.clock)")
    }

    private func choose(_ english: @autoclosure () -> String, _ chinese: @autoclosure () -> String) -> String {
        language == .english ? english() : chinese()
    }

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// The text in pieces of at most `room` UTF-16 units, cut after spaces where there are some, and between characters.
    private static func cut(_ text: String, room: Int) -> [String] {
        var pieces: [String] = []
        var rest = text[...]
        while !rest.isEmpty {
            var end = rest.startIndex
            var length = 0
            var afterSpace: String.Index?
            while end < rest.endIndex {
                let width = rest[end].utf16.count
                // A character that is wider than a whole part has one of its own.
                guard length + width <= room || length == 0 else { break }
                let isSpace = rest[end] == " "
                length += width
                end = rest.index(after: end)
                if isSpace { afterSpace = end }
            }
            let stop = end < rest.endIndex ? afterSpace ?? end : end
            pieces.append(String(rest[..<stop]))
            rest = rest[stop...]
        }
        return pieces
    }
}

extension Weekday {
    /// The day's short name.
    fileprivate var short: BilingualText {
        switch self {
        case .monday: BilingualText(en: "Mon", zh: "周一")
        case .tuesday: BilingualText(en: "Tue", zh: "周二")
        case .wednesday: BilingualText(en: "Wed", zh: "周三")
        case .thursday: BilingualText(en: "Thu", zh: "周四")
        case .friday: BilingualText(en: "Fri", zh: "周五")
        case .saturday: BilingualText(en: "Sat", zh: "周六")
        case .sunday: BilingualText(en: "Sun", zh: "周日")
        }
    }
}
