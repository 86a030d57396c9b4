import VisitFormats
import VisitModel

extension Plan.Certificate {
    /// How many children a visit falls due for, and how many of them the plan covers.
    static let children = AnswerObject<Plan.Certificate> { children in
        children.has("due", .whole) { .int($0.dueChildren) }
        children.has("covered", .whole) { .int($0.coveredChildren) }
    }
}
