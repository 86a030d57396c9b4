import VisitModel

extension RowReader {
    /// Looks at a date of birth that is new to the store: whoever was born then is of a likely age today.
    ///
    /// - Parameters:
    ///   - stored: the date of birth that the store holds already, which was looked at when it came.
    ///   - ages: the likely ages, in whole years.
    ///   - whose: whose age it is.
    mutating func checkAge(
        _ column: Column, _ birthDate: Day?, stored: Day?, ages: ClosedRange<Int>, _ whose: BilingualText,
        on today: Day?
    ) {
        guard let birthDate, let today, birthDate != stored else { return }
        if birthDate > today {
            fault(
                column, .unlikely, severity: .warning, found: "\(birthDate)",
                expected: BilingualText(
                    en: "a date of birth of \(whose.english), not after \(today)",
                    zh: "\(whose.chinese)的出生日期，不晚于 \(today)"),
                advice: BilingualText(en: "Perhaps a digit of the year is wrong.", zh: "也许年份有一位写错。"))
            return
        }
        let age = birthDate.years(until: today)
        guard !ages.contains(age) else { return }
        fault(
            column, .unlikely, severity: .warning, found: "\(birthDate)",
            expected: BilingualText(
                en:
                    "a date of birth of \(whose.english), aged \(ages.lowerBound) to \(ages.upperBound) on \(today); this "
                    + "says \(age)",
                zh: "\(whose.chinese)的出生日期（\(today) 时\(ages.lowerBound)至\(ages.upperBound)岁）；按此日期为\(age)岁"),
            advice: BilingualText(
                en: "Perhaps the year is wrong, or the row belongs into another table.", zh: "也许年份有误，或该行应在另一张表中。"))
    }
}

/// Of what age people of the register are, in whole years.
enum LikelyAges {
    /// Children: whoever is of age is visited, or visits, as an adult.
    static let child = 0...17
    /// Guardians and escorts are of age.
    static let adult = 18...100
    /// In China criminal responsibility begins at 12 for the gravest crimes (Criminal Law, article 17).
    static let prisoner = 12...100
}
