import Testing
import VisitModel

@Suite("The life of a visit")
struct VisitLifecycleTests {
    /// What a status means: everything that is decided by it.
    private struct Meaning: OptionSet, CustomStringConvertible {
        let rawValue: Int

        static let ahead = Meaning(rawValue: 1)
        static let open = Meaning(rawValue: 2)
        static let agreed = Meaning(rawValue: 4)
        static let contact = Meaning(rawValue: 8)
        static let table = Meaning(rawValue: 16)
        static let quota = Meaning(rawValue: 32)
        static let calledOff = Meaning(rawValue: 64)
        static let outcome = Meaning(rawValue: 128)
        static let moves = Meaning(rawValue: 256)
        static let fact = Meaning(rawValue: 512)

        var description: String { String(rawValue, radix: 2) }

        init(rawValue: Int) {
            self.rawValue = rawValue
        }

        init(of status: Visit.Status) {
            let all: [(Bool, Meaning)] = [
                (status.isAhead, .ahead), (status.isOpen, .open), (status.isAgreed, .agreed),
                (status.isContact, .contact), (status.holdsTable, .table), (status.usesQuota, .quota),
                (status.isCalledOff, .calledOff), (status.isOutcome, .outcome), (status.mayMove, .moves),
                (status.isFact, .fact),
            ]
            self = all.filter(\.0).reduce(into: []) { $0.formUnion($1.1) }
        }
    }

    private static let meanings: [(Visit.Status, Meaning)] = [
        (.proposed, [.ahead, .open, .table, .moves]),
        (.requested, [.ahead, .open, .table, .moves]),
        (.confirmed, [.ahead, .agreed, .table, .quota, .moves, .fact]),
        (.held, [.agreed, .contact, .table, .quota, .outcome, .fact]),
        (.cutShort, [.agreed, .contact, .table, .quota, .outcome, .fact]),
        (.missed, [.quota, .outcome, .fact]),
        (.turnedAway, [.outcome, .fact]),
        (.refused, [.calledOff]),
        (.withdrawn, [.calledOff]),
        (.expired, [.calledOff]),
        (.cancelled, [.calledOff]),
    ]

    @Test("every status means what the trade says of it")
    func meaning() {
        #expect(Self.meanings.map(\.0) == Visit.Status.allCases)
        for (status, meaning) in Self.meanings {
            #expect(Meaning(of: status) == meaning, "\(status)")
        }
    }

    @Test("who does not come loses the visit; who is turned away at the gate does not")
    func turnedAway() {
        #expect(Visit.Status.missed.usesQuota)
        #expect(!Visit.Status.turnedAway.usesQuota)
    }

    @Test("the whole table of transitions")
    func transitions() {
        let table: [(Visit.Status, [Visit.Status])] = [
            (
                .proposed,
                [.requested, .confirmed, .withdrawn, .cancelled, .held, .cutShort, .missed, .turnedAway]
            ),
            (
                .requested,
                [
                    .confirmed, .refused, .withdrawn, .expired, .cancelled, .held, .cutShort, .missed, .turnedAway,
                ]
            ),
            (.confirmed, [.cancelled, .held, .cutShort, .missed, .turnedAway]),
            (.held, [.cutShort, .missed, .turnedAway]),
            (.cutShort, [.held, .missed, .turnedAway]),
            (.missed, [.held, .cutShort, .turnedAway]),
            (.turnedAway, [.held, .cutShort, .missed]),
            (.refused, []), (.withdrawn, []), (.expired, []), (.cancelled, []),
        ]
        #expect(table.map(\.0) == Visit.Status.allCases)
        for (status, successors) in table {
            #expect(Set(status.successors) == Set(successors), "\(status)")
            #expect(status.successors.count == successors.count)
            for next in Visit.Status.allCases {
                #expect(status.canBecome(next) == successors.contains(next), "\(status) to \(next)")
            }
        }
    }

    @Test("every status but the first is reached from the first, and nothing leads back to it")
    func reached() {
        var reached: Set<Visit.Status> = [.proposed]
        while true {
            let next = reached.union(reached.flatMap(\.successors))
            if next == reached { break }
            reached = next
        }
        #expect(reached == Set(Visit.Status.allCases))
        #expect(Visit.Status.allCases.allSatisfy { !$0.canBecome(.proposed) && !$0.canBecome($0) })
    }

    @Test("a visit that is moved is asked for anew, unless the prison moves what it has agreed to")
    func moves() {
        for status in Visit.Status.allCases where status.mayMove {
            for party in VisitAct.Party.allCases.map(Optional.some) + [nil] {
                let stays = status == .confirmed && party == .prison
                #expect(status.moved(by: party) == (stays ? .confirmed : .requested), "\(status)")
            }
        }
    }

    @Test("every step but a move, a merge and another adult leads to a status that something can become")
    func steps() throws {
        let without: Set<VisitAct.Kind> = [.move, .merge, .companion]
        #expect(Set(VisitAct.Kind.allCases.filter { $0.status == nil }) == without)
        for kind in VisitAct.Kind.allCases where !without.contains(kind) {
            let status = try #require(kind.status)
            #expect(Visit.Status.allCases.contains { $0.canBecome(status) }, "\(kind)")
        }
    }

    @Test("queries get the statuses of which something holds, in the order of the list")
    func queries() {
        #expect(Visit.Status.all(where: \.isOpen) == [.proposed, .requested])
        #expect(Visit.Status.all(where: \.isCalledOff) == [.refused, .withdrawn, .expired, .cancelled])
        #expect(Visit.Status.all { _ in false }.isEmpty)
    }

    @Test("a visit that was called off is shown for thirty days")
    func shown() {
        #expect(Visit.daysShownAfterCallingOff == 30)
    }

    @Test("a session is named for its template and its date")
    func sessionName() throws {
        let date = try #require(Day("2026-12-05"))
        let name = Identifier<Session>("SAT", on: date)
        #expect(name.text == "SAT@2026-12-05")
        let parts = try #require(Identifier<Session>.parts(of: name.text))
        #expect(Identifier(Identifier(String(parts.template)), on: try #require(Day(String(parts.date)))) == name)
        for other in ["SAT", "SAT@2026-12-05@1", ""] { #expect(Identifier<Session>.parts(of: other) == nil) }
    }

    @Test(
        "every table that is begun is taken",
        arguments: [(4, 1, 1), (4, 4, 1), (4, 5, 2), (4, 8, 2), (4, 9, 3), (1, 3, 3), (0, 3, 2)])
    func tables(seats: Int, persons: Int, tables: Int) {
        let prison = Prison(
            id: "W1", name: BilingualText(en: "Women's Prison", zh: "女子监狱"), jurisdiction: Jurisdiction("CN"),
            place: "CITY", zone: "Asia/Shanghai", tableSeats: seats)
        #expect(prison.tables(for: persons) == tables)
        #expect(prison.children(atTables: 2) + Visit.adultsAlong == 2 * seats)
    }

    @Test("the children and one adult come")
    func persons() throws {
        #expect(try VisitBefore().visit.persons == 3)
    }
}
