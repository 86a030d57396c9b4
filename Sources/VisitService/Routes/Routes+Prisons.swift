import Hummingbird
import VisitApplication
import VisitModel
import VisitPlanning
import VisitReports

extension Routes {
    /// Prisons: when they open, and when they do not.
    var prisons: [Endpoint] {
        [
            Endpoint(
                method: .get, path: "/v1/prisons/{id}/sessions", right: .readSessions,
                summary: "A prison's dated visiting sessions, with the tables that are taken.",
                parameters: [
                    .day("from", "The first day; otherwise today."),
                    .day("to", "The last day; otherwise four weeks after the first."),
                ], answer: .document(SessionsDocument.schema)
            ) { parsed in try await sessions(parsed) },
            Endpoint(
                method: .post, path: "/v1/closures", right: .close,
                summary: "A prison's visiting room does not open; the visits that were to be then are cancelled.",
                body: [
                    .id("prison", "The prison.", isRequired: true), .id("session", "Only this session pattern."),
                    .day("from", "The first day.", isRequired: true), .day("to", "The last day; otherwise the first."),
                    .reason(isRequired: true),
                ], status: .created, answer: .document(ClosureDocument.schema)
            ) { parsed in try await close(parsed) },
        ]
    }

    /// How many days of sessions are told at once at most.
    private static let mostDays = 400

    private func sessions(_ parsed: ParsedRequest) async throws -> Response {
        let prison = Identifier<Prison>(parsed.required("id"))
        try requireOwn(prison, parsed.caller)
        let first = parsed.day("from") ?? desk.today
        let days = try range(first, parsed.day("to") ?? first + 27)
        let found = try await desk.perform(as: parsed.caller) { try $0.sessions(of: prison, within: days) }
        return .json(SessionsDocument(prison: found.prison.id, sessions: found.sessions, taken: found.taken).json)
    }

    private func close(_ parsed: ParsedRequest) async throws -> Response {
        let prison = Identifier<Prison>(parsed.required("prison"))
        try requireOwn(prison, parsed.caller)
        let first = parsed.day("from") ?? desk.today
        let days = try range(first, parsed.day("to") ?? first)
        let (template, reason): (Identifier<SessionTemplate>?, String) = (
            parsed.id("session"), parsed.required("reason")
        )
        let today = desk.today
        let report = try await desk.perform(as: parsed.caller) {
            try $0.close(prison, template: template, on: days, reason: reason, today: today)
        }
        let document = ClosureDocument(
            report.closure, cancelled: report.cancelled, remarks: report.remarks, language: parsed.language)
        return .json(document.json, status: .created)
    }

    /// The days from `first` to `last`.
    private func range(_ first: Day, _ last: Day) throws(ServiceError) -> DayRange {
        guard first <= last, last - first < Self.mostDays else {
            throw .badRequest(
                code: "bad-range",
                sentence: BilingualText(
                    en: "The days end before they begin, or are more than \(Self.mostDays).",
                    zh: "日期范围的末日早于首日，或超过 \(Self.mostDays) 天。"))
        }
        return DayRange(first, last)
    }
}

extension Routes {
    /// Refuses a prison that is not the caller's own as if it did not exist.
    func requireOwn(_ prison: Identifier<Prison>, _ caller: Caller) throws(ServiceError) {
        if case .prison(let own) = caller.reach, own != prison { throw .notFound }
    }
}
