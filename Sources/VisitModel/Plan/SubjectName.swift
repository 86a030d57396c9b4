/// What a finding or a flag is about, as people call it. A subject is a kind and an identifier: `child C17`, `prisoner event EV`.
public enum SubjectName {
    /// The kinds in Chinese. A kind may be of two words, and may stand alone.
    private static let kinds = [
        "absence": "请假", "audit entry": "审计记录", "bond": "亲属关系", "budget": "预算", "check": "核对项目",
        "child": "儿童", "clock": "系统时间", "closure": "停止会见", "command line": "命令行", "configuration": "配置",
        "cost": "费用", "distance": "距离", "escort": "陪同人员", "feed": "日历订阅", "field": "字段", "file": "文件",
        "guardian": "监护人", "household": "家庭", "option": "选项", "organisation": "机构", "pack": "规则包",
        "parameter": "参数", "place": "地点", "plan": "排期", "prison": "监狱", "prisoner": "服刑人员",
        "prisoner event": "服刑人员事件", "rule": "规则", "school calendar": "校历", "separation": "隔离规定",
        "session": "场次", "store": "数据库", "table": "表", "template": "模板", "timetable": "时刻表",
        "token": "访问令牌", "trip": "车次", "visit": "会见", "zone": "时区",
    ]

    /// The subject with its kind in both languages; what is of no known kind stays as it is.
    public static func text(_ subject: String) -> BilingualText {
        let words = subject.split(separator: " ").map(String.init)
        for length in [2, 1] where words.count >= length {
            guard let kind = kinds[words.prefix(length).joined(separator: " ")] else { continue }
            let chinese = ([kind] + words.dropFirst(length)).joined(separator: " ")
            return BilingualText(en: subject, zh: chinese)
        }
        return BilingualText(subject)
    }
}
