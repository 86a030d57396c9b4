import Foundation

/// A point on the earth, WGS 84, in degrees.
public struct Coordinate: Hashable, Sendable {
    /// Degrees north of the equator, −90 … 90.
    public let latitude: Double
    /// Degrees east of Greenwich, −180 … 180.
    public let longitude: Double

    /// The point, or nil where a number is outside its range or not a number.
    public init?(latitude: Double, longitude: Double) {
        guard (-90...90).contains(latitude), (-180...180).contains(longitude) else { return nil }
        self.latitude = latitude
        self.longitude = longitude
    }

    /// The length of the great circle to `other` on a sphere of 6,371,009 m radius (haversine formula).
    public func greatCircle(to other: Coordinate) -> Metres {
        let radians = Double.pi / 180
        let φ1 = latitude * radians
        let φ2 = other.latitude * radians
        let sinLatitude = sin((φ2 - φ1) / 2)
        let sinLongitude = sin((other.longitude - longitude) * radians / 2)
        let h = sinLatitude * sinLatitude + cos(φ1) * cos(φ2) * sinLongitude * sinLongitude
        return Metres(Int((2 * 6_371_009 * asin(min(1, h.squareRoot()))).rounded()))
    }
}
