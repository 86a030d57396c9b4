import VisitModel

extension RowReader {
    /// The citizen number that holds after the row. What is none is reported, and never quoted.
    mutating func citizenNumber(_ column: Column, stored: CitizenNumber?) -> CitizenNumber? {
        resolved(column, stored) { row in
            guard let text = row.text(column) else { return nil }
            switch CitizenNumber.read(text) {
            case .success(let number):
                if number.endsInZeros, number != stored { row.askAboutZeros(column) }
                return number
            case .failure(let flaw):
                row.fault(
                    column, .invalidCitizenNumber, found: nil, expected: Self.expected(for: flaw),
                    advice: Self.advice(for: flaw))
                return nil
            }
        }
    }

    /// Looks whether a citizen number agrees with the rest of the row, and notes where it is written.
    ///
    /// - Parameters:
    ///   - person: whose it is, where the row says so.
    ///   - birthDate: the date of birth that holds after the row, and its column.
    ///   - sex: the sex that the row tells.
    mutating func checkCitizenNumber(
        _ column: Column, _ number: CitizenNumber?, of person: Absence.Person?,
        birthDate: (column: Column, day: Day?)? = nil, sex: Sex? = nil, in draft: inout Draft
    ) {
        guard let number else { return }
        let isWritten = isFilled(column)
        if isWritten, let person {
            draft.citizenNumbers.append(.init(fact: person, subject: subject, location: location(of: column)))
        }
        if let birthDate, let day = birthDate.day, day != number.birthDate, isWritten || isFilled(birthDate.column) {
            fault(
                isWritten ? column : birthDate.column, .contradiction,
                BilingualText(
                    en:
                        "does not agree: the birth date is \(day), and the citizen number has another one; expected the "
                        + "same date in both",
                    zh: "前后不符：出生日期为 \(day)，身份证号中是另一日期；两处应相同"),
                advice: BilingualText(
                    en: "Perhaps the number is somebody else's, or the birth date is that of another calendar.",
                    zh: "也许身份证号是他人的，或出生日期填的是农历。"))
        }
        if isWritten, let sex, sex != number.sex {
            fault(
                column, .contradiction, severity: .warning,
                BilingualText(
                    en: "is the number of \(number.sex.words.english) by its last digit but one, and the row says "
                        + "\(sex.words.english); expected the same in both",
                    zh: "倒数第二位表示\(number.sex.words.chinese)，而该行为\(sex.words.chinese)；两处应一致"),
                advice: BilingualText(
                    en: "Perhaps the number is somebody else's, or the relation is wrong.", zh: "也许身份证号是他人的，或关系填错。"))
        }
    }

    /// Whether a citizen number stands in a cell that is not for one, which is reported. Nothing of it is quoted.
    mutating func reportMisplacedNumber(
        in text: String, _ column: Column, severity: Finding.Severity = .error, expected: BilingualText
    ) -> Bool {
        guard CitizenNumber.isWritten(in: text) else { return false }
        fault(
            column, .misplacedCitizenNumber, severity: severity,
            BilingualText(
                en: "holds a citizen number; expected \(expected.english)", zh: "含有身份证号；应为\(expected.chinese)"),
            advice: BilingualText(
                en: "Perhaps take it out; where a prison asks for it, it belongs into the column citizen_number.",
                zh: "也许应删去；监狱要求时，请填入“身份证号”列。"))
        return true
    }

    /// The words in the cell, of as many lines as somebody likes. A citizen number in them is asked about.
    mutating func freeText(_ column: Column) -> String? {
        guard let text = text(column, allowsLines: true) else { return nil }
        _ = reportMisplacedNumber(
            in: text, column, severity: .warning,
            expected: BilingualText(en: "a text without one, since it is shown to others", zh: "不含号码的文字（其内容会给他人看到）"))
        return text
    }

    /// A spreadsheet that cuts a long number leaves zeros, which one time in eleven pass the check of the last digit.
    private mutating func askAboutZeros(_ column: Column) {
        fault(
            column, .unlikely, severity: .warning,
            BilingualText(
                en: "ends in 000, as a spreadsheet leaves a long number; expected a citizen number with all its digits",
                zh: "末尾为 000，与电子表格截断长数字的结果相同；应为各位齐全的身份证号"),
            advice: Self.advice(for: .spoilt))
    }

    private static func expected(for flaw: CitizenNumber.Flaw) -> BilingualText {
        switch flaw {
        case .spoilt, .masked, .otherSigns:
            BilingualText(
                en: "a citizen number of 18 digits, of which the last may be X, or of 15",
                zh: "18位身份证号（末位可为 X），或15位旧号")
        case .digits(let count):
            BilingualText(
                en: "a citizen number of 18 digits, or of 15; it has \(count)", zh: "18位或15位的身份证号，此格为\(count)位")
        case .area:
            BilingualText(
                en: "a citizen number that begins with the code of a province and district, or with 81, 82 or 83 0000",
                zh: "以省级行政区划代码开头的身份证号（港澳台居民居住证以 810000、820000、830000 开头）")
        case .birthDate:
            BilingualText(
                en: "a citizen number with a date of birth in its digits 7 to 14", zh: "第7至14位为出生日期的身份证号")
        case .checkDigit:
            BilingualText(
                en: "a citizen number whose last digit follows from the others (GB 11643)", zh: "校验码（末位）与前17位相符的身份证号")
        }
    }

    private static func advice(for flaw: CitizenNumber.Flaw) -> BilingualText {
        switch flaw {
        case .spoilt:
            BilingualText(
                en: "Perhaps a spreadsheet has cut the number; format the column as text and write it again.",
                zh: "也许电子表格截断了号码；请把该列设为文本格式后重新填写。")
        case .masked:
            BilingualText(
                en:
                    "Perhaps the list was made for others and hides digits; the whole number is needed, or an empty cell.",
                zh: "也许名单经过脱敏处理；请填写完整号码，或留空。")
        case .otherSigns:
            BilingualText(
                en:
                    "Perhaps it is the number of a passport or another paper; none says that there is no citizen number.",
                zh: "也许是护照等其他证件的号码；没有身份证号请填“无”。")
        case .digits:
            BilingualText(en: "Perhaps a digit is missing or too many.", zh: "也许少了或多了一位。")
        case .area, .birthDate, .checkDigit:
            BilingualText(
                en: "Perhaps a digit is wrong, or two are exchanged; compare it with the card.",
                zh: "也许有一位写错，或两位颠倒；请与证件核对。")
        }
    }
}

extension Sex {
    fileprivate var words: BilingualText {
        switch self {
        case .female: BilingualText(en: "a woman", zh: "女性")
        case .male: BilingualText(en: "a man", zh: "男性")
        }
    }
}

extension Guardian.Relation {
    /// The sex that the word tells, where it tells one.
    var sex: Sex? {
        switch self {
        case .mother, .grandmother, .aunt: .female
        case .father, .grandfather, .uncle: .male
        case .sibling, .foster, .carer, .other: nil
        }
    }
}
