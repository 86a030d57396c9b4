import HTTPTypes
import HummingbirdTesting
import Testing
import VisitApplication
import VisitFormats
import VisitModel
import VisitPlanning

@testable import VisitService

@Suite("Two organisations on one journey", .timeLimit(.minutes(10)))
struct BeyondReachTests {
    /// Somebody who asks, and the marks of what lies beyond them.
    struct PendingRequest: Sendable, CustomTestStringConvertible {
        var role: Role?
        var beyond: [String]
        /// The numbers of the visits that lie beyond them: those tell of a visit as its marks do.
        var numbers: [String] = []
        var testDescription: String { role.map { "\($0)" } ?? "stranger" }
    }

    static let askers = [
        PendingRequest(role: .caseworker("YYV"), beyond: ["ZZQ"]),
        PendingRequest(role: .caseworker("ZZQ"), beyond: ["YYV"]),
        PendingRequest(role: .prison("JJX-N1"), beyond: ["WWK"]),
        PendingRequest(role: .prison("WWK-N2"), beyond: ["JJX"]),
        PendingRequest(role: .researcher, beyond: ["ZZQ", "YYV", "JJX", "WWK"]),
        PendingRequest(role: nil, beyond: ["ZZQ", "YYV", "JJX", "WWK"]),
        PendingRequest(role: .administrator, beyond: []),
    ]

    @Test(
        "whoever asks for whatever gets nothing of what lies beyond them, and cannot tell it from what is not there",
        arguments: askers)
    func table(asker: PendingRequest) async throws {
        try await TwoOrganisations.use(.these) { worlds in
            let world = worlds[0]
            let asker = try asker.knowing(world)
            let before = try world.everything()
            let table = RequestTable(endpoints: world.routes.endpoints, subjects: try world.subjects())
            // Who sees everybody or nobody is asked about one thing at a time, or about none.
            let most = asker.beyond.count == 1 ? 2 : asker.beyond.isEmpty ? 0 : 1
            let requests = table.requests.filter { $0.query.count <= most }
            let fields = try asker.role.map { try world.bearer($0) } ?? [:]
            let answered = try await world.application().test(.router) { client in
                var known: Set<Answer> = []
                for request in requests { try await ask(request, asker, fields, table, client, &known) }
                return known.count
            }
            #expect(answered >= 3)
            #expect(try world.everything() == before, "What was asked about others changed something.")
        }
    }

    @Test("what does not hold of a visit lies in one of the other organisation, which only who sees both is told")
    func flags() async throws {
        try await TwoOrganisations.use(.these) { worlds in
            let world = worlds[0]
            let own: Set<VisitFlag.Code> = [.adultTwice, .keptApart]
            func flags(_ desk: Desk) throws -> [VisitFlag] {
                try desk.visits(VisitQuery(page: Page(limit: 1000))).flatMap(\.flags).filter { own.contains($0.code) }
            }
            let all = try flags(world.desk)
            #expect(Set(all.filter { $0.visit.text.hasPrefix("YYV") }.map(\.code)) == own)
            #expect(all.contains { flag in flag.facts.contains { $0.value.contains("ZZQ") } })
            let theirs = try flags(world.desk.acting(as: "token:1", within: .organisation("YYV")))
            #expect(Set(theirs.map(\.code)) == own, "Its own visits stay flagged.")
            #expect(!theirs.contains { "\($0)".contains("ZZQ") })
        }
    }

    @Test("an adult who is elsewhere for others is told to be elsewhere, and not for which visit")
    func supposed() async throws {
        try await TwoOrganisations.use(.these) { worlds in
            let world = worlds[0]
            let others = try #require(
                try world.desk.visits(VisitQuery(page: Page(limit: 1000))).first { $0.visit.id == "ZZQ-V6" }?.visit
                    .number)
            func told(_ desk: Desk) throws -> String {
                let day = Day(number: TwoOrganisations.today.number + 33)  // 2026-07-04
                let subject = Desk.ExplanationSubject.bond("YYV-JJX-C1", "YYV-JJX-P1")
                return "\(try desk.explain(subject, on: day, today: TwoOrganisations.today))"
            }
            let number = VisitNumber.text(others)
            #expect(try told(world.desk).contains(number), "Who sees everything is told which.")
            let own = try told(world.desk.acting(as: "token:1", within: .organisation("YYV")))
            #expect(!own.contains(number) && !own.contains("ZZQ"))
        }
    }

    /// Asks, and adds an answer that gives something to those that are known.
    private func ask(
        _ request: RequestTable.Request, _ asker: PendingRequest, _ fields: HTTPFields, _ table: RequestTable,
        _ client: some TestClientProtocol, _ known: inout Set<Answer>
    ) async throws {
        let foreign = request.values.filter { value in asker.beyond.contains { value.contains($0) } }
        // What is within reach may be changed; a run is for those who may start one.
        let isHarmless = request.body.isEmpty ? asker.role != .administrator : !foreign.isEmpty
        guard request.method == .get || isHarmless else { return }
        let answer = try await client.answer(to: request, fields)
        check(answer, asker, request)
        if !foreign.isEmpty {
            let none = try await client.answer(to: request.saying { foreign.contains($0) ? $0 + "x" : $0 }, fields)
            #expect(
                answer.without(foreign) == none.without(foreign.map { $0 + "x" }), "\(request.method) \(request.uri)")
        }
        // What gives the same answer again gives it in every form.
        guard answer.status == 200, known.insert(answer).inserted else { return }
        for form in asker.beyond.isEmpty ? [] : [request] + table.forms(of: request) {
            for language in Language.allCases {
                check(try await client.answer(to: form, fields, in: language), asker, form)
            }
        }
    }

    @Test("what an organisation is told stays the same, byte for byte, whoever and wherever the others are")
    func others() async throws {
        try await TwoOrganisations.use(.these, .those, .more) { worlds in
            let these = try await worlds[0].toldToOwn()
            #expect(these.count > 100)
            let together = ["ame journey", "travel together", "other child", "on the journey", "同行", "同一行程", "结伴"]
            for (asked, answer) in these where together.contains(where: answer.body.contains) {
                Issue.record("\(asked) tells that others are on the journey: \(answer.body)")
            }
            let those = try await worlds[1].toldToOwn()
            try Self.compare(these.mapValues(\.withoutNumbers), those.mapValues(\.withoutNumbers))
            let more = try await worlds[2].toldToOwn()
            #expect(these != more, "The parts of the money differ, or nobody else is on the journey.")
            try Self.compare(these.mapValues(\.withoutMoney), more.mapValues(\.withoutMoney))
        }
    }

    private static func compare(_ told: [String: String], _ other: [String: String]) throws {
        try #require(Set(told.keys) == Set(other.keys))
        for (asked, answer) in told where answer != other[asked] {
            Issue.record("\(asked): \(answer)\n– and –\n\(other[asked] ?? "")")
        }
    }

    @Test(
        "a calendar tells its readers of nobody who does not stand in it",
        arguments: [
            (Feed.Scope.household("YYV-H1"), ["ZZQ", "WWK"]), (.child("YYV-JJX-C1"), ["ZZQ", "WWK"]),
            (.child("YYV-JJX-C9"), ["ZZQ"]), (.prison("JJX-N1"), ["WWK"]), (.prison("WWK-N2"), ["JJX"]),
            (.prisoner("YYV-JJX-P1"), ["ZZQ", "WWK"]), (.household("YYV-H2"), ["ZZQ"]), (.home("YYV-H2"), ["ZZQ"]),
        ])
    func feeds(scope: Feed.Scope, beyond: [String]) async throws {
        try await TwoOrganisations.use(.these) { worlds in
            let world = worlds[0]
            let tokens = try Language.allCases.map {
                try world.desk.createFeed(
                    scope: scope, showsNames: true, language: $0, today: TwoOrganisations.today
                ).token
            }
            let answers = try await world.application().test(.router) { client in
                var answers: [Answer] = []
                for token in tokens {
                    answers.append(Answer(try await client.execute(uri: "/feeds/\(token).ics", method: .get)))
                }
                return answers
            }
            for answer in answers {
                #expect(answer.status == 200 && answer.body.contains("BEGIN:VEVENT"))
                // Where the journey goes on to is on the way home of those who are on it.
                let told = answer.text.replacing("\r\n ", with: "").replacing("wwk suburb", with: "")
                for mark in beyond where Self.tells(told, of: mark) {
                    Issue.record("The calendar of \(scope) tells of \(mark): \(answer.body)")
                }
            }
        }
    }

    /// Whether a text tells of what bears that mark, or of its telephone number.
    private static func tells(_ told: String, of mark: String) -> Bool {
        told.contains(mark.lowercased()) || told.contains(TwoOrganisations.digits(of: mark))
    }

    private func check(_ answer: Answer, _ asker: PendingRequest, _ request: RequestTable.Request) {
        #expect(answer.status != 500, "\(request.method) \(request.uri): \(answer.body)")
        let told = answer.without(request.values).text
        for mark in asker.beyond where Self.tells(told, of: mark) {
            Issue.record("\(request.method) \(request.uri) tells of \(mark): \(answer.body)")
        }
        for number in asker.numbers where told.contains(number) {
            Issue.record("\(request.method) \(request.uri) tells of the visit \(number): \(answer.body)")
        }
    }
}

extension BeyondReachTests.PendingRequest {
    /// The asker, with the numbers of the visits of that world that lie beyond them.
    func knowing(_ world: TwoOrganisations) throws -> Self {
        var known = self
        known.numbers = try world.desk.visits(VisitQuery(page: Page(limit: 1000))).map(\.visit).filter { visit in
            beyond.contains { visit.household.text.contains($0) || visit.prison.text.contains($0) }
        }.compactMap { $0.number.map { VisitNumber.text($0).lowercased() } }
        return known
    }
}

extension Answer {
    /// The answer with a mark in place of every sum of money.
    fileprivate var withoutMoney: String {
        withoutNumbers.replacing(/"cents": [0-9]+/, with: "\"cents\": …").replacing(/[0-9]+\.[0-9]{2}/, with: "…")
    }

    /// The answer with a mark in place of the number of every visit: the store counts its visits whosever they are.
    fileprivate var withoutNumbers: String { body.replacing(/V-[0-9]{4,}/, with: "V-…") }
}

extension TwoOrganisations {
    /// What a caseworker of organisation A is told, by what was asked, about everything of its own and of nobody's.
    func toldToOwn() async throws -> [String: Answer] {
        let planned = try desk.visits(VisitQuery(page: Page(limit: 1000))).map(\.visit)
        let theirs = Set(planned.filter { $0.household.text.contains(others.mark) }.map(\.id.text))
        let own = try subjects().filter { !$0.contains(others.mark) && !theirs.contains($0) }
        let table = RequestTable(endpoints: routes.endpoints.filter { $0.method == .get }, subjects: own)
        let fields = try bearer(.caseworker("YYV"))
        return try await application().test(.router) { client in
            var told: [String: Answer] = [:]
            var known: Set<Answer> = []
            for request in table.requests where request.query.count < 2 && request.endpoint != "/metrics" {
                let answer = try await client.answer(to: request, fields)
                told[request.uri] = answer
                guard answer.status == 200, known.insert(answer).inserted else { continue }
                for form in table.forms(of: request) {
                    for language in Language.allCases {
                        told["\(form.uri) \(language)"] = try await client.answer(to: form, fields, in: language)
                    }
                }
            }
            return told
        }
    }

    /// All that can be asked for: identifiers of everything, and the names of children.
    func subjects() throws -> [String] {
        let visits = try desk.visits(VisitQuery(page: Page(limit: 1000))).map(\.visit)
        let children = try desk.children(page: Page(limit: 1000)).map(\.child)
        let named: [String] = ["HUB", "EH1", "JJX-N1", "WWK-N2", "NONE-1"]
        let people = visits.map(\.household.text) + visits.map(\.prisoner.text) + ["\(others.mark)-E2", "YYV-E2"]
        let names = children.map(\.name).filter { $0.hasPrefix("Ann") }
        let all: [String] = visits.map(\.id.text) + children.map(\.id.text) + people + names + named
        // One of those that differ in a number alone is as good as the others.
        var kinds: Set<String> = []
        return Set(all).sorted().filter { subject in
            let visit = visits.first { $0.id.text == subject && subject.count > 20 }
            let kind = visit.map { "\($0.household) \($0.prison)" } ?? subject.filter { !$0.isNumber }
            return kinds.insert(kind).inserted || subject.hasSuffix("V9") || subject == "V8"
        }
    }

    /// All that is in the store about people and visits.
    func everything() throws -> [String] {
        let visits = try desk.visits(VisitQuery(page: Page(limit: 1000)))
        return try visits.map { "\($0.visit) \(try desk.acts(of: $0.visit.id))" }
            + desk.plans().map { "\($0)" } + [try desk.children(page: Page(limit: 1000)).map { "\($0)" }.joined()]
    }

    /// The header by which the holder of a new token of that role says who it is.
    func bearer(_ role: Role) throws -> HTTPFields {
        [.authorization: "Bearer \(try desk.createToken(role: role, label: "", days: 30).secret)"]
    }
}
