import VisitModel

extension RowReader {
    /// The telephone number in the cell, as it was typed. What is none is reported, and never quoted.
    ///
    /// - Parameter country: the country in whose form a number without a country code is written.
    mutating func phone(_ column: Column, in country: String?) -> String? {
        guard let text = text(column) else { return nil }
        switch Telephone.read(text, in: country) {
        case .success(let phone): return phone.text
        case .failure(let failure):
            let (expected, advice) = words(for: failure.flaw)
            // What is no number of its country as they are now is asked about and kept.
            let isDoubtful = failure.flaw.isDoubtful
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
        case .unknownCode:
            return (
                BilingualText(
                    en: "a telephone number that begins with the code of a country, such as +86 or +44",
                    zh: "以国家或地区代码开头的电话号码，如 +86、+44"),
                BilingualText(en: "Perhaps a digit of the code is wrong.", zh: "也许国家或地区代码有误。")
            )
        case .length(let count, let code, let expected):
            let lengths = expected.map(String.init)
            return (
                BilingualText(
                    en:
                        "a number of +\(code), with \(lengths.joined(separator: ", ")) digits besides that code and a leading 0; "
                        + "it has \(count)",
                    zh: "+\(code) 的电话号码，不计代码和开头的 0 应有\(lengths.joined(separator: "、"))位，此格为\(count)位"),
                BilingualText(
                    en:
                        "Perhaps a digit is missing or too many, or the number is one of another country and needs its code.",
                    zh: "也许少了或多了一位；外国或境外号码请在前面加上代码。")
            )
        case .lostZero:
            return (
                BilingualText(
                    en: "a number that begins with 0, as they are written at home, or with a country code",
                    zh: "以 0 开头的本国号码（固定电话含区号），或以国家代码开头的号码"),
                BilingualText(
                    en: "Perhaps a spreadsheet has cut the zero; format the column as text and write it again.",
                    zh: "也许电子表格去掉了开头的 0；请把该列设为文本格式后重新填写。")
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

    /// The name in WeChat in the cell, as it was typed. What is none is reported, and never quoted.
    ///
    /// - Parameter country: the country in whose form telephone numbers are written, which people are found by, too.
    mutating func wechat(_ column: Column, in country: String?) -> String? {
        guard let typed = text(column) else { return nil }
        if let name = WeChatName.read(typed, in: country) { return name }
        let length = WeChatName.length
        fault(
            column, .invalidWeChat, found: nil,
            expected: BilingualText(
                en:
                    "a WeChat name of \(length.lowerBound) to \(length.upperBound) letters, digits, _ and -, a letter first, or "
                    + "a telephone number",
                zh: "微信号（\(length.lowerBound)至\(length.upperBound)个字母、数字、_ 或 -，以字母开头）或手机号"),
            advice: BilingualText(
                en:
                    "Perhaps it is the nickname that WeChat shows; the name stands in the person's profile. None says that there "
                    + "is none.",
                zh: "也许填的是微信昵称；微信号可在个人信息中查看。没有微信请填“无”。"))
        return nil
    }
}

extension Draft {
    /// The country in whose form people of that household write telephone numbers, by its two letters.
    func country(ofHousehold id: Identifier<Household>?) -> String? {
        country(ofPlace: id.flatMap(household)?.place)
    }

    /// The same for a place.
    func country(ofPlace id: Identifier<Place>?) -> String? {
        HomeCountry.of(zone: id.flatMap(place)?.zone, prisons: countries)
    }
}
