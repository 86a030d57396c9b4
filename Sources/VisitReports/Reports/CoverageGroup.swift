import VisitModel

/// The bonds with mothers, with fathers, or with others in prison.
struct CoverageGroup {
    /// Whom the children belong to.
    enum Parent: String, CaseIterable {
        case mother, father, other

        /// The group's name.
        var name: BilingualText {
            switch self {
            case .mother: BilingualText(en: "Mothers", zh: "母亲")
            case .father: BilingualText(en: "Fathers", zh: "父亲")
            case .other: BilingualText(en: "Other carers", zh: "其他照顾者")
            }
        }

        /// The group of a relation.
        init(_ relation: Bond.Relation) {
            switch relation {
            case .mother: self = .mother
            case .father: self = .father
            default: self = .other
            }
        }
    }

    var parent: Parent
    var outlooks: [Outlook]

    /// The groups that there are, mothers first.
    static func groups(of outlooks: [Outlook]) -> [CoverageGroup] {
        Parent.allCases.compactMap { parent in
            let own = outlooks.filter { Parent($0.relation) == parent }
            return own.isEmpty ? nil : CoverageGroup(parent: parent, outlooks: own)
        }
    }
}

extension [Int] {
    /// The middle value; of two in the middle the lower. Nil for none.
    var median: Int? { isEmpty ? nil : sorted()[(count - 1) / 2] }
}
