import VisitModel

/// What an event of a school's calendar says of its days, by the words of its categories and its summary.
///
/// English words count as whole words: a pancake breakfast is no break. Chinese ones count as they stand, so only such are
/// listed as are no part of another word.
enum SchoolWords {
    /// What an event means.
    enum Meaning: Equatable {
        case days(SchoolCalendar.Kind)
        /// The day is a border: of a term, or of holidays within one.
        case border(TermBorder.Kind)
        /// It describes teaching and no teaching at once.
        case both
        /// It describes neither.
        case unknown
    }

    /// What `event` means of `days`.
    static func meaning(of event: CalendarEvent, on days: DayRange) -> Meaning {
        switch event.specialDay {
        case "ALTERNATE-WORKDAY": return .days(.makeUp)
        case "WORK-HOLIDAY": return .days(.holiday)
        default: break
        }
        let summary = Phrase(event.summary)
        if summary.has(staff) { return .days(.holiday) }
        if days.count == 1, let border = border(summary) { return border }
        if let kind = category(of: event, on: days) { return .days(kind) }
        if summary.has(activities) { return .unknown }
        return meaning(of: summary, on: days)
    }

    private static func category(of event: CalendarEvent, on days: DayRange) -> SchoolCalendar.Kind? {
        for category in event.categories { if let kind = Words.calendarKind[category] { return kind } }
        let all = Phrase(event.categories.joined(separator: " · "))
        guard case .days(let kind) = meaning(of: all, on: days), kind != .term else { return nil }
        return kind
    }

    private static func meaning(of phrase: Phrase, on days: DayRange) -> Meaning {
        if phrase.has(notTeaching) { return .days(.holiday) }
        let atWeekend = days.count <= 2 && days.first.weekday >= .saturday && days.last.weekday >= .saturday
        let isHoliday = phrase.has(holiday) || isHolidayByItsEnd(phrase) || isBreak(phrase, days)
        let saysTeaching = phrase.has(teaching)
        // 调休 alone is an exchange: a day off in the week, a day of work at its end.
        let isExchange = phrase.text.contains("调休") && !isHoliday && !saysTeaching
        switch (saysTeaching || isExchange && atWeekend, isHoliday || isExchange && !atWeekend) {
        case (true, true): return atWeekend ? .days(.makeUp) : .both
        case (true, false): return .days(.makeUp)
        case (false, true): return .days(.holiday)
        case (false, false): return isTerm(phrase) ? .days(.term) : .unknown
        }
    }

    /// Whether it ends in the word for days off, as in 国庆假, and not in one for somebody's leave.
    private static func isHolidayByItsEnd(_ phrase: Phrase) -> Bool {
        guard phrase.text.hasSuffix("假"), let before = phrase.text.dropLast().last else { return false }
        return !"请事病产婚丧销虚作真".contains(before)
    }

    private static func isBreak(_ phrase: Phrase, _ days: DayRange) -> Bool {
        guard phrase.has(breaks), !phrase.has(breakingUp) else { return false }
        return days.count > 1 || phrase.has(seasons)
    }

    private static func isTerm(_ phrase: Phrase) -> Bool {
        phrase.has(terms) && !phrase.has(middles)
    }

    private static let terms: Phrases = ["term", "semester", "trimester", "quarter", "学期", "學期"]
    private static let middles: Phrases = ["mid term", "half term", "mid semester"]
    private static let breaks: Phrases = ["break", "breaks", "recess"]
    private static let breakingUp: Phrases = ["break up", "breaks up"]

    // MARK: - Borders

    /// The border that a day's summary names; nil where it names none.
    private static func border(_ phrase: Phrase) -> Meaning? {
        guard !phrase.has(activities), !phrase.has(deadlines) else { return nil }
        let (begins, ends) = (phrase.has(beginnings), phrase.has(endings))
        let ofHolidays = phrase.has(holiday) || phrase.has(breaks) && !phrase.has(breakingUp)
        let ofTerm = phrase.has(schools) || phrase.words == ["first", "day"] || phrase.words == ["last", "day"]
        guard begins || ends, ofHolidays || ofTerm || phrase.has(plainBorders) else { return nil }
        if begins, ends { return .both }
        if ofHolidays, begins { return .border(phrase.has(afterwards) ? .termBegins : .holidaysBegin) }
        if ofHolidays { return .border(phrase.has(beforehand) ? .termEnds : .holidaysEnd) }
        return .border(begins ? .termBegins : .termEnds)
    }

    private static let deadlines: Phrases = ["last day to", "last day for", "first day to"]
    private static let afterwards: Phrases = ["after", "from"]
    private static let beforehand: Phrases = ["before", "for", "until"]

    private static let beginnings: Phrases = [
        "first day", "first school day", "start of", "start", "starts", "begin", "begins", "beginning of", "resume",
        "resumes", "reopen", "reopens", "return", "returns", "back to school", "commence", "commences", "开学", "开课",
        "開學",
        "开始",
        "正式上课",
    ]
    private static let endings: Phrases = [
        "last day", "last school day", "final day", "end of", "end", "ends", "finish", "finishes", "break up",
        "breaks up", "closes", "结束", "结业", "休业", "結束", "結業", "休業",
    ]
    private static let plainBorders: Phrases = [
        "resume", "resumes", "reopen", "reopens", "break up", "breaks up", "开学", "开课", "開學", "正式上课", "结业", "休业", "結業",
        "休業",
    ]
    private static let schools: Phrases = [
        "term", "semester", "trimester", "quarter", "school", "schools", "academic year", "class", "classes", "lessons",
        "pupils", "students", "children", "instruction", "teaching", "学期", "学年", "學期", "學年",
    ]

    // MARK: - Days

    private static let staff: Phrases = [
        "inset", "in service", "inservice", "staff day", "staff days", "staff only", "staff development",
        "staff training", "staff resume", "staff return", "teacher workday", "teacher workdays", "teacher work day",
        "teacher work days", "teachers only", "teacher planning", "teacher training", "professional development",
        "professional learning", "pd day", "pd days", "pupil free", "student free", "non pupil", "training day",
        "training days", "教师工作日", "学生不到校",
    ]
    private static let notTeaching: Phrases = [
        "no school", "no classes", "no class", "no lessons", "school closed", "schools closed", "non working",
        "not a working day", "non school", "day off", "days off", "不上课", "不上班", "停课", "休课", "非工作日", "非上班",
    ]
    private static let teaching: Phrases = [
        "make up", "makeup", "business day", "business days", "working day", "working days", "workday", "workdays",
        "work day", "work days", "working saturday", "working sunday", "teaching day", "teaching days", "上班", "补班",
        "补课", "補班",
        "補課", "上課", "上课", "（班）", "(班)", "工作日",
    ]
    private static let holiday: Phrases = [
        "holiday", "holidays", "vacation", "vacations", "half term", "halfterm", "closed", "closure", "放假", "假期", "寒假",
        "暑假",
        "春假", "秋假", "假日", "长假", "休假", "休息", "补休", "（休）", "(休)",
    ]
    private static let seasons: Phrases = [
        "autumn", "fall", "winter", "spring", "summer", "christmas", "easter", "thanksgiving", "midwinter", "february",
        "october", "term", "semester", "school", "passover", "carnival",
    ]
    /// What schools do on days that are neither term nor holiday by it.
    private static let activities: Phrases = [
        "concert", "party", "bazaar", "fair", "sale", "show", "recital", "breakfast", "lunch", "dinner", "meeting",
        "meetings", "club", "camp", "homework", "assembly", "exam", "exams", "test", "tests", "photo", "photos", "trip",
        "registration", "enrolment", "enrollment", "deadline", "fees", "reports", "night", "evening", "orientation",
        "picnic", "dance", "ceremony", "graduation", "conference",
        "conferences", "picture", "pictures", "library", "pool", "office",
        "canteen",
        "座谈", "会议", "晚会", "音乐会", "家长会", "讲座", "比赛", "竞赛", "作业", "考试", "测验", "典礼", "仪式", "体检", "报名", "缴费",
        "运动会", "联欢", "演出", "值班", "活动", "第一课", "退休", "请假",
    ]
}
