import Testing
import VisitModel
import VisitRules
import VisitTestSupport

@testable import VisitJudge

/// What the judge knows of a child's other parent when it asks the rules.
@Suite("The other parent, as the judge sees it")
struct OtherParentTests {
    /// Rules that give two visits a month, and one where the child has the other parent, at home or in custody.
    private static let pack = """
        id: TEST
        title: {en: "Other parents", zh: "另一方父母"}
        instrument: {en: "Invented", zh: "虚构"}
        source: {en: "Invented", zh: "虚构"}
        rules:
          - id: TEST-TWO
            title: {en: "Two visits", zh: "每月两次"}
            citation: {en: "Invented", zh: "虚构"}
            force: law
            confidence: V
            valid_from: 2000-01-01
            scope: {jurisdiction: CN}
            effects:
              - type: cap
                what: visits
                value: 2
                per: calendar-month
                trace: {en: "Two visits a month.", zh: "每月两次。"}
          - id: TEST-ONE
            title: {en: "One visit", zh: "每月一次"}
            citation: {en: "Invented", zh: "虚构"}
            force: law
            confidence: V
            valid_from: 2000-01-01
            scope: {jurisdiction: CN}
            conditions:
              - {other_parent: [present, in-custody]}
            effects:
              - type: cap
                what: visits
                value: 1
                per: calendar-month
                trace: {en: "One visit a month.", zh: "每月一次。"}

        """

    /// The visits of a girl to her mother on two Saturdays of one month that are too many.
    private static func surplus(_ change: (inout JudgeWorld) -> Void = { _ in }) throws -> [String] {
        let book = try TemporaryFolder.use { folder in
            try folder.write(pack, to: "rules/test.yaml")
            return try RuleBook.load(folder: folder.path("rules"))
        }
        var world = JudgeWorld()
        world.visits.append(world.visit("V2", of: "1", on: JudgeWorld.nextSaturday))
        change(&world)
        let judge = Judge(JudgedWorld(register: world.register, visits: world.visits, book: book, today: world.today))
        return JudgeWorld.lines(judge.flags().filter { $0.code == .quotaOver })
    }

    @Test("nothing is on record: the rules hear that it is unknown")
    func unknown() throws {
        #expect(try Self.surplus() == [])
    }

    @Test("a father at home is present, whether he goes along or not; one in another house is not")
    func present() throws {
        func father(in household: Identifier<Household>) -> Guardian {
            Guardian(
                id: "F1", name: "Father (invented)", household: household, relation: .father,
                birthDate: day("1988-01-01"), accompanies: false)
        }
        #expect(try Self.surplus { $0.register.guardians.append(father(in: "H1")) } == ["V2 quota-over prisoner P1"])
        let elsewhere = try Self.surplus { world in
            world.addFamily("2")
            world.register.guardians.append(father(in: "H2"))
        }
        #expect(elsewhere == [])
    }

    @Test("a father in a prison is in custody; a grandfather there is not the other parent")
    func inCustody() throws {
        func withRelative(_ relation: Bond.Relation) throws -> [String] {
            try Self.surplus { world in
                world.register.prisoners.append(
                    Prisoner(
                        id: "P9", name: "Relative (invented)", sex: .male, prison: "W1", birthDate: day("1970-05-05"),
                        grade: .ordinary, sentence: .fixedTerm))
                world.addChild("C1", in: "H1", of: "P9", relation: relation)
            }
        }
        #expect(try withRelative(.father) == ["V2 quota-over prisoner P1"])
        #expect(try withRelative(.grandfather) == [])
    }
}
