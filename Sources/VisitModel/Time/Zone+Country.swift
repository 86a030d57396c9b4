import Foundation

extension Zone {
    /// The country in which clocks show the zone of that name, by its two letters (ISO 3166); nil where no single country
    /// does, or the system's zone database has no table of countries.
    public static func country(of name: String) -> String? { countries[name] }

    /// What `zone.tab` and the links of `tzdata.zi` say: read once in a process.
    private static let countries: [String: String] = {
        var countries: [String: String] = [:]
        for line in lines(of: "zone.tab") where !line.hasPrefix("#") {
            let fields = line.split(separator: "\t")
            if fields.count >= 3 { countries[String(fields[2])] = String(fields[0]) }
        }
        // Older names of a zone: PRC, US/Eastern.
        for line in lines(of: "tzdata.zi") where line.hasPrefix("L ") {
            let fields = line.split(separator: " ")
            guard fields.count == 3, countries[String(fields[2])] == nil else { continue }
            countries[String(fields[2])] = countries[String(fields[1])]
        }
        return countries
    }()

    private static func lines(of file: String) -> [Substring] {
        guard let data = FileManager.default.contents(atPath: "/usr/share/zoneinfo/\(file)") else { return [] }
        return String(decoding: data, as: UTF8.self).split(separator: "\n")
    }
}
