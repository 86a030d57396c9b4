import VisitModel

/// The kinds of finding that an import makes. Their raw values are stable: scripts may rely on them.
enum FaultCode: String, CaseIterable, Sendable {
    // The file
    case unknownFile = "unknown-file"
    case guessedTable = "guessed-table"
    case notRead = "not-read"
    case notText = "not-text"
    case emptyFile = "empty-file"
    case noRows = "no-rows"
    case furtherFaults = "further-faults"
    // The heading
    case noHeading = "no-heading"
    case unknownHeading = "unknown-heading"
    case missingHeading = "missing-heading"
    case repeatedHeading = "repeated-heading"
    case cellWithoutHeading = "cell-without-heading"
    // The row
    case unterminatedQuote = "unterminated-quote"
    case textAfterQuote = "text-after-quote"
    case tooFewCells = "too-few-cells"
    case tooManyCells = "too-many-cells"
    case repeatedID = "repeated-id"
    // The cell
    case invalidBytes = "invalid-bytes"
    case zeroByte = "zero-byte"
    case lineBreak = "line-break"
    case missingValue = "missing-value"
    case keptValue = "kept-value"
    case refusalInForce = "standing-no"
    case usualContact = "usual-contact"
    case notAValue = "not-a-value"
    case invalidID = "invalid-id"
    case reservedID = "reserved-id"
    case invalidPhone = "invalid-phone"
    case invalidEmail = "invalid-email"
    case invalidWeChat = "invalid-wechat"
    case invalidCitizenNumber = "invalid-citizen-number"
    case repeatedCitizenNumber = "repeated-citizen-number"
    case misplacedCitizenNumber = "misplaced-citizen-number"
    case perhapsKnown = "perhaps-known"
    case mergedID = "merged-id"
    case invalidDate = "invalid-date"
    case noSuchDay = "no-such-day"
    case invalidMonth = "invalid-month"
    case invalidTime = "invalid-time"
    case invalidNumber = "invalid-number"
    case outOfRange = "out-of-range"
    case unknownWord = "unknown-word"
    case repeatedWord = "repeated-word"
    case invalidZone = "invalid-zone"
    case invalidJurisdiction = "invalid-jurisdiction"
    case invalidParameter = "invalid-parameter"
    // Facts together
    case unknownReference = "unknown-reference"
    case wrongOrder = "wrong-order"
    case contradiction
    case unlikely
    case otherHousehold = "other-household"
    case otherPrison = "other-prison"
    case repeatedBond = "repeated-bond"
    case toItself = "to-itself"
    case zeroBudget = "zero-budget"
    // Timetables
    case badArchive = "bad-archive"
    case missingFile = "missing-file"
    case noDays = "no-days"
    case implausibleLeg = "implausible-leg"
    case repeatedFeed = "repeated-feed"
    // Calendars
    case badCalendar = "bad-calendar"
    case notUnderstood = "not-understood"
    case writtenOut = "written-out"
    case renamedFile = "renamed-file"
    case unknownHolidays = "unknown-holidays"

    /// What the finding says, for the page of the formats.
    var meaning: BilingualText {
        switch self {
        case .unknownFile:
            BilingualText(en: "neither the file's name nor its headings are those of a table", zh: "文件名和表头都不属于任何已知表格")
        case .guessedTable: BilingualText(en: "the table was recognised by its headings alone", zh: "仅凭表头识别出表格")
        case .notRead: BilingualText(en: "a file of a folder that was not read", zh: "文件夹中未读取的文件")
        case .notText: BilingualText(en: "a workbook, an archive or another file that is not text", zh: "工作簿、压缩包等非文本文件")
        case .emptyFile: BilingualText(en: "not even a heading", zh: "连表头也没有")
        case .noRows: BilingualText(en: "a heading and nothing below it", zh: "只有表头，没有数据行")
        case .furtherFaults: BilingualText(en: "more faults than are listed", zh: "问题过多，未全部列出")
        case .noHeading: BilingualText(en: "the first row holds no known heading", zh: "首行没有任何已知列名")
        case .unknownHeading: BilingualText(en: "a heading that the table does not have", zh: "表格没有此列名")
        case .missingHeading: BilingualText(en: "a required column is not there", zh: "缺少必填列")
        case .repeatedHeading: BilingualText(en: "two columns for the same thing", zh: "同一内容有两列")
        case .cellWithoutHeading: BilingualText(en: "a value below an empty heading", zh: "空列名下有内容")
        case .unterminatedQuote: BilingualText(en: "a quoted cell that never ends", zh: "引号未闭合")
        case .textAfterQuote: BilingualText(en: "text between a closing quote and the next cell", zh: "右引号与下一格之间有文字")
        case .tooFewCells: BilingualText(en: "a row with fewer cells than headings", zh: "单元格数少于列数")
        case .tooManyCells: BilingualText(en: "a row with more cells than headings", zh: "单元格数多于列数")
        case .repeatedID: BilingualText(en: "the same thing described twice", zh: "同一编号重复出现")
        case .invalidBytes: BilingualText(en: "bytes that are not valid in the file's encoding", zh: "字节在该编码中无效")
        case .zeroByte: BilingualText(en: "a zero byte, which no text holds", zh: "含有空字节（NUL）")
        case .lineBreak: BilingualText(en: "a line break or control character where none can be", zh: "不应有的换行或控制字符")
        case .missingValue: BilingualText(en: "an empty cell where a value is required", zh: "必填格为空")
        case .keptValue:
            BilingualText(en: "an empty cell does not clear what the store holds", zh: "空格不会清除数据库中的内容")
        case .refusalInForce:
            BilingualText(
                en: "a child's no that a step has taken stays, for the row does not say that the child was asked again",
                zh: "取消会见时登记的儿童不愿保留：该行未说明已再次询问孩子")
        case .usualContact:
            BilingualText(en: "new bonds for which the file does not say what was decided", zh: "文件未说明联系决定的新关系")
        case .notAValue:
            BilingualText(
                en: "a formula, or a spreadsheet's word for an error, where a value is expected",
                zh: "应填内容处为公式或电子表格的错误值")
        case .invalidID:
            BilingualText(
                en: "an identifier with a sign that separates lists or dates, or with none that can be seen",
                zh: "编号含有分隔符号，或没有可见字符")
        case .reservedID:
            BilingualText(en: "an identifier that looks like the number of a visit", zh: "编号与会见号同形")
        case .invalidPhone: BilingualText(en: "something that is no telephone number", zh: "不是电话号码")
        case .invalidEmail: BilingualText(en: "something that is no e-mail address", zh: "不是电子邮箱地址")
        case .invalidWeChat: BilingualText(en: "something that is no name in WeChat", zh: "不是微信号")
        case .invalidCitizenNumber: BilingualText(en: "something that is no citizen number", zh: "不是有效的身份证号")
        case .repeatedCitizenNumber: BilingualText(en: "one citizen number of two people", zh: "两人的身份证号相同")
        case .misplacedCitizenNumber:
            BilingualText(en: "a citizen number in an identifier, a name or a text", zh: "编号、名称或说明文字中含有身份证号")
        case .perhapsKnown:
            BilingualText(en: "a new child with the name and the birth date of another one", zh: "新儿童与另一名儿童同名且同日出生")
        case .mergedID:
            BilingualText(en: "the identifier of a record that was merged into another", zh: "该编号的记录已并入另一条记录")
        case .invalidDate: BilingualText(en: "something that is no date", zh: "不是日期")
        case .noSuchDay: BilingualText(en: "a date that does not exist", zh: "日期不存在")
        case .invalidMonth: BilingualText(en: "something that is no month", zh: "不是月份")
        case .invalidTime: BilingualText(en: "something that is no time of day", zh: "不是时间")
        case .invalidNumber: BilingualText(en: "something that is no number", zh: "不是数字")
        case .outOfRange: BilingualText(en: "a number or date outside its range", zh: "数字或日期超出范围")
        case .unknownWord: BilingualText(en: "a word that the column does not know", zh: "该列不认识的词")
        case .repeatedWord: BilingualText(en: "the same entry twice in one list", zh: "同一列表中重复")
        case .invalidZone: BilingualText(en: "something that is no time zone's name", zh: "不是时区名")
        case .invalidJurisdiction: BilingualText(en: "something that is no jurisdiction's code", zh: "不是法域代码")
        case .invalidParameter: BilingualText(en: "something that is no parameter's name", zh: "不是参数名")
        case .unknownReference:
            BilingualText(en: "an identifier that nothing has, in the files or in the store", zh: "文件和数据库中都没有此编号")
        case .wrongOrder: BilingualText(en: "an end before its beginning", zh: "结束早于开始")
        case .contradiction: BilingualText(en: "two cells, or two tables, that cannot both be right", zh: "两处内容相互矛盾")
        case .unlikely: BilingualText(en: "possible, but probably a slip", zh: "可能但多半是笔误")
        case .otherHousehold: BilingualText(en: "people of different households in one visit", zh: "一次会见涉及不同家庭")
        case .otherPrison: BilingualText(en: "a session of another prison", zh: "时段属于另一所监狱")
        case .repeatedBond: BilingualText(en: "a second bond of the same child and prisoner", zh: "同一儿童与服刑人员的关系重复")
        case .toItself:
            BilingualText(
                en: "a distance, a source of escorts or a separation from a thing to itself", zh: "起点与终点（或来源、另一方与自身）相同")
        case .zeroBudget: BilingualText(en: "a month in which no journey can be paid", zh: "预算为零，该月无法支付任何行程")
        case .badArchive: BilingualText(en: "a zip archive that cannot be unpacked", zh: "无法解压的 zip 压缩包")
        case .missingFile: BilingualText(en: "a timetable feed without one of its files", zh: "时刻表数据包缺少文件")
        case .noDays: BilingualText(en: "a timetable's service that runs on no day", zh: "没有运行日的服务")
        case .implausibleLeg: BilingualText(en: "a vehicle that would be faster than any", zh: "车辆速度不合常理")
        case .repeatedFeed: BilingualText(en: "two timetable feeds of one name", zh: "两个时刻表数据包同名")
        case .badCalendar: BilingualText(en: "a line that no iCalendar file has there", zh: "iCalendar 文件中不应有的行")
        case .notUnderstood:
            BilingualText(en: "a rule or an event of a calendar that is not understood", zh: "无法理解的日历规则或事件")
        case .writtenOut:
            BilingualText(en: "an event that repeats beyond the days that are written out", zh: "事件重复到展开范围之后")
        case .renamedFile:
            BilingualText(en: "a calendar's name that a browser or a copy changed", zh: "日历文件名被浏览器或复制操作改动")
        case .unknownHolidays:
            BilingualText(en: "a year of which a country's public holidays are not known", zh: "不掌握该年度的法定节假日安排")
        }
    }
}
