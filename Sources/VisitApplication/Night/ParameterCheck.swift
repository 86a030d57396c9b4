import VisitModel
import VisitPlanning
import VisitRules
import VisitTravel

/// Looks at the operator's parameters: each part of the program at its own, and this at those that are nobody's.
struct ParameterCheck {
    /// What is wrong with them: values that cannot be used, and names that nobody knows.
    let findings: [Finding]

    /// - Parameter book: the rules in force; where there are none, names that may be theirs are not looked at.
    init(_ parameters: [Parameter], book: RuleBook?) {
        findings =
            PlanningParameters(parameters).findings + TravelParameters(parameters).findings
            + ContactParameters(parameters).findings + RetentionParameters(parameters).findings
            + (book?.check(parameters) ?? [])
            + (book.map { Self.strangers(among: parameters, $0) } ?? [])
    }

    /// What stands before the first dot of the names that parts of the program look at themselves.
    private static let ownPrefixes = ["plan.", "prison.", "report.", "travel.", "calendar.", "message.", "retention."]
    private static let ownNames = ["protectChildContact"]

    /// The parameters that no rule pack declares and no part of the program looks at.
    private static func strangers(among parameters: [Parameter], _ book: RuleBook) -> [Finding] {
        let declared = Set(book.packs.flatMap(\.parameters).map(\.name))
        return parameters.filter { parameter in
            !ownNames.contains(parameter.name) && !ownPrefixes.contains(where: parameter.name.hasPrefix)
                && !declared.contains(parameter.name)
        }.map { parameter in
            let nearest = NearestName.of(parameter.name, among: ownNames + declared.sorted())
            return Finding(
                .warning, code: "unknown-parameter", subject: "parameter \(parameter.name)",
                sentence: BilingualText(
                    en:
                        "\(parameter.name) is a parameter of no rule pack and of no part of the program, and is not used.",
                    zh: "\(parameter.name) 不是任何规则包或程序部分的参数，未予采用。"),
                advice: nearest.map {
                    BilingualText(en: "Perhaps you mean \($0).", zh: "也许您指的是 \($0)。")
                } ?? BilingualText(en: "Perhaps look it up in the guide on parameters.", zh: "也许可查阅参数说明。"))
        }
    }
}
