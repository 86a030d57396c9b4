import Testing
import VisitModel

@testable import VisitImport

@Suite("Organisations, budgets, costs and separations in files")
struct MoneyRowTests {
    private static let organisations = ["organisations.csv": "编号,名称,电话\nORG1,向日葵（虚构）,010-0000-0001\nORG2,蒲公英（虚构）,\n"]
    private static let visits = "id,prisoner,children,date,minutes,status\nV1,M1,C1,2026-09-05,30,held\n"

    private func register(_ files: [String: String], known: Register = Register()) throws -> Register {
        let reading = try World.read(Self.organisations.merging(files) { _, new in new }, known: known)
        #expect(reading.short == [])
        return try #require(reading.batch?.register)
    }

    @Test("an organisation has a budget of its own beside the operator's")
    func budgets() throws {
        let register = try register([
            "budgets.csv": "月份,金额,机构\n2026年9月,120,ORG2\n2026年9月,80.5,\n2026年8月,9,ORG2\n",
            "households.csv": "id,name,place,organisation\nH1,A (invented),PL1,ORG1\nH2,B (invented),PL2,\n",
        ])
        #expect(register.organisations.map(\.name.chinese) == ["向日葵（虚构）", "蒲公英（虚构）"])
        #expect(register.budgets.map(\.organisation) == [nil, "ORG2", "ORG2"])
        #expect(register.budgets.map(\.cents) == [8050, 900, 12_000])
        #expect(register.households.map(\.organisation) == ["ORG1", nil])
    }

    @Test("an organisation that is misspelt is told with the one that was probably meant")
    func nearest() throws {
        let reading = try World.read(
            Self.organisations.merging(["budgets.csv": "month,amount,organisation\n2026-09,1,ORG3\n"]) { _, new in new }
        )
        #expect(reading.short == ["error unknown-reference budgets.csv:2:3"])
        #expect(reading.findings.first?.advice?.chinese == "也许应为“ORG1”。")
    }

    @Test("a payment names its visit by number or identifier, also one that is no part of the register")
    func costs() throws {
        let text = "visit,person,amount,kind,receipt\nV-0007,E1,128.50,车费,R-1\nV1,G1,30,food,\nZ9,,5,其他,\n"
        var register = Register()
        let read = try World.readAlone(
            World.sound.merging(["visits.csv": Self.visits, "costs.csv": text]) { _, new in new },
            visits: [KnownVisit(id: "Z7", number: 7), KnownVisit(id: "Z9", number: 9)])
        #expect(read.short == [])
        register = try #require(read.batch?.register)
        let costs = Dictionary(uniqueKeysWithValues: register.costs.map { ($0.visit, $0) })
        #expect(costs["Z7"]?.cents == 12_850 && costs["Z7"]?.kind == .fare && costs["Z7"]?.receipt == "R-1")
        #expect(costs["V1"]?.person == "G1" && costs["V1"]?.receipt == nil)
        #expect(costs["Z9"]?.kind == .other)
    }

    @Test("a payment without an identifier has the same one at every import, and a second one of the kind another")
    func identifiers() throws {
        func costs(_ amount: String) throws -> [Identifier<VisitCost>] {
            let taxis = "visit,amount,kind\nV1,\(amount),fare\nV1,20,fare\nV1,20,food\n"
            return try register(["visits.csv": Self.visits, "costs.csv": taxis]).costs.map(\.id)
        }
        #expect(Set(try costs("10")).count == 3)
        #expect(try costs("10") == costs("15"))
    }

    /// What the store holds after a file with payments, and what it would hold after a second one.
    private func costs(after first: String, and second: String) throws -> (before: [VisitCost], after: [VisitCost]) {
        let before = try register(["visits.csv": Self.visits, "costs.csv": first])
        let again = try World.read(["visits.csv": Self.visits, "costs.csv": second], known: before)
        #expect(again.short == [])
        let given = try #require(again.batch?.register.costs)
        let kept = before.costs.filter { known in !given.contains { $0.id == known.id } }
        return (before.costs, (given + kept).sorted { $0.id < $1.id })
    }

    @Test("a payment without an identifier is not paid twice where the next file leaves a column out")
    func columnsLeftOut() throws {
        let whole = "visit,person,amount,kind,receipt\nV1,G1,128.50,fare,R-1\nV1,E1,36,fare,R-2\nV1,G1,12,food,\n"
        for second in [
            "visit,amount,kind,receipt\nV1,128.50,fare,R-1\nV1,36,fare,R-2\nV1,12,food,\n",
            "visit,person,amount,kind\nV1,E1,36,fare\nV1,G1,128.50,fare\nV1,G1,12,food\n",
            "visit,amount,kind\nV1,12,food\nV1,36,fare\nV1,128.50,fare\n",
        ] {
            let (before, after) = try costs(after: whole, and: second)
            #expect(before.count == 3 && after == before)
        }
    }

    @Test("a receipt says which payment it is whose amount is put right, also where nobody says who paid")
    func amountPutRight() throws {
        let (before, after) = try costs(
            after: "visit,person,amount,kind,receipt\nV1,G1,128.50,fare,R-1\n",
            and: "visit,amount,kind,receipt\nV1,130,fare,R-1\nV1,4,fare,R-9\n")
        #expect(after.count == 2)
        let same = try #require(after.first { $0.id == before[0].id })
        #expect((same.cents, same.person) == (13_000, "G1"))
    }

    @Test("a payment that may be one of another amount, or a new one, is asked about")
    func perhapsTheSame() throws {
        let known = try register([
            "visits.csv": Self.visits, "costs.csv": "visit,person,amount,kind\nV1,G1,128.50,fare\n",
        ])
        let reading = try World.read(["costs.csv": "visit,amount,kind\nV1,64,fare\nV1,5,food\n"], known: known)
        #expect(reading.short == ["error contradiction costs.csv:2:2"])
    }

    @Test("payments with identifiers are the same ones without the column, and another one where the cell is empty")
    func identifiersLeftOut() throws {
        let named = "id,visit,person,amount,kind\nK1,V1,G1,2,fare\nK2,V1,G1,2,fare\n"
        let (before, after) = try costs(after: named, and: "visit,person,amount,kind\nV1,G1,2,fare\nV1,G1,2,fare\n")
        #expect(before.map(\.id) == ["K1", "K2"] && after == before)
        #expect(try costs(after: named, and: "id,visit,person,amount,kind\n,V1,G1,2,fare\n").after.count == 3)
        #expect(try costs(after: named, and: "visit,person,amount,kind\nV1,G1,7,fare\n").after.count == 3)
    }

    @Test("who paid is never quoted where it is nobody's identifier: it may be a name")
    func privatePayer() throws {
        let reading = try World.read([
            "visits.csv": Self.visits, "costs.csv": "visit,person,amount,kind\nV1,张三,5,fare\nV-9,,5,gift\n",
        ])
        #expect(
            reading.short == [
                "error unknown-reference costs.csv:2:2", "error unknown-reference costs.csv:3:1",
                "error unknown-word costs.csv:3:4",
            ])
        #expect(reading.findings.allSatisfy { !"\($0)".contains("张三") })
    }

    @Test("two who are kept apart have one identifier, whoever of them comes first, and the store's where it has one")
    func separations() throws {
        let table = "服刑人员,另一服刑人员\nM2,M1\n"
        let made = try register(["separations.csv": table])
        #expect(made.separations == [Separation(id: "M1+M2", "M1", "M2")])
        var known = Register()
        known.separations = [Separation(id: "S7", "M1", "M2")]
        #expect(try register(["不得同场.csv": table], known: known).separations.map(\.id) == ["S7"])
        let other = try World.read(["separations.csv": "id,prisoner,other\nS8,M1,M2\n"], known: known)
        #expect(other.short == ["error contradiction separations.csv:2:1"])
    }

    @Test("a place has its own zone, and a prison its limits")
    func limits() throws {
        let register = try register([
            "places.csv": "id,name,zone\nPL1,Kashgar,Asia/Urumqi\nPL2,Jianyang,\n",
            "prisons.csv":
                "编号,名称,法域,关押对象,地点,时区,每次会见人数上限,每名成人可带桌数\nPR1,甲（虚构）,CN,女,PL1,Asia/Shanghai,3,2\nPR2,乙（虚构）,CN,男,PL1,Asia/Shanghai,,\n",
        ])
        #expect(register.places.map(\.zone) == ["Asia/Urumqi", nil])
        #expect(register.prisons.map(\.maxVisitors) == [3, nil])
        #expect(register.prisons.map(\.tablesPerAdult) == [2, nil])
    }
}
