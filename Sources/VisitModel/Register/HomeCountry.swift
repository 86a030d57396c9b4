/// The country in whose form people of some place write their telephone numbers.
public enum HomeCountry {
    /// That of the zone whose clocks the place shows; where it names none, the one in which all prisons are; otherwise nil.
    ///
    /// - Parameters:
    ///   - zone: the zone of the place, where it has one of its own.
    ///   - prisons: the countries in which all prisons are.
    public static func of(zone: String?, prisons: Set<String>) -> String? {
        if let country = zone.flatMap(Zone.country) { return country }
        return prisons.count == 1 ? prisons.first : nil
    }
}
