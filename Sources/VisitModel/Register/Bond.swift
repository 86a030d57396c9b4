/// A paper that a visitor or a child shows, or that must be in the file.
public enum Paper: String, Sendable, CaseIterable {
    case residentIdentityCard = "identity-card"
    case householdRegister = "household-register"
    case birthCertificate = "birth-certificate"
    case proofOfRelationship = "proof-of-relationship"
    case guardianConsent = "guardian-consent"
    case visitingApplication = "visiting-application"
    case approvedList = "approved-list"
    case wardenApproval = "warden-approval"
    case photoIdentity = "photo-identity"

    /// The paper's name for people.
    public var name: BilingualText {
        switch self {
        case .residentIdentityCard: BilingualText(en: "resident identity card", zh: "居民身份证")
        case .householdRegister: BilingualText(en: "household register", zh: "户口簿")
        case .birthCertificate: BilingualText(en: "birth certificate", zh: "出生证明")
        case .proofOfRelationship: BilingualText(en: "proof of relationship", zh: "亲属关系证明")
        case .guardianConsent: BilingualText(en: "the guardian's written consent", zh: "监护人书面同意书")
        case .visitingApplication: BilingualText(en: "visiting application", zh: "会见申请表")
        case .approvedList: BilingualText(en: "a place on the prisoner's approved visiting list", zh: "列入核准会见名单")
        case .wardenApproval: BilingualText(en: "the warden's approval", zh: "监狱长批准")
        case .photoIdentity: BilingualText(en: "identity document with photograph", zh: "带照片的身份证件")
        }
    }
}

/// A child and a prisoner whose contact is to be kept.
public struct Bond: Hashable, Sendable {
    /// What the prisoner is to the child.
    public enum Relation: String, Sendable, CaseIterable {
        case mother, father, stepmother, stepfather, grandmother, grandfather, sibling, aunt, uncle, cousin
        case fosterParent = "foster-parent"
        case guardian, other

        /// The relation's name for people.
        public var name: BilingualText {
            switch self {
            case .mother: BilingualText(en: "mother", zh: "母亲")
            case .father: BilingualText(en: "father", zh: "父亲")
            case .stepmother: BilingualText(en: "stepmother", zh: "继母")
            case .stepfather: BilingualText(en: "stepfather", zh: "继父")
            case .grandmother: BilingualText(en: "grandmother", zh: "祖母或外祖母")
            case .grandfather: BilingualText(en: "grandfather", zh: "祖父或外祖父")
            case .sibling: BilingualText(en: "brother or sister", zh: "兄弟姐妹")
            case .aunt: BilingualText(en: "aunt", zh: "姑姨")
            case .uncle: BilingualText(en: "uncle", zh: "叔舅")
            case .cousin: BilingualText(en: "cousin", zh: "堂表兄弟姐妹")
            case .fosterParent: BilingualText(en: "foster parent", zh: "寄养父母")
            case .guardian: BilingualText(en: "guardian", zh: "监护人")
            case .other: BilingualText(en: "relative", zh: "亲属")
            }
        }
    }

    /// What was decided about contact, by whoever decides it.
    public enum Contact: String, Sendable, CaseIterable {
        /// Contact is wanted and allowed.
        case allowed
        /// Somebody is still deciding.
        case onHold = "on-hold"
        /// The child does not want it now (Convention on the Rights of the Child, article 12).
        case declinedByChild = "declined-by-child"
        /// A court or authority forbids it.
        case forbidden

        /// What was decided, for people.
        public var name: BilingualText {
            switch self {
            case .allowed: BilingualText(en: "allowed", zh: "允许")
            case .onHold: BilingualText(en: "on hold", zh: "暂停")
            case .declinedByChild: BilingualText(en: "declined by the child", zh: "儿童不愿")
            case .forbidden: BilingualText(en: "forbidden", zh: "禁止")
            }
        }
    }

    /// The decision that is assumed for a bond where none is recorded.
    public static let usualContact = Contact.allowed

    /// Its identifier.
    public var id: Identifier<Bond>
    /// The child.
    public var child: Identifier<Child>
    /// The prisoner.
    public var prisoner: Identifier<Prisoner>
    /// What the prisoner is to the child.
    public var relation: Relation
    /// What was decided about contact.
    public var contact: Contact
    /// The day on which a decision against contact is reviewed, the child being asked first; nil where nobody set one.
    public var reviewOn: Day?
    /// The papers that are in the file.
    public var papers: [Paper]
    /// The longest time that should pass between two visits, in days; the operator's default when nil.
    public var maxGap: Int?

    /// A bond.
    public init(
        id: Identifier<Bond>, child: Identifier<Child>, prisoner: Identifier<Prisoner>, relation: Relation,
        contact: Contact = Self.usualContact, reviewOn: Day? = nil, papers: [Paper] = [], maxGap: Int? = nil
    ) {
        self.id = id
        self.child = child
        self.prisoner = prisoner
        self.relation = relation
        self.contact = contact
        self.reviewOn = reviewOn
        self.papers = papers
        self.maxGap = maxGap
    }
}
