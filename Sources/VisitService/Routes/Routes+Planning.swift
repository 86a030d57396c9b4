import Hummingbird
import VisitApplication
import VisitFormats
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
                answer: .document(PlansDocument.schema)
            ) { parsed in
                let plans = try await desk.perform(as: parsed.caller) { try $0.plans() }
                return .json(PlansDocument(plans, run: runs.current, language: parsed.language).json)
            },
            Endpoint(
                method: .post, path: "/v1/plans", right: .startPlan,
                summary: "Starts a planning run; GET /v1/plans tells how far it is.", body: [], status: .accepted,
                answer: .document(PlansDocument.schema)
            ) { parsed in
                try runs.start(by: parsed.caller)
                return .json(
                    PlansDocument([], run: runs.current, language: parsed.language).json, status: .accepted)
            },
            Endpoint(
                method: .get, path: "/v1/reports/{name}", right: .readStatistics,
                summary: "A report: \(ReportName.allCases.map(\.rawValue).joined(separator: ", ")).",
                parameters: [
                    .id("household", "The household of an itinerary or a month."),
                    .id("child", "The child of a card."), .id("escort", "The escort of a month."),
                    .id("prison", "The prison of a day's list or of requests."),
                    .id("prisoner", "The prisoner of a record."),
                    .day("date", "The day of a list, or one of the week or month; otherwise today."),
                    RequestField(
                        name: "format", kind: .word(ReportFormat.allCases.map(\.rawValue)),
                        about: "The form; otherwise text."),
                ], answer: .content(ReportFormat.allCases.map(\.plainMediaType))
            ) { parsed in try await report(parsed) },
            Endpoint(
                method: .get, path: "/v1/statistics", right: .readStatistics,
                summary: "How contact goes, in numbers about nobody.", answer: .document(PublicStatistics.schema)
            ) { [desk] parsed in
                .json(try await desk.statistics(for: parsed.caller, language: parsed.language))
            },
        ]
    }

    private func report(_ parsed: ParsedRequest) async throws -> Response {
        guard let name = ReportName(rawValue: parsed.required("name")) else { throw ServiceError.notFound }
        let subject = try await subject(name, parsed)
        let (today, language) = (desk.today, parsed.statedLanguage)
        let format = parsed.one("format").flatMap { ReportFormat(rawValue: $0) } ?? .text
        let reach = name == .statistics ? parsed.caller.statisticsReach : parsed.caller.reach
        let bytes = try await desk.perform(as: parsed.caller, within: reach) {
            try $0.report(on: subject, format: format, today: today, language: language)
        }
        try accessLog.note("report.read", of: [subject.auditSubject], by: parsed.caller)
        return Response(
            status: .ok,
            headers: [
                .contentType: format.mediaType, .cacheControl: "no-store",
                .xContentTypeOptions: "nosniff",
                .contentSecurityPolicy: "default-src 'none'; style-src 'unsafe-inline'",
            ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// What the report is about, where the caller may see that.
    private func subject(_ name: ReportName, _ parsed: ParsedRequest) async throws -> Desk.ReportSubject {
        if name == .statistics { return .init(name, about: .everything) }
        guard let role = parsed.caller.role, Right.readReports.isHeld(by: role) else {
            throw ServiceError.notPermitted(.readReports)
        }
        let day = parsed.day("date")
        switch name.subject {
        case .household:
            let id: Identifier<Household> = try needed("household", parsed)
            guard try await desk.perform(as: parsed.caller, { try $0.sees(id) }) else { throw ServiceError.notFound }
            return .init(name, about: .household(id), day: day)
        case .prison:
            let id: Identifier<Prison> = try needed("prison", parsed)
            if case .organisation = parsed.caller.reach { throw ServiceError.notPermitted(.readReports) }
            try requireOwn(id, parsed.caller)
            return .init(name, about: .prison(id), day: day)
        case .child, .escort, .prisoner, .everything:
            guard parsed.caller.reach == .everything else { throw ServiceError.notPermitted(.readReports) }
            return .init(name, about: try about(name.subject, parsed), day: day)
        }
    }

    /// What only those may ask about who see everything.
    private func about(
        _ subject: ReportName.Subject, _ parsed: ParsedRequest
    ) throws(ServiceError) -> Desk.ReportSubject.About {
        switch subject {
        case .child: .child(try needed("child", parsed))
        case .escort: .escort(try needed("escort", parsed))
        case .prisoner: .prisoner(try needed("prisoner", parsed))
        case .household: .household(try needed("household", parsed))
        case .prison: .prison(try needed("prison", parsed))
        case .everything: .everything
        }
    }

    private func needed<Entity>(_ name: String, _ parsed: ParsedRequest) throws(ServiceError) -> Identifier<Entity> {
        if let id: Identifier<Entity> = parsed.id(name) { return id }
        throw .badRequest(
            code: "parameter-missing",
            sentence: BilingualText(en: "This report needs the parameter “\(name)”.", zh: "此报告需要参数“\(name)”。"))
    }
}

extension Desk.ReportSubject {
    /// What a look at the report was a look at.
    fileprivate var auditSubject: String {
        switch about {
        case .household(let id): "household \(id)"
        case .child(let id): "child \(id)"
        case .escort(let id): "escort \(id)"
        case .prison(let id): "prison \(id)"
        case .prisoner(let id): "prisoner \(id)"
        case .everything: "report \(name.rawValue)"
        }
    }
}
