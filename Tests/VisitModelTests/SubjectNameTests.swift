import Testing
import VisitModel

@Suite("What findings are about, in words")
struct SubjectNameTests {
    @Test(
        "the kind is told in Chinese, and the identifier as it is",
        arguments: [
            ("visit V-0007", "会见 V-0007"), ("escort E4", "陪同人员 E4"), ("bond B23", "亲属关系 B23"), ("plan", "排期"),
            ("prisoner event EV", "服刑人员事件 EV"), ("prisoner event", "服刑人员事件"), ("school calendar SC", "校历 SC"),
            ("parameter cn.escort_age", "参数 cn.escort_age"), ("token k1", "访问令牌 k1"), ("feed f1", "日历订阅 f1"),
            ("nobody knows this", "nobody knows this"), ("", ""),
        ])
    func kinds(subject: String, chinese: String) {
        #expect(SubjectName.text(subject).chinese == chinese)
        #expect(SubjectName.text(subject).english == subject)
    }
}
