import VisitModel

/// What numbers count.
enum Units {
    static let minutes = BilingualText(en: "minutes", zh: "分钟")
    static let days = BilingualText(en: "days", zh: "天")
    static let weeks = BilingualText(en: "weeks", zh: "周")
    static let kilometres = BilingualText(en: "kilometres", zh: "公里")
    static let persons = BilingualText(en: "persons", zh: "人")
    static let children = BilingualText(en: "children", zh: "名儿童")
    static let tables = BilingualText(en: "tables", zh: "张桌")
    static let money = BilingualText(en: "currency units", zh: "元")
}
