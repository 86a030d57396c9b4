import Testing
import VisitModel

@testable import VisitPlanning

@Suite("Who goes together")
struct PartyFormationTests {
    /// A family with children born in these years; their identifiers do not follow their ages.
    private func family(born years: [Int]) -> PlanningWorld {
        var world = PlanningWorld()
        world.addMother("M1")
        world.addFamily("H1")
        for (number, year) in years.enumerated() {
            world.addChild("C\(number)", in: "H1", of: "M1", born: day("\(year)-05-05"))
        }
        return world
    }

    private func children(_ world: PlanningWorld) -> [[String]] {
        world.formation.parties.map { $0.children.map(\.id.text) }
    }

    @Test("five children with room for two at once make groups of two, two and one, older ones with younger ones")
    func fiveChildren() {
        let world = family(born: [2018, 2012, 2016, 2010, 2014])
        // By age: C3, C1, C4, C2, C0.
        #expect(children(world) == [["C2", "C3"], ["C0", "C1"], ["C4"]])
        #expect(world.formation.parties.map(\.id) == ["H1/M1", "H1/M1/2", "H1/M1/3"])
        #expect(world.formation.parties.map(\.persons) == [3, 3, 2])
        #expect(world.formation.refusals.isEmpty)
    }

    @Test("as many as there is room for go together, and one more makes a second group", arguments: 1...6)
    func asFewAsPossible(count: Int) {
        let groups = children(family(born: (0..<count).map { 2010 + $0 }))
        #expect(groups.count == (count + 1) / 2)
        #expect(groups.flatMap(\.self).sorted() == (0..<count).map { "C\($0)" })
        #expect(groups.allSatisfy { $0.count <= 2 })
    }

    @Test("a table's seats are a limit too")
    func tableSeats() {
        var world = family(born: [2010, 2011])
        world.register.prisons[0].tableSeats = 1
        #expect(children(world) == [["C0"], ["C1"]])
    }

    @Test("infants who are not counted go along with the first group")
    func infants() {
        var world = family(born: [2010, 2011, 2012, 2025])
        #expect(children(world).count == 2)
        world.set("cn.children_count_toward_3", "no")
        #expect(children(world) == [["C0", "C2", "C3"], ["C1"]])

        var alone = family(born: [2025])
        alone.set("cn.children_count_toward_3", "no")
        #expect(children(alone) == [["C0"]])
    }

    @Test("a child who is counted from its third birthday is counted where that falls on the plan's last day")
    func birthday() {
        func groups(youngestBorn date: Day) -> Int {
            var world = family(born: [2010, 2011])
            world.set("cn.children_count_toward_3", "no")
            world.addChild("C9", in: "H1", of: "M1", born: date)
            return children(world).count
        }
        let last = PlanningWorld().horizon.last
        #expect(last == day("2026-12-21"))
        #expect(groups(youngestBorn: day("2023-12-21")) == 2)
        #expect(groups(youngestBorn: day("2023-12-22")) == 1)
    }

    @Test(
        "a decision about contact is a refusal in its own words",
        arguments: [
            (.onHold, .contactOnHold), (.declinedByChild, .declinedByChild), (.forbidden, .contactForbidden),
        ] as [(Bond.Contact, Refusal.Code)])
    func decisions(contact: Bond.Contact, code: Refusal.Code) {
        var world = family(born: [2010])
        world.addChild("C9", in: "H1", of: "M1", contact: contact)
        let formation = world.formation
        #expect(formation.parties.map { $0.children.map(\.id) } == [["C0"]])
        #expect(formation.refusals.map(\.child) == ["C9"])
        #expect(formation.refusals.map(\.code) == [code])
    }

    @Test("a parent who has not agreed is not visited")
    func consent() {
        var world = family(born: [2010])
        world.register.prisoners[0].consents = false
        #expect(world.formation.parties.isEmpty)
        #expect(world.formation.refusals.map(\.code) == [.prisonerDeclines])
    }

    @Test("a parent who is released on the plan's first day is not visited, a day later there is a party")
    func release() {
        var world = family(born: [2010])
        world.register.prisoners[0].release = world.horizon.first
        #expect(world.formation.refusals.map(\.code) == [.released])
        #expect(world.formation.parties.isEmpty)
        world.register.prisoners[0].release = world.horizon.first + 1
        #expect(world.formation.refusals.isEmpty)
        #expect(world.formation.parties.count == 1)
    }

    @Test("where nobody can go along, every child is refused for that")
    func nobody() {
        var world = family(born: [2010, 2011])
        world.register.guardians[0].accompanies = false
        #expect(world.formation.parties.isEmpty)
        #expect(world.formation.refusals.map(\.code) == [.noCompanion, .noCompanion])
        world.register.guardians[0].accompanies = true
        world.register.guardians[0].birthDate = world.horizon.first + 1
        #expect(world.formation.refusals.count == 2)
    }

    @Test("where the rules admit the child with nobody, that is the reason, and not that an adult is missing")
    func nobodyWouldHelp() {
        var world = family(born: [2010])
        world.register.guardians = []
        world.register.events = [
            PrisonerEvent(id: "OUT", prisoner: "M1", kind: .outOfPrison, date: day("2026-11-01"))
        ]
        #expect(world.formation.refusals.count == 1)
        #expect(world.formation.refusals.allSatisfy { $0.code != .noCompanion })
    }

    @Test("an adult of eighteen on the plan's first day can go along, a day younger cannot")
    func grownUp() {
        var world = family(born: [2015])
        world.register.guardians[0].birthDate = day("2008-11-24")
        #expect(world.horizon.first == day("2026-11-24"))
        #expect(world.formation.parties.count == 1)
        world.register.guardians[0].birthDate = day("2008-11-25")
        #expect(world.formation.parties.isEmpty)
    }

    @Test("the company goes in which the rules admit the most children, though others come first")
    func mostAdmitted() throws {
        var world = family(born: [2015, 2016])
        world.moveToMichigan()
        world.addGuardian("A-AUNT", in: "H1", .aunt)
        let party = try #require(world.formation.parties.first)
        #expect(party.companions.guardians == ["G-H1"])
        #expect(world.formation.refusals.isEmpty)

        world.register.guardians.removeAll { $0.relation == .grandmother }
        #expect(world.formation.parties.isEmpty)
        #expect(world.formation.refusals.map(\.code) == [.noCompanion, .noCompanion])
    }

    @Test("guardians with whom the same children are admitted stand in for one another, by identifier")
    func standIns() throws {
        var world = family(born: [2015])
        world.addGuardian("A-AUNT", in: "H1", .aunt)
        let party = try #require(world.formation.parties.first)
        #expect(party.companions.guardians == ["A-AUNT", "G-H1"])
        #expect(party.companions.home == nil)
    }

    @Test("from a charity's home its escorts go, not a carer; from a family an escort where no guardian can")
    func escorts() {
        var world = PlanningWorld()
        world.addMother("M1")
        world.addHome("HOME", escorts: ["E1"])
        world.addGuardian("CARER", in: "HOME", .carer)
        world.addChild("C1", in: "HOME", of: "M1")
        world.addFamily("H1", withGuardian: false)
        world.register.households[1].escortsFrom = "HOME"
        world.addChild("C2", in: "H1", of: "M1")
        #expect(world.formation.parties.map(\.companions.home) == ["HOME", "HOME"])
        #expect(world.formation.parties.map(\.household.id) == ["H1", "HOME"])
        world.register.escorts = []
        #expect(world.formation.parties.map(\.companions.home) == [nil])
        #expect(world.formation.refusals.map(\.code) == [.noCompanion])
    }

    @Test("every bond is in one party or has one refusal", arguments: 0..<20)
    func everyBond(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        var world = PlanningWorld()
        for mother in 1...3 {
            world.addMother("M\(mother)", consents: Int.random(in: 0..<6, using: &random) > 0)
        }
        for household in 1...4 {
            world.addFamily("H\(household)", withGuardian: Int.random(in: 0..<5, using: &random) > 0)
            for child in 1...Int.random(in: 1...5, using: &random) {
                let contact = Bond.Contact.allCases.randomElement(using: &random) ?? .allowed
                world.addChild(
                    "C\(household)-\(child)", in: "H\(household)",
                    of: "M\(Int.random(in: 1...3, using: &random))",
                    born: day("2009-01-01") + Int.random(in: 0..<5000, using: &random),
                    contact: Bool.random(using: &random) ? .allowed : contact)
            }
        }
        let formation = world.formation
        let kept = formation.parties.flatMap { $0.bonds.map(\.id) }
        let refused = formation.refusals.map { Identifier<Bond>("\($0.child)-\($0.prisoner)") }
        #expect((kept + refused).sorted() == world.register.bonds.map(\.id).sorted())
        for party in formation.parties {
            #expect(party.bonds.map(\.child) == party.children.map(\.id))
            #expect(party.answers.count == party.children.count)
        }
    }
}

extension PlanningWorld {
    /// Puts the prison under the law of Michigan, where a child comes with an adult of the immediate family.
    mutating func moveToMichigan() {
        register.prisons[0].jurisdiction = Jurisdiction("US-MI")
        register.prisons[0].zone = "America/Detroit"
        set("mi.visits_per_month", "2")
    }
}

extension Party.Companions {
    /// The guardians who stand in for one another; none where an escort goes.
    var guardians: [Identifier<Guardian>] {
        guard case .guardians(let guardians) = self else { return [] }
        return guardians.map(\.id)
    }
}
