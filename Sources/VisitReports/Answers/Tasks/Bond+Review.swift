import VisitModel

extension Bond {
    /// What somebody does when a decision against contact is reviewed.
    var reviewSentence: BilingualText {
        let row = BilingualText(
            en: "Write the answer into contact and review_on of the bond \(id) in bonds.csv",
            zh: "请把结果填入 bonds.csv 中关系 \(id) 的“联系决定”和“复核日期”")
        let ask =
            switch contact {
            case .declinedByChild:
                BilingualText(
                    en: "The child has said no to visits. Ask again, without pressure.", zh: "孩子曾表示不愿会见，请再询问孩子，不施加压力。")
            case .onHold:
                BilingualText(en: "Contact is on hold. Ask how the decision stands.", zh: "会见暂停，请了解决定的进展。")
            case .forbidden:
                BilingualText(
                    en: "Contact is forbidden. Ask the court or authority whether the decision stands.",
                    zh: "会见被禁止，请向法院或主管部门核实决定是否仍然有效。")
            case .allowed: BilingualText(en: "Contact is allowed.", zh: "允许会见。")
            }
        return BilingualText(en: "\(ask.english) \(row.english).", zh: "\(ask.chinese)\(row.chinese)。")
    }
}
