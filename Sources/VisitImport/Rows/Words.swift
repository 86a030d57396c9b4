import VisitModel

/// The vocabularies of the columns.
enum Words {
    static let flag = Vocabulary<Bool>([
        (true, ["yes", "是", "y", "true", "1", "有", "对", "同意", "√"]),
        (false, ["no", "否", "n", "false", "0", "无", "不", "不同意", "×"]),
    ])
    /// The words that clear a cell.
    static let none = Vocabulary<Bool>([(true, ["none", "无", "没有", "清除"])])
    /// The most bytes of such a word.
    static let longestNone = 8
    /// What spreadsheets write where a formula has no value.
    static let spreadsheetErrors: Set<String> = [
        "#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!",
    ]
    static let sex = Vocabulary<Sex>(cases: [
        (.female, ["女", "f", "女性"]), (.male, ["男", "m", "男性"]),
    ])
    static let holds = Vocabulary<Prison.Holds>(cases: [
        (.female, ["女", "f", "女性", "女犯"]), (.male, ["男", "m", "男性", "男犯"]), (.mixed, ["混合", "男女", "both"]),
    ])
    static let facility = Vocabulary<Prison.Facility>(cases: [
        (.prison, ["监狱", "成年犯监狱"]), (.juvenile, ["未成年犯管教所", "未管所", "少管所"]), (.nursery, ["育婴监区", "哺乳监区"]),
    ])
    static let precision = Vocabulary<Place.Precision>(cases: [
        (.site, ["实址", "准确"]), (.cityCentre, ["市中心", "city center", "城市中心"]), (.approximate, ["大致", "约略"]),
    ])
    static let householdKind = Vocabulary<Household.Kind>(cases: [
        (.family, ["家庭", "亲属家庭"]), (.foster, ["寄养家庭", "寄养", "foster family"]),
        (.charityHome, ["儿童村", "福利院", "公益机构", "charity"]),
    ])
    static let language = Vocabulary<Language>(cases: [
        (.english, ["英文", "英语", "english"]), (.chinese, ["中文", "汉语", "普通话", "chinese"]),
    ])
    static let need = Vocabulary<Child.Need>(cases: [
        (.wheelchair, ["轮椅"]), (.travelSickness, ["晕车", "晕车晕船"]),
    ])
    static let guardianRelation = Vocabulary<Guardian.Relation>(cases: [
        (.mother, ["母亲", "妈妈"]), (.father, ["父亲", "爸爸"]), (.stepmother, ["继母"]),
        (.stepfather, ["继父"]), (.grandmother, ["祖母或外祖母", "祖母", "外祖母", "奶奶", "外婆", "姥姥"]),
        (.grandfather, ["祖父或外祖父", "祖父", "外祖父", "爷爷", "外公", "姥爷"]),
        (.aunt, ["姑姨", "舅妈", "舅母", "婶婶", "婶母", "伯母"]), (.uncle, ["叔舅", "姑父", "姨父", "姑丈", "姨丈"]),
        (.maternalAunt, ["姨妈", "姨母", "小姨", "mother's sister"]),
        (.maternalUncle, ["舅舅", "舅父", "mother's brother"]),
        (.paternalAunt, ["姑姑", "姑母", "姑妈", "father's sister"]),
        (.paternalUncle, ["叔叔", "叔父", "伯父", "伯伯", "大伯", "father's brother"]),
        (.sibling, ["兄弟姐妹", "哥哥", "姐姐", "brother", "sister"]),
        (.cousin, ["堂表兄弟姐妹", "堂兄弟姐妹", "表兄弟姐妹", "表哥", "表姐", "堂哥", "堂姐"]),
        (.foster, ["寄养家长", "寄养父母", "foster parent"]), (.guardian, ["监护人", "法定监护人", "legal guardian"]),
        (.carer, ["照护人", "照料人", "保育员"]), (.other, ["其他"]),
    ])
    static let grade = Vocabulary<Prisoner.Grade>(cases: [
        (.strict, ["严管", "严管级"]), (.observation, ["考察", "考察级"]), (.ordinary, ["普管", "普管级", "普通"]),
        (.lenient, ["宽管", "宽管级"]), (.veryLenient, ["特宽", "特宽级", "特别宽管"]), (.basic, ["基本级"]), (.standard, ["标准级"]),
        (.enhanced, ["提高级"]),
    ])
    static let sentence = Vocabulary<Prisoner.Sentence>(cases: [
        (.fixedTerm, ["有期徒刑", "有期"]), (.life, ["无期徒刑", "无期"]), (.deathWithReprieve, ["死缓", "死刑缓期执行"]),
        (.remand, ["未决", "未决在押", "羁押待审", "unconvicted"]), (.detention, ["拘役", "看守所服刑", "留所服刑", "short sentence"]),
    ])
    static let event = Vocabulary<PrisonerEvent.Kind>(cases: [
        (.admitted, ["入监"]), (.transferred, ["调监", "转监"]), (.gradeChanged, ["等级变更", "处遇变更"]), (.solitary, ["禁闭"]),
        (.strictManagement, ["严管处分", "严格管理"]), (.misconduct, ["违规", "违纪"]), (.visitBreach, ["会见违规"]),
        (.birth, ["分娩", "生育"]),
        (.nursing, ["哺乳"]), (.outOfPrison, ["监外执行", "暂予监外执行"]), (.returned, ["收监", "返监"]), (.nurseryStart, ["入育婴监区"]),
        (.nurseryEnd, ["离育婴监区"]), (.parentalRightsTerminated, ["终止亲权"]), (.guardianshipRevoked, ["撤销监护人资格", "撤销监护"]),
        (.fosterPlacement, ["寄养安置"]), (.relativePlacement, ["亲属安置"]), (.visitorSuspended, ["暂停会见人资格", "会见人暂停"]),
        (.released, ["释放", "刑满释放"]), (.compellingReason, ["重大理由"]), (.servicesMissing, ["未提供服务"]),
        (.judicialFinding, ["法院首次认定", "首次司法认定"]), (.trialHomeVisit, ["试行回家居住", "试行返家"]),
        (.runaway, ["离开寄养处出走", "出走"]),
    ])
    static let absenceKind = Vocabulary<Absence.Kind>(cases: [
        (.guardian, ["监护人"]), (.escort, ["陪同人员", "陪同人"]), (.child, ["儿童", "孩子"]), (.prisoner, ["服刑人员"]),
    ])
    static let misconduct = Vocabulary<PrisonerEvent.Misconduct>(cases: [
        (.drug, ["毒品", "drugs"]), (.alcohol, ["饮酒", "酒精"]), (.visit, ["会见"]), (.other, ["其他"]),
    ])
    static let bondRelation = Vocabulary<Bond.Relation>(cases: [
        (.mother, ["母亲", "妈妈"]), (.father, ["父亲", "爸爸"]), (.stepmother, ["继母"]), (.stepfather, ["继父"]),
        (.grandmother, ["祖母或外祖母", "祖母", "外祖母", "奶奶", "外婆", "姥姥"]),
        (.grandfather, ["祖父或外祖父", "祖父", "外祖父", "爷爷", "外公", "姥爷"]),
        (.sibling, ["兄弟姐妹", "哥哥", "姐姐", "brother", "sister"]),
        (.aunt, ["姑姨", "姑姑", "姑母", "姨妈", "姨母", "舅妈", "婶婶", "伯母"]),
        (.uncle, ["叔舅", "叔叔", "伯父", "伯伯", "舅舅", "姑父", "姨父"]), (.cousin, ["堂表兄弟姐妹", "堂兄弟姐妹", "表兄弟姐妹"]),
        (.fosterParent, ["寄养父母", "寄养家长"]), (.guardian, ["监护人", "法定监护人", "legal guardian"]),
        (.other, ["其他", "亲属"]),
    ])
    static let contact = Vocabulary<Bond.Contact>(cases: [
        (.allowed, ["允许", "同意", "可以"]), (.onHold, ["暂停", "暂缓", "待定"]), (.declinedByChild, ["儿童不愿", "孩子不愿", "本人不愿"]),
        (.forbidden, ["禁止"]),
    ])
    static let paper = Vocabulary<Paper>(cases: [
        (.residentIdentityCard, ["居民身份证", "身份证"]), (.householdRegister, ["户口簿", "户口本"]),
        (.birthCertificate, ["出生证明", "出生医学证明"]),
        (.proofOfRelationship, ["亲属关系证明", "关系证明"]), (.guardianConsent, ["监护人书面同意书", "监护人同意书"]),
        (.visitingApplication, ["会见申请表", "会见申请"]), (.approvedList, ["列入核准会见名单", "核准名单"]), (.wardenApproval, ["监狱长批准"]),
        (.photoIdentity, ["带照片的身份证件", "照片证件"]),
    ])
    static let calendarKind = Vocabulary<SchoolCalendar.Kind>(cases: [
        (.term, ["学期", "上课"]), (.holiday, ["假期", "放假"]), (.makeUp, ["补课", "调休上课"]),
    ])
    static let mode = Vocabulary<Mode>(cases: [
        (.contact, ["接触会见", "面对面", "面对面接触会见"]), (.table, ["桌边会见", "桌边"]), (.glass, ["隔窗会见", "隔窗", "隔玻璃会见"]),
        (.video, ["视频会见", "视频", "远程视频会见"]), (.familyRoom, ["亲情会见室", "亲情会见", "亲情会见室会见"]), (.childDay, ["亲子开放日", "亲子日"]),
        (.holidayStay, ["假期同住"]), (.call, ["亲情电话", "电话"]),
    ])
    static let status = Vocabulary<Visit.Status>(cases: [
        (.proposed, ["拟定"]), (.requested, ["已申请"]), (.confirmed, ["已确认"]), (.held, ["已会见", "完成"]),
        (.cutShort, ["提前结束", "中途结束"]), (.missed, ["未成行", "缺席"]), (.turnedAway, ["到场未获准", "被拒之门外"]),
        (.refused, ["监狱未批准", "未批准"]), (.withdrawn, ["已撤回", "撤回"]), (.expired, ["逾期未答复"]),
        (.cancelled, ["已取消", "取消", "canceled"]),
    ])
    static let costKind = Vocabulary<VisitCost.Kind>(cases: [
        (.fare, ["交通费", "路费", "车费", "fares"]), (.lodging, ["住宿费", "住宿", "房费"]),
        (.food, ["餐费", "伙食费", "餐饮", "meals"]), (.other, ["其他", "其他费用"]),
    ])
    static let weekday = Vocabulary<Weekday>(
        Weekday.allCases.map { (value: $0, words: words(for: $0)) })
    static let weekdays = Vocabulary<[Weekday]>(
        Weekday.allCases.map { (value: [$0], words: words(for: $0)) } + [
            ([.saturday, .sunday], ["weekend", "周末"]),
            ([.monday, .tuesday, .wednesday, .thursday, .friday], ["workdays", "工作日", "周一至周五", "mon-fri"]),
            (Weekday.allCases, ["daily", "每天", "周一至周日", "mon-sun"]),
        ])

    private static func words(for day: Weekday) -> [String] {
        let full = day.name.chinese
        let digit = full.suffix(1)
        let sunday = day == .sunday ? ["周天", "星期天", "礼拜天"] : []
        return [day.shortName, "周\(digit)", full, "礼拜\(digit)", day.name.english] + sunday
    }
}
