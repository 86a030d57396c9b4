/// A charity, an office, a school: whoever looks after households and their children.
///
/// Several organisations can share a store. What one of them may see through the service are its own households and
/// their children; prisons, sessions and rules are everybody's.
public struct Organisation: Hashable, Sendable {
    /// Its identifier.
    public var id: Identifier<Organisation>
    /// Its name.
    public var name: BilingualText
    /// A telephone number.
    public var phone: String?
    /// An e-mail address.
    public var email: String?

    /// An organisation.
    public init(id: Identifier<Organisation>, name: BilingualText, phone: String? = nil, email: String? = nil) {
        self.id = id
        self.name = name
        self.phone = phone
        self.email = email
    }
}
