import VisitModel

extension FeedDraft {
    /// `routes.txt`: the lines.
    mutating func readLines(_ table: inout FeedTable) {
        let id = table.required("route_id")
        let kind = table.required("route_type")
        let (short, long) = (table.column("route_short_name"), table.column("route_long_name"))
        while table.advance() {
            guard let key = table.requiredText(id) else { continue }
            guard linePositions[key] == nil else {
                table.fault(
                    id, .repeatedID, BilingualText(en: "“\(key)” stands here twice.", zh: "“\(key)”重复出现。"))
                continue
            }
            let type = table.whole(kind, in: 0...1799) ?? 3
            linePositions[key] = lines.count
            lines.append(
                Timetable.Line(name: table.text(short) ?? table.text(long) ?? key, mode: Self.mode(of: type)))
        }
    }

    /// The kind of vehicle by `route_type`: the basic types, and Google's extended ones (100 railway, 200 coach, 700 bus,
    /// 900 tram, 1000 water, …).
    private static func mode(of type: Int) -> Journey.Leg.Mode {
        switch type {
        case 0...2, 5, 7, 12, 100..<200, 300..<700, 900..<1000, 1300..<1500: .rail
        case 4, 1000..<1100, 1200..<1300: .ferry
        default: .bus
        }
    }

    /// `fare_attributes.txt`: what a ride costs.
    mutating func readFares(_ table: inout FeedTable) {
        let id = table.required("fare_id")
        let (price, money) = (table.required("price"), table.required("currency_type"))
        while table.advance() {
            guard let key = table.requiredText(id), let text = table.requiredText(price) else { continue }
            let currency = table.requiredText(money)
            guard let value = Double(text), (0..<100_000).contains(value) else {
                table.fault(
                    price, .invalidNumber,
                    BilingualText(en: "is “\(text)”; expected a price.", zh: "为“\(text)”；应为价格。"))
                continue
            }
            if self.currency == nil { self.currency = currency }
            // A fare in another currency cannot be added to the others.
            guard currency == self.currency else { continue }
            fares[key] = Fare(cents: Int((value * 100).rounded()))
        }
    }

    /// `fare_rules.txt`: to which lines a fare belongs. Fares between zones are not read.
    mutating func readFareRules(_ table: inout FeedTable) {
        let fare = table.required("fare_id")
        let line = table.column("route_id")
        let zones = ["origin_id", "destination_id", "contains_id"].map { table.column($0) }
        while table.advance() {
            guard let key = table.requiredText(fare) else { continue }
            guard fares[key] != nil else {
                table.unknown(fare, key, in: .fareAttributes)
                continue
            }
            if zones.contains(where: { !table.bytes($0).isEmpty }) { fares[key]?.isZonal = true }
            guard let name = table.text(line) else { continue }
            if let position = linePositions[name] {
                fares[key]?.lines.insert(position)
            } else {
                table.unknown(line, name, in: .routes)
            }
        }
    }

    /// Gives every line the cheapest fare that holds for all of it.
    mutating func applyFares() {
        let whole = fares.filter { !$0.value.isZonal }
        let everywhere = whole.filter { $0.value.lines.isEmpty }.map(\.value.cents).min()
        for position in lines.indices {
            let own = whole.filter { $0.value.lines.contains(position) }.map(\.value.cents).min()
            lines[position].fare = (own ?? everywhere).map { Cents($0) }
        }
    }
}
