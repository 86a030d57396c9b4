/// A place where children live or prisons stand: a city, a town, an address.
public struct Place: Hashable, Sendable {
    /// How well the coordinate is known.
    public enum Precision: String, Sendable, CaseIterable {
        /// The site itself.
        case site
        /// The centre of the city, shown as such.
        case cityCentre = "city-centre"
        /// Somewhere near.
        case approximate
    }

    /// Its identifier.
    public var id: Identifier<Place>
    /// Its name.
    public var name: BilingualText
    /// Where it is, if known.
    public var coordinate: Coordinate?
    /// How well `coordinate` is known.
    public var precision: Precision
    /// The IANA name of the zone that its clocks show; that of the prison where nil.
    public var zone: String?

    /// A place.
    public init(
        id: Identifier<Place>, name: BilingualText, coordinate: Coordinate? = nil, precision: Precision = .approximate,
        zone: String? = nil
    ) {
        self.id = id
        self.name = name
        self.coordinate = coordinate
        self.precision = precision
        self.zone = zone
    }
}

/// The length of the road between two places, as somebody measured it.
public struct Distance: Hashable, Sendable {
    /// Where the road begins.
    public var from: Identifier<Place>
    /// Where it ends.
    public var to: Identifier<Place>
    /// Its length.
    public var metres: Metres
    /// How long the drive takes, if known.
    public var minutes: Minutes?

    /// A distance; it holds in both directions unless the other direction has a row of its own.
    public init(from: Identifier<Place>, to: Identifier<Place>, metres: Metres, minutes: Minutes? = nil) {
        self.from = from
        self.to = to
        self.metres = metres
        self.minutes = minutes
    }
}
