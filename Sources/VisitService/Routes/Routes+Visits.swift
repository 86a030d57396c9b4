import Hummingbird
import VisitApplication
import VisitFormats
import VisitModel
import VisitPlanning
import VisitReports

extension Routes {
    /// Visits, and the steps in their life.
    var visits: [Endpoint] {
        let steps: [VisitAct.Kind] = [.request, .confirm, .cancel, .held, .missed]
        return [
            Endpoint(
                method: .get, path: "/v1/visits", right: .readVisits, summary: "Visits, by date, start and identifier.",
                parameters: [
                    .id("household", "Only this household's."), .id("prison", "Only in this prison."),
                    .id("prisoner", "Only to this prisoner."), .day("from", "The first day."),
                    .day("to", "The last day."),
                    RequestField(
                        name: "status", kind: .word(Visit.Status.allCases.map(\.rawValue)), isList: true,
                        about: "Only of this status; several are alternatives."),
                ] + RequestField.page, answer: .document(VisitsDocument.schema)
            ) { parsed in try await list(parsed) },
            Endpoint(
                method: .get, path: "/v1/visits/{id}", right: .readVisits,
                summary: "One visit, with what people did to it.", answer: .document(VisitDocument.schema)
            ) { parsed in try await visit(parsed) },
            Endpoint(
                method: .post, path: "/v1/visits/{id}/move", right: .changeVisits,
                summary: "Puts a visit into another session of its prison.",
                body: [
                    .day("date", "The new day.", isRequired: true),
                    RequestField(
                        name: "start", kind: .clock, about: "When the session begins, where the day has several."),
                    .by, .reason(isRequired: true),
                ], answer: .document(VisitDocument.schema)
            ) { parsed in try await move(parsed) },
            Endpoint(
                method: .post, path: "/v1/visits/{id}/companion", right: .changeVisits,
                summary: "Gives an agreed visit, and the agreed visits that are made with it, another adult as leader.",
                body: [
                    .id("escort", "The escort who goes along; this or guardian."),
                    .id("guardian", "The guardian who goes along; this or escort."),
                    .by, .reason(isRequired: false),
                ], answer: .document(VisitDocument.schema)
            ) { parsed in try await changeAdult(parsed) },
        ] + steps.map(step)
    }

    private func step(_ kind: VisitAct.Kind) -> Endpoint {
        Endpoint(
            method: .post, path: "/v1/visits/{id}/\(kind.rawValue)", right: .changeVisits,
            summary: "Takes the step “\(kind.rawValue)” in the life of a visit.",
            body: [.by, .reason(isRequired: kind.needsReason)]
                + (kind.status?.isCalledOff == true ? [.declines, .declining] : []),
            answer: .document(VisitDocument.schema)
        ) { parsed in
            let (id, step) = (Identifier<Visit>(parsed.required("id")), parsed.step(kind))
            let today = desk.today
            return try await respond(parsed) { try $0.take(step, on: [id], today: today)[0] }
        }
    }

    private func move(_ parsed: ParsedRequest) async throws -> Response {
        let (id, step) = (Identifier<Visit>(parsed.required("id")), parsed.step(.move))
        let today = desk.today
        let (date, start) = (parsed.day("date") ?? today, parsed.one("start").flatMap { ClockTime($0) })
        return try await respond(parsed) {
            try $0.move(id, to: date, start: start, step, today: today)
        }
    }

    private func changeAdult(_ parsed: ParsedRequest) async throws -> Response {
        let (id, step) = (Identifier<Visit>(parsed.required("id")), parsed.step(.companion))
        let adults: [Visit.Companion] =
            [parsed.id("escort").map { .escort($0) }, parsed.id("guardian").map { .guardian($0) }].compactMap { $0 }
        guard adults.count == 1 else {
            throw ServiceError.badRequest(
                code: "parameter-missing",
                sentence: BilingualText(
                    en: "Found \(adults.count) adults; expected one, as “escort” or “guardian”.",
                    zh: "指定了 \(adults.count) 名成年人；应当用“escort”或“guardian”恰好指定一名。"))
        }
        let today = desk.today
        return try await respond(parsed) { try $0.changeAdult(of: id, to: adults[0], step, today: today)[0] }
    }

    private func visit(_ parsed: ParsedRequest) async throws -> Response {
        let id = Identifier<Visit>(parsed.required("id"))
        let (response, found) = try await told(parsed, isStep: false) { try $0.visit(id) }
        try accessLog.note("visit.read", of: ["visit \(found)"], by: parsed.caller)
        return response
    }

    /// The document of the visit that `work` gives.
    private func respond(
        _ parsed: ParsedRequest, _ work: @escaping @Sendable (Desk) throws -> VisitDetail
    ) async throws -> Response {
        try await told(parsed, work).response
    }

    /// The same, with the identifier of the visit, which may have been asked for by its number.
    ///
    /// - Parameter isStep: whether `work` writes a step down.
    private func told(
        _ parsed: ParsedRequest, isStep: Bool = true, _ work: @escaping @Sendable (Desk) throws -> VisitDetail
    ) async throws -> (response: Response, id: Identifier<Visit>) {
        let language = parsed.language
        let (json, id) = try await desk.perform(as: parsed.caller) { desk in
            let visit = try work(desk)
            let (acts, told) = try Desk.afterwards(isStep ? Desk.stepDone : nil) {
                (try desk.acts(of: visit.visit.id), try desk.told(of: visit.visit.id))
            }
            return (VisitDocument(visit, acts: acts, told: told, language: language).json, visit.visit.id)
        }
        return (.json(json), id)
    }

    private func list(_ parsed: ParsedRequest) async throws -> Response {
        let query = VisitQuery(
            household: parsed.id("household"), prison: parsed.id("prison"),
            prisoner: parsed.id("prisoner"), first: parsed.day("from"), last: parsed.day("to"),
            statuses: parsed.all("status").compactMap { Visit.Status(rawValue: $0) }, page: parsed.page)
        let found = try await desk.perform(as: parsed.caller) { try $0.visits(query) }
        try accessLog.note("visit.read", of: found.map { "visit \($0.visit.id)" }, by: parsed.caller)
        let next = found.count == query.page.limit ? found.last?.visit.id.text : nil
        return .json(VisitsDocument(found, next: next, language: parsed.language).json)
    }
}

extension ParsedRequest {
    /// The step that the body tells of.
    fileprivate func step(_ kind: VisitAct.Kind) -> Desk.Step {
        Desk.Step(
            kind, by: one("by").flatMap { VisitAct.Party(rawValue: $0) }, reason: one("reason") ?? "",
            declines: one("declines").flatMap { Desk.Declines(rawValue: $0) }, child: id("child"))
    }
}
