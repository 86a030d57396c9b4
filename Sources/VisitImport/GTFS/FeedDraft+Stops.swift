import VisitModel

extension FeedDraft {
    /// `stops.txt`: stops, the stations that hold them, and entrances, which nobody stops at.
    mutating func readStops(_ table: inout FeedTable) {
        let id = table.required("stop_id")
        let (latitude, longitude) = (table.required("stop_lat"), table.required("stop_lon"))
        let (name, kind, parent) = (
            table.column("stop_name"), table.column("location_type"), table.column("parent_station")
        )
        let (platform, access) = (table.column("platform_code"), table.column("wheelchair_boarding"))
        var parents: [(stop: Int, parent: String, line: Int)] = []
        var places: [(stop: Int, line: Int)] = []
        while table.advance() {
            guard let key = table.requiredText(id) else { continue }
            let type = table.whole(kind, in: 0...4) ?? 0
            // A generic node or a boarding area (3, 4) need have no coordinate and is no stop of a trip.
            guard type < 3 else { continue }
            guard stopPositions[key] == nil else {
                table.fault(
                    id, .repeatedID, BilingualText(en: "“\(key)” stands here twice.", zh: "“\(key)”重复出现。"))
                continue
            }
            guard let point = Self.point(latitude, longitude, &table) else { continue }
            stopPositions[key] = stops.count
            if let station = table.text(parent) { parents.append((stops.count, station, table.line)) }
            places.append((stops.count, table.line))
            isBoardable.append(type == 0)
            stops.append(
                Timetable.Stop(
                    id: key, name: table.text(name) ?? key, coordinate: point, platform: table.text(platform),
                    isAccessible: table.whole(access, in: 0...2).flatMap { $0 == 0 ? nil : $0 == 1 }))
        }
        for (stop, station, line) in parents {
            if let position = stopPositions[station] {
                stops[stop].station = position
            } else {
                table.note(
                    .feed(
                        .unknownReference, at: SourceLocation(file: table.faults.file, line: line),
                        BilingualText(
                            en: "parent_station is “\(station)”, which the file does not hold.",
                            zh: "parent_station 为“\(station)”，文件中没有。")))
            }
        }
        checkPlaces(places, &table)
    }

    private static func point(
        _ latitude: FeedTable.Column, _ longitude: FeedTable.Column, _ table: inout FeedTable
    ) -> Coordinate? {
        guard let north = table.requiredText(latitude), let east = table.requiredText(longitude) else { return nil }
        guard let y = Double(north), let x = Double(east), let point = Coordinate(latitude: y, longitude: x) else {
            table.fault(
                latitude, .outOfRange,
                BilingualText(
                    en: "and stop_lon are “\(north)” and “\(east)”; expected degrees, at most 90 and 180.",
                    zh: "和 stop_lon 为“\(north)”和“\(east)”；应为度数，至多 90 和 180。"),
                advice: BilingualText(en: "Perhaps the two are exchanged.", zh: "也许二者颠倒了。"))
            return nil
        }
        // The point 0, 0 lies in the sea off Africa; there is no stop within a hundred kilometres.
        guard abs(y) > 1 || abs(x) > 1 else {
            table.fault(
                latitude, .unlikely,
                BilingualText(
                    en: "and stop_lon are \(north) and \(east), a point in the open sea; expected the stop's place.",
                    zh: "和 stop_lon 为 \(north) 和 \(east)，位于海上；应为车站位置。"),
                advice: BilingualText(en: "Perhaps the place was left out.", zh: "也许漏填了位置。"))
            return nil
        }
        return point
    }

    /// A stop far from all others that would lie among them with its numbers exchanged has them exchanged.
    private func checkPlaces(_ places: [(stop: Int, line: Int)], _ table: inout FeedTable) {
        guard stops.count >= 3 else { return }
        let middle = (
            stops.map(\.coordinate.latitude).sorted()[stops.count / 2],
            stops.map(\.coordinate.longitude).sorted()[stops.count / 2]
        )
        guard let centre = Coordinate(latitude: middle.0, longitude: middle.1) else { return }
        for (stop, line) in places {
            let point = stops[stop].coordinate
            guard point.greatCircle(to: centre) > Metres(4_000_000),
                let exchanged = Coordinate(latitude: point.longitude, longitude: point.latitude),
                exchanged.greatCircle(to: centre) < Metres(2_500_000)
            else { continue }
            table.note(
                .feed(
                    .unlikely, at: SourceLocation(file: table.faults.file, line: line),
                    BilingualText(
                        en: """
                            stop_lat and stop_lon are \(point.latitude) and \(point.longitude), far from all other stops; \
                            exchanged they would lie among them.
                            """,
                        zh: """
                            stop_lat 和 stop_lon 为 \(point.latitude) 和 \(point.longitude)，远离其他车站；\
                            互换后则在其中。
                            """),
                    advice: BilingualText(en: "Perhaps the two are exchanged.", zh: "也许二者颠倒了。")))
        }
    }
}

extension Finding {
    /// A finding in a file of a feed.
    static func feed(
        _ code: FaultCode, severity: Severity = .error, at location: SourceLocation, subject: String = "timetable",
        _ sentence: BilingualText,
        advice: BilingualText = BilingualText(en: "Perhaps tell the feed's publisher.", zh: "也许可告知数据发布方。")
    ) -> Finding {
        Finding(severity, code: code.rawValue, subject: subject, at: location, sentence: sentence, advice: advice)
    }
}
