import VisitModel

/// One line of a day: what happens when.
struct ReportStep: Hashable {
    /// The day, where it differs from the day of the step before.
    var day: String?
    /// "09:10" or "09:10–09:50".
    var time: String
    var words: String
    /// What belongs to it, in smaller letters.
    var remark: String?
    /// Whether it is one of the moments that matter: leaving, the gate, the visit, home.
    var isMilestone: Bool
    /// Whether it is the visit itself.
    var isVisit: Bool
}

/// A short list under a heading. It is not empty.
struct ReportList: Hashable {
    /// One line.
    struct Line: Hashable {
        /// What it is about, in quiet letters before it.
        var label: String?
        var words: String
        /// A telephone number to call.
        var phone: String?

        init(_ words: String, label: String? = nil, phone: String? = nil) {
            self.label = label
            self.words = words
            self.phone = phone
        }

        /// The number as a `tel:` address takes it: digits and a plus.
        var dial: String? {
            phone.map { String($0.filter { $0.isASCII && ($0.isNumber || $0 == "+") }) }
        }
    }

    var title: String
    var lines: [Line]
    /// Whether its lines are to be ticked off.
    var hasBoxes = false
}

/// A month as it hangs on the wall.
struct MonthGrid: Hashable {
    /// What happens on a day.
    struct Entry: Hashable {
        /// When; the list of a day is in this order.
        var time: String?
        var words: String
        /// In smaller letters.
        var remark: String?
        /// Whether it is settled; otherwise it is drawn with a broken line.
        var isFirm: Bool
    }

    var month: Month
    /// What happens, by day of the month.
    var entries: [Day: [Entry]]
    /// What a day is, in a few words: the first day of the holidays, a closed prison.
    var remarks: [Day: String] = [:]

    /// The weeks, Monday first; days of other months fill the first and the last.
    var weeks: [[Day]] {
        let first = month.days.first.monday
        let count = (month.days.last - first) / 7 + 1
        return (0..<count).map { week in (0..<7).map { first + (week * 7 + $0) } }
    }
}

/// A picture with what happens in it.
struct Scene: Hashable {
    var picture: Pictogram
    /// "08:30".
    var time: String?
    var words: String
}

/// A drawing, and what it shows in words for those who do not see it.
struct Drawing: Hashable {
    var svg: String
    var alternative: String
    /// What stands under it.
    var caption: String?
}
