import Testing
import VisitModel
import VisitTestSupport

@testable import VisitStore

@Suite("Decisions that an import lifts")
struct LiftingTests {
    private static let author = Author("tester", now: { World.moment })

    @Test("are told apart with what held before, and audited; a dry run tells the same and stores nothing")
    func lifted() throws {
        try World.withStore { plain, _ in
            let store = plain.noting(Self.author)
            func batch(_ contact: Bond.Contact, accompanies: Bool, consents: Bool) -> ImportBatch {
                var register = World.full
                register.bonds[0].contact = contact
                register.guardians[0].accompanies = accompanies
                register.prisoners[0].consents = consents
                return World.batch(register)
            }
            let restricted = try store.store(
                batch(.forbidden, accompanies: false, consents: false), at: World.moment)
            #expect(restricted.lifted.isEmpty, "To restrict is no lifting.")
            let lifting = batch(.allowed, accompanies: true, consents: true)
            let foreseen = try store.rehearse(lifting, at: World.moment)
            let bond = World.full.bonds[0].id.text
            #expect(foreseen.lifted.map(\.column) == ["accompanies", "consents", "contact"])
            #expect(foreseen.lifted.last?.id == bond && foreseen.lifted.last?.table == "bonds")
            #expect(foreseen.lifted.last?.before == BilingualText(en: "forbidden", zh: "禁止"))
            #expect(foreseen.lifted.last?.after == BilingualText(en: "allowed", zh: "允许"))
            #expect(try store.view(for: .everything).auditEntries(about: "bonds \(bond)", limit: 9).isEmpty)
            #expect(try store.store(lifting, at: World.moment).lifted == foreseen.lifted)
            let entry = try #require(
                try store.view(for: .everything).auditEntries(about: "bonds \(bond)", limit: 9).first)
            #expect(entry.act == "lift" && entry.facts == ["contact=allowed", "before=forbidden"])
            #expect(try store.store(lifting, at: World.moment).lifted.isEmpty)
        }
    }

    @Test("and nothing is stored over data that somebody has changed since the files were read")
    func overtaken() throws {
        try World.withStore { store, _ in
            let revision = try store.dataRevision()
            var register = World.full
            register.bonds[0].contact = .forbidden
            _ = try store.store(World.batch(register), at: World.moment)
            let failure = #expect(throws: StoreError.self) {
                try store.store(World.batch(World.full), at: World.moment, madeFrom: revision)
            }
            #expect(failure == .changedMeanwhile(madeFrom: revision, found: revision + 1))
            #expect(try store.view(for: .everything).register().bonds[0].contact == .forbidden)
        }
    }
}
