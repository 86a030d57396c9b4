import Hummingbird
import VisitModel
import VisitPlanning
import VisitReports

extension Routes {
    /// Plans, reports and statistics.
    var planning: [Endpoint] {
        [
            Endpoint(
                method: .get, path: "/v1/plans", right: .readPlans,
                summary: "The published plans, the newest first, and the run that is going on.",
                answer: .document("visitd-plans/1")
            ) { asked in
                let plans = try await desk.perform { try $0.plans() }
                return .json(PlansDocument(plans, run: runs.standing?.json(asked.language)).json)
            },
            Endpoint(
                method: .post, path: "/v1/plans", right: .startPlan,
                summary: "Starts a planning run; GET /v1/plans tells how far it is.", body: [], status: .accepted,
                answer: .document("visitd-plans/1")
            ) { asked in
                try runs.start(by: asked.caller)
                return .json(
                    PlansDocument([], run: runs.standing?.json(asked.language)).json, status: .accepted)
            },
            Endpoint(
                method: .get, path: "/v1/reports/{name}", right: .readStatistics,
                summary: "A report: \(ReportName.allCases.map(\.rawValue).joined(separator: ", ")).",
                parameters: [
                    .id("household", "The household of an itinerary."), .id("prison", "The prison of a day's list."),
                    .day("date", "The day of a list; otherwise today."),
                    RequestField(
                        name: "format", kind: .word(ReportFormat.allCases.map(\.rawValue)),
                        about: "The form; otherwise text."),
                ], answer: .content(["text/plain", "text/html", "text/csv"])
            ) { asked in try await report(asked) },
            Endpoint(
                method: .get, path: "/v1/statistics", right: .readStatistics,
                summary: "How contact goes, in numbers about nobody.", answer: .document("visitd-statistics/1")
            ) { [desk] asked in
                .json(try await desk.statistics(within: asked.caller.statisticsReach, language: asked.language))
            },
        ]
    }

    private func report(_ asked: Asked) async throws -> Response {
        guard let name = ReportName(rawValue: asked.required("name")) else { throw ServiceError.notFound }
        let subject = try await subject(name, asked)
        let (today, language) = (desk.today, asked.statedLanguage)
        let format = asked.one("format").flatMap { ReportFormat(rawValue: $0) } ?? .text
        let text = try await desk.perform {
            try $0.report(on: subject, format: format, today: today, language: language)
        }
        try trail.note("report.read", of: [subject.auditSubject], by: asked.caller)
        return Response(
            status: .ok,
            headers: [
                .contentType: format.mediaType, .cacheControl: "no-store",
                .xContentTypeOptions: "nosniff",
                .contentSecurityPolicy: "default-src 'none'; style-src 'unsafe-inline'",
            ], body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    /// What the report is about, where the caller may see that.
    private func subject(_ name: ReportName, _ asked: Asked) async throws -> Desk.ReportSubject {
        if name == .statistics { return .statistics(asked.caller.statisticsReach) }
        guard let role = asked.caller.role, Right.readReports.isHeld(by: role) else {
            throw ServiceError.notPermitted(.readReports)
        }
        switch name.subject {
        case .household:
            let id: Identifier<Household> = try needed("household", asked)
            let reach = asked.caller.reach
            guard try await desk.perform({ try $0.sees(reach, id) }) else { throw ServiceError.notFound }
            return .household(id)
        case .prisonDay:
            let id: Identifier<Prison> = try needed("prison", asked)
            if case .organisation = asked.caller.reach { throw ServiceError.notPermitted(.readReports) }
            try requireOwn(id, asked.caller)
            return .prison(id, asked.day("date") ?? desk.today)
        case .everything:
            guard asked.caller.reach == .everything else { throw ServiceError.notPermitted(.readReports) }
            return .everything(name)
        }
    }

    private func needed<Thing>(_ name: String, _ asked: Asked) throws(ServiceError) -> Identifier<Thing> {
        if let id: Identifier<Thing> = asked.id(name) { return id }
        throw .badRequest(
            code: "parameter-missing",
            sentence: BilingualText(en: "This report needs the parameter “\(name)”.", zh: "此报告需要参数“\(name)”。"))
    }
}

extension Desk.ReportSubject {
    /// What a look at the report was a look at.
    fileprivate var auditSubject: String {
        switch self {
        case .household(let id): "household \(id)"
        case .prison(let id, _): "prison \(id)"
        case .everything(let name): "report \(name.rawValue)"
        case .statistics: "report \(ReportName.statistics.rawValue)"
        }
    }
}
