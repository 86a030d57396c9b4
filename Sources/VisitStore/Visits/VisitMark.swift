import VisitModel

/// The facts of a visit that decide in whose calendars it is, and whether anything about it has changed.
public struct VisitMark: Sendable {
    /// The visit.
    public let id: Identifier<Visit>
    /// How far it is.
    public let status: Visit.Status
    /// The household that visits.
    public let household: Identifier<Household>
    /// Who is visited.
    public let prisoner: Identifier<Prisoner>
    /// Where.
    public let prison: Identifier<Prison>
    /// The adults who go along.
    public let adults: [Visit.Companion]
    /// The homes of many children whose calendars contain it: the household's own, and those of the escorts.
    public let homes: [Identifier<Household>]
    /// The children who go.
    public let children: [Identifier<Child>]
    /// A digest of all that the store holds of the visit.
    public let digest: UInt64
}
