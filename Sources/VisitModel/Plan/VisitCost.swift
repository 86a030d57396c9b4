/// Money that was really spent on a visit, beside what its journey was estimated to cost.
public struct VisitCost: Hashable, Sendable {
    /// What it was spent on.
    public enum Kind: String, Sendable, CaseIterable {
        case fare, lodging, food, other

        /// Its name for people.
        public var name: BilingualText {
            switch self {
            case .fare: BilingualText(en: "fares", zh: "交通费")
            case .lodging: BilingualText(en: "lodging", zh: "住宿费")
            case .food: BilingualText(en: "meals", zh: "餐费")
            case .other: BilingualText(en: "other", zh: "其他")
            }
        }
    }

    /// Its identifier.
    public var id: Identifier<VisitCost>
    /// The visit.
    public var visit: Identifier<Visit>
    /// Who spent it, as somebody wrote it down: an escort's or a guardian's identifier.
    public var person: String
    /// How much.
    public var cents: Cents
    /// What it was spent on.
    public var kind: Kind
    /// The number of the receipt, if there is one.
    public var receipt: String?

    /// Money spent.
    public init(
        id: Identifier<VisitCost>, visit: Identifier<Visit>, person: String = "", cents: Cents, kind: Kind = .other,
        receipt: String? = nil
    ) {
        self.id = id
        self.visit = visit
        self.person = person
        self.cents = cents
        self.kind = kind
        self.receipt = receipt
    }
}
