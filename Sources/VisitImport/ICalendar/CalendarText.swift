import VisitModel

/// The text of an iCalendar file. RFC 5545 (section 3.1.4) asks for UTF-8; some programs write UTF-16.
enum CalendarText {
    /// The most bytes of a calendar: 32 MiB, many times the ten years of a busy person.
    static let limit = 32 << 20

    /// `bytes` as UTF-8 without a byte order mark; nil where they are not valid, or in another encoding.
    static func decoded(_ bytes: [UInt8], _ encoding: TextEncoding) -> ArraySlice<UInt8>? {
        let start = bytes.starts(with: encoding.byteOrderMark) ? encoding.byteOrderMark.count : 0
        let text: ArraySlice<UInt8>
        switch encoding {
        case .utf8: text = bytes[start...]
        case .utf16le, .utf16be:
            text = WideText.utf8(of: bytes, from: start, highByteFirst: encoding == .utf16be)[...]
        case .gb18030: return nil
        }
        return UTF8Survey(of: Array(text)).invalid == 0 ? text : nil
    }
}

extension FaultLog {
    /// Adds that a calendar's name does not tell what it is of.
    mutating func addNamelessCalendar() {
        add(
            .error, .unknownFile,
            BilingualText(
                en:
                    "The calendar's name does not tell of what it is; expected school_calendars-ID.ics, closures-ID.ics or busy-ID.ics.",
                zh: "日历文件名没有说明是什么；应为“校历-编号.ics”、“停止会见-编号.ics”或“忙碌-编号.ics”。"),
            advice: BilingualText(
                en:
                    "Perhaps put the identifier of the calendar, the prison, the escort or the guardian after the name.",
                zh: "也许应在名称后加上校历、监狱、陪同人员或监护人的编号。"))
    }

    /// Adds that a calendar's text cannot be read.
    mutating func addUndecodableCalendar() {
        add(
            .error, .invalidBytes,
            BilingualText(en: "The calendar is not in UTF-8, as RFC 5545 asks.", zh: "日历不是 UTF-8 编码（RFC 5545 的要求）。"),
            advice: Advice.encoding)
    }
}
