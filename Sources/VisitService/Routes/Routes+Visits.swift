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
            ) { asked in try await list(asked) },
            Endpoint(
                method: .get, path: "/v1/visits/{id}", right: .readVisits,
                summary: "One visit, with what people did to it.", answer: .document(VisitDocument.schema)
            ) { asked in try await visit(asked) },
            Endpoint(
                method: .post, path: "/v1/visits/{id}/move", right: .changeVisits,
                summary: "Puts a visit into another session of its prison.",
                body: [
                    .day("date", "The new day.", isRequired: true),
                    RequestField(
                        name: "start", kind: .clock, about: "When the session begins, where the day has several."),
                    .by, .reason(isRequired: true),
                ], answer: .document(VisitDocument.schema)
            ) { asked in try await move(asked) },
            Endpoint(
                method: .post, path: "/v1/visits/{id}/companion", right: .changeVisits,
                summary: "Gives an agreed visit, and the agreed visits that are made with it, another adult as leader.",
                body: [
                    .id("escort", "The escort who goes along; this or guardian."),
                    .id("guardian", "The guardian who goes along; this or escort."),
                    .by, .reason(isRequired: false),
                ], answer: .document(VisitDocument.schema)
            ) { asked in try await changeAdult(asked) },
        ] + steps.map(step)
    }

    private func step(_ kind: VisitAct.Kind) -> Endpoint {
        Endpoint(
            method: .post, path: "/v1/visits/{id}/\(kind.rawValue)", right: .changeVisits,
            summary: "Takes the step “\(kind.rawValue)” in the life of a visit.",
            body: [.by, .reason(isRequired: kind.needsReason)]
                + (kind.status?.isCalledOff == true ? [.declines, .declining] : []),
            answer: .document(VisitDocument.schema)
        ) { asked in
            let (id, step) = (Identifier<Visit>(asked.required("id")), asked.step(kind))
            let today = desk.today
            return try await tell(asked) { try $0.take(step, on: [id], today: today)[0] }
        }
    }

    private func move(_ asked: Asked) async throws -> Response {
        let (id, step) = (Identifier<Visit>(asked.required("id")), asked.step(.move))
        let today = desk.today
        let (date, start) = (asked.day("date") ?? today, asked.one("start").flatMap { ClockTime($0) })
        return try await tell(asked) {
            try $0.move(id, to: date, start: start, step, today: today)
        }
    }

    private func changeAdult(_ asked: Asked) async throws -> Response {
        let (id, step) = (Identifier<Visit>(asked.required("id")), asked.step(.companion))
        let adults: [Visit.Companion] =
            [asked.id("escort").map { .escort($0) }, asked.id("guardian").map { .guardian($0) }].compactMap { $0 }
        guard adults.count == 1 else {
            throw ServiceError.badRequest(
                code: "parameter-missing",
                sentence: BilingualText(
                    en: "Found \(adults.count) adults; expected one, as “escort” or “guardian”.",
                    zh: "指定了 \(adults.count) 名成年人；应当用“escort”或“guardian”恰好指定一名。"))
        }
        let today = desk.today
        return try await tell(asked) { try $0.changeAdult(of: id, to: adults[0], step, today: today)[0] }
    }

    private func visit(_ asked: Asked) async throws -> Response {
        let id = Identifier<Visit>(asked.required("id"))
        let (response, found) = try await told(asked, isStep: false) { try $0.visit(id) }
        try trail.note("visit.read", of: ["visit \(found)"], by: asked.caller)
        return response
    }

    /// The document of the visit that `work` gives.
    private func tell(
        _ asked: Asked, _ work: @escaping @Sendable (Desk) throws -> VisitDetail
    ) async throws -> Response {
        try await told(asked, work).response
    }

    /// The same, with the identifier of the visit, which may have been asked for by its number.
    ///
    /// - Parameter isStep: whether `work` writes a step down.
    private func told(
        _ asked: Asked, isStep: Bool = true, _ work: @escaping @Sendable (Desk) throws -> VisitDetail
    ) async throws -> (response: Response, id: Identifier<Visit>) {
        let language = asked.language
        let (json, id) = try await desk.perform(as: asked.caller) { desk in
            let visit = try work(desk)
            let (acts, told) = try Desk.afterwards(isStep ? Desk.stepDone : nil) {
                (try desk.acts(of: visit.visit.id), try desk.told(of: visit.visit.id))
            }
            return (VisitDocument(visit, acts: acts, told: told, language: language).json, visit.visit.id)
        }
        return (.json(json), id)
    }

    private func list(_ asked: Asked) async throws -> Response {
        let query = VisitQuery(
            household: asked.id("household"), prison: asked.id("prison"),
            prisoner: asked.id("prisoner"), first: asked.day("from"), last: asked.day("to"),
            statuses: asked.all("status").compactMap { Visit.Status(rawValue: $0) }, page: asked.page)
        let found = try await desk.perform(as: asked.caller) { try $0.visits(query) }
        try trail.note("visit.read", of: found.map { "visit \($0.visit.id)" }, by: asked.caller)
        let next = found.count == query.page.limit ? found.last?.visit.id.text : nil
        return .json(VisitsDocument(found, next: next, language: asked.language).json)
    }
}

extension Asked {
    /// The step that the body tells of.
    fileprivate func step(_ kind: VisitAct.Kind) -> Desk.Step {
        Desk.Step(
            kind, by: one("by").flatMap { VisitAct.Party(rawValue: $0) }, reason: one("reason") ?? "",
            declines: one("declines").flatMap { Desk.Declines(rawValue: $0) }, child: id("child"))
    }
}
