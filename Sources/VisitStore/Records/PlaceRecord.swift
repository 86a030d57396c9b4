import GRDB
import VisitModel

/// Places, in the table `place`.
enum PlaceRecord: StoreRecord {
    static let table = TableShape(
        "place", heading: "places",
        columns: [
            "id", .init("nameEnglish", heading: "name"), .init("nameChinese", heading: "name_zh"), "latitude",
            "longitude", "precision", "zone",
        ])

    static func cells(of place: Place) -> [DatabaseValue] {
        [
            place.id.cell, place.name.english.cell, place.name.chinese.cell, (place.coordinate?.latitude).cell,
            (place.coordinate?.longitude).cell, place.precision.cell, place.zone.cell,
        ]
    }

    static func value(from cells: inout CellReader) throws(StoreError) -> Place {
        try Place(
            id: cells.id(), name: cells.words(), coordinate: coordinate(from: &cells), precision: cells.word(),
            zone: cells.optionalText())
    }

    private static func coordinate(from cells: inout CellReader) throws(StoreError) -> Coordinate? {
        let (north, east) = (cells.optionalReal(), cells.optionalReal())
        guard let latitude = north, let longitude = east else { return nil }
        guard let coordinate = Coordinate(latitude: latitude, longitude: longitude) else { throw cells.refuse() }
        return coordinate
    }
}
