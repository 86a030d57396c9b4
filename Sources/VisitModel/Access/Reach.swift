/// How far somebody's sight into the store goes. What lies outside does not exist for them: it is not told apart from
/// what nobody has.
public enum Reach: Hashable, Sendable {
    /// No person's record at all.
    case nothing
    /// All of it.
    case everything
    /// The households of one organisation, their children and their visits.
    case organisation(Identifier<Organisation>)
    /// The visits of one prison.
    case prison(Identifier<Prison>)
    /// One household, for its own page.
    case household(Identifier<Household>)
    /// The visits that one escort goes along to, for the escort's own page.
    case escort(Identifier<Escort>)
}
