import VisitModel

/// Looks whether timetables reach as far as the days that are planned.
public enum TimetableCheck {
    /// A warning for each of `timetables` that does not cover all of `days`: beyond it journeys are estimated.
    public static func findings(_ timetables: [Timetable], days: DayRange) -> [Finding] {
        timetables.compactMap { timetable in
            let validity = timetable.validity
            guard validity.first > days.first || validity.last < days.last else { return nil }
            let isOutside = !validity.overlaps(days)
            return Finding(
                .warning, code: isOutside ? "timetable-outside" : "timetable-ends",
                subject: "timetable \(timetable.id)",
                sentence: BilingualText(
                    en: """
                        Timetable \(timetable.id) covers \(validity.first) to \(validity.last), \
                        \(isOutside ? "none" : "not all") of the days from \(days.first) to \(days.last); journeys on the \
                        others are estimated.
                        """,
                    zh: """
                        时刻表 \(timetable.id) 的有效期为 \(validity.first) 至 \(validity.last)，\
                        \(isOutside ? "不在" : "未覆盖全部")计划日期 \(days.first) 至 \(days.last)\(isOutside ? "之内" : "")；\
                        其余日期的行程为估算。
                        """),
                advice: BilingualText(
                    en: "Perhaps import the publisher's newest feed under the same name.",
                    zh: "也许可以用同一名称导入发布方的最新数据包。"))
        }
    }
}
