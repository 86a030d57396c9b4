import GRDB
import VisitModel

/// The operator's figures, in the table `parameter`.
enum ParameterRecord: StoreRecord {
    static let table = TableShape("parameter", heading: "parameters", columns: ["name", "value"])

    static func cells(of parameter: Parameter) -> [DatabaseValue] { [parameter.name.cell, parameter.value.cell] }

    static func value(from cells: inout CellReader) throws(StoreError) -> Parameter {
        try Parameter(name: cells.text(), value: cells.text())
    }
}
