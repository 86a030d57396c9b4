import VisitModel

extension RowReader {
    /// The telephone number in the cell, as it was typed. What is none is reported, and never quoted.
    ///
    /// - Parameter isChinese: whether a number without the code of a country is one of China.
    mutating func phone(_ column: Column, isChinese: Bool) -> String? {
        guard let text = text(column) else { return nil }
        switch Telephone.read(text, isChinese: isChinese) {
        case .success(let phone): return phone.text
        case .failure(let failure):
            let (expected, advice) = words(for: failure.flaw)
            // A number that can be dialled, but is not one of China as they are now, is asked about and kept.
            let isDoubtful = failure.flaw == .notChineseMobile
            fault(
                column, .invalidPhone, severity: isDoubtful ? .warning : .error, found: nil, expected: expected,
                advice: advice)
            return isDoubtful ? PlainText.identifier(text) : nil
        }
    }

    private func words(for flaw: Telephone.Flaw) -> (expected: BilingualText, advice: BilingualText) {
        let number = BilingualText(
            en: "a telephone number of \(Telephone.digits.lowerBound) to \(Telephone.digits.upperBound) digits",
            zh: "电话号码（\(Telephone.digits.lowerBound)至\(Telephone.digits.upperBound)位数字）")
        switch flaw {
        case .spoilt:
            return (
                number,
                BilingualText(
                    en: "Perhaps a spreadsheet has turned it into another number; format the column as text.",
                    zh: "也许电子表格把号码变成了数值；请把该列设为文本格式后重新填写。")
            )
        case .otherSigns:
            return (
                number,
                BilingualText(
                    en: "Perhaps words, or a second number, are to be taken out; none says that there is no telephone.",
                    zh: "也许应删去文字或第二个号码；没有电话请填“无”。")
            )
        case .digits(let count):
            return (
                BilingualText(en: "\(number.english); it has \(count)", zh: "\(number.chinese)，此格为\(count)位"),
                BilingualText(
                    en: "Perhaps digits are missing, or two numbers stand in one cell.", zh: "也许缺少数字，或一格填了两个号码。")
            )
        case .notChineseMobile:
            return (
                BilingualText(
                    en: "a mobile number of China: eleven digits, beginning with 13 to 19",
                    zh: "以 13 至 19 开头的11位手机号码"),
                BilingualText(en: "Perhaps a digit is missing or too many.", zh: "也许少了或多了一位。")
            )
        }
    }

    /// The e-mail address in the cell. What is none is reported, and never quoted.
    mutating func email(_ column: Column) -> String? {
        guard let typed = text(column) else { return nil }
        let text = PlainText.identifier(typed)
        if MailAddress.isValid(text) { return text }
        fault(
            column, .invalidEmail, found: nil,
            expected: BilingualText(
                en: "an e-mail address such as name@example.org", zh: "电子邮箱地址，如 name@example.org"),
            advice: BilingualText(
                en: "Perhaps a sign is missing, or two addresses stand in one cell; none says that there is none.",
                zh: "也许缺少符号，或一格填了两个地址；没有邮箱请填“无”。"))
        return nil
    }
}

extension Draft {
    /// Whether telephone numbers where that household lives are Chinese ones unless they say otherwise.
    func isChinese(household id: Identifier<Household>?) -> Bool { isChinese(place: id.flatMap(household)?.place) }

    /// The same for a place.
    func isChinese(place id: Identifier<Place>?) -> Bool {
        let zone = id.flatMap(place)?.zone ?? onlyZoneName
        return zone.map(Self.chineseZones.contains) ?? false
    }

    private static let chineseZones: Set<String> = [
        "Asia/Shanghai", "Asia/Urumqi", "Asia/Chongqing", "Asia/Chungking", "Asia/Harbin", "Asia/Kashgar", "PRC",
    ]
}
