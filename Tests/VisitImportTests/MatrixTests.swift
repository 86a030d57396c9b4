import Testing
import VisitModel
import VisitTestSupport

@testable import VisitImport

@Suite("A matrix of places")
struct MatrixTests {
    private static let places = "id,name\nPL1,One\nPL2,Two\nPL3,Three\n"

    private func read(_ files: [String: String], known: Register = Register()) throws -> Reading {
        try TemporaryFolder.use { folder in
            try folder.write(Self.places, to: "data/places.csv")
            for (name, text) in files { try folder.write(text, to: "data/\(name)") }
            return try FileReader(known: known).read([folder.path("data")])
        }
    }

    private func faults(_ reading: Reading) -> [String] {
        reading.findings.map { "\($0.code) \($0.location?.line ?? 0):\($0.location?.column ?? 0)" }
    }

    @Test("metres and seconds of a routing service become distances in both directions")
    func both() throws {
        let reading = try read([
            "distance_matrix.csv": ",PL1,PL2\nPL1,0,68500.4\nPL2,69100,0\n",
            "duration_matrix.csv": ",PL1,PL2\nPL1,0,4441\nPL2,4500,0\n",
        ])
        #expect(reading.findings.isEmpty, "\(faults(reading))")
        #expect(
            reading.batch?.register.distances == [
                Distance(from: "PL1", to: "PL2", metres: Metres(68_500), minutes: Minutes(75)),
                Distance(from: "PL2", to: "PL1", metres: Metres(69_100), minutes: Minutes(75)),
            ])
    }

    @Test("the first cell names another unit, in English or Chinese")
    func units() throws {
        let reading = try read([
            "distance_matrix.csv": "km,PL2,PL3\nPL1,68.5,12.345\n", "车程矩阵.csv": "分钟,PL2\nPL1,75\n",
        ])
        #expect(reading.findings.isEmpty, "\(faults(reading))")
        #expect(
            reading.batch?.register.distances == [
                Distance(from: "PL1", to: "PL2", metres: Metres(68_500), minutes: Minutes(75)),
                Distance(from: "PL1", to: "PL3", metres: Metres(12_345)),
            ])
    }

    @Test("where the service found no way there is no distance")
    func noWay() throws {
        let reading = try read(["distance_matrix.csv": ",PL1,PL2,PL3\nPL1,0,null,\nPL2,100,0,NaN\n"])
        #expect(reading.findings.isEmpty, "\(faults(reading))")
        #expect(reading.batch?.register.distances.map { "\($0.from) \($0.to)" } == ["PL2 PL1"])
    }

    @Test("every fault is told with its line and column, and nothing is imported")
    func faultsOfCells() throws {
        let reading = try read([
            "distance_matrix.csv": ",PL1,PLX,PL2\nPL1,0,5,abc\nPL2,-7,5,0\nPL2,1,1,1\n,1,1,1\nPL3,1,2\n"
        ])
        #expect(reading.batch == nil)
        #expect(
            faults(reading) == [
                "unknown-reference 1:3", "invalid-number 2:4", "out-of-range 3:2", "repeated-id 4:1",
                "missing-value 5:1", "too-few-cells 6:3",
            ])
        #expect(reading.findings.allSatisfy { $0.location?.file.hasSuffix("distance_matrix.csv") == true })
    }

    @Test("an unknown unit, a heading alone and a place named twice are faults")
    func faultsOfHeadings() throws {
        #expect(try faults(read(["distance_matrix.csv": "miles,PL1,PL2\nPL1,0,1\n"])) == ["unknown-word 1:1"])
        #expect(try faults(read(["distance_matrix.csv": "\n"])) == ["empty-file 1:0"])
        #expect(try faults(read(["distance_matrix.csv": ",PL1,PL1\nPL2,4,4\n"])).contains("repeated-id 1:3"))
    }

    @Test("a time without a length is a fault, unless the length is known")
    func timeAlone() throws {
        let matrix = ["duration_matrix.csv": ",PL2\nPL1,3600\n"]
        #expect(try faults(read(matrix)) == ["missing-value 2:2"])
        var files = matrix
        files["distances.csv"] = "from,to,km\nPL1,PL2,60\n"
        let hour = [Distance(from: "PL1", to: "PL2", metres: Metres(60_000), minutes: Minutes(60))]
        #expect(try read(files).batch?.register.distances == hour)
        var known = Register()
        known.distances = [Distance(from: "PL1", to: "PL2", metres: Metres(60_000))]
        #expect(try read(matrix, known: known).batch?.register.distances == hour)
    }

    @Test("a way that a table or another matrix measures already is a fault")
    func twice() throws {
        let reading = try read([
            "distances.csv": "from,to,km\nPL1,PL2,60\n", "distance_matrix.csv": ",PL2,PL3\nPL1,61000,5\n",
            "distance_matrix_2.csv": ",PL3\nPL1,6\n",
        ])
        #expect(reading.batch == nil)
        #expect(faults(reading).sorted() == ["repeated-id 2:2", "repeated-id 2:2"])
    }
}
