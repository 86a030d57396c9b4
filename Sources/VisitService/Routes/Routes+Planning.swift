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
            ) { asked in
                let plans = try await desk.perform(as: asked.caller) { try $0.plans() }
                return .json(PlansDocument(plans, run: runs.standing, language: asked.language).json)
            },
            Endpoint(
                method: .post, path: "/v1/plans", right: .startPlan,
                summary: "Starts a planning run; GET /v1/plans tells how far it is.", body: [], status: .accepted,
                answer: .document(PlansDocument.schema)
            ) { asked in
                try runs.start(by: asked.caller)
                return .json(
                    PlansDocument([], run: runs.standing, language: asked.language).json, status: .accepted)
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
            ) { asked in try await report(asked) },
            Endpoint(
                method: .get, path: "/v1/statistics", right: .readStatistics,
                summary: "How contact goes, in numbers about nobody.", answer: .document(PublicStatistics.schema)
            ) { [desk] asked in
                .json(try await desk.statistics(for: asked.caller, language: asked.language))
            },
        ]
    }

    private func report(_ asked: Asked) async throws -> Response {
        guard let name = ReportName(rawValue: asked.required("name")) else { throw ServiceError.notFound }
        let subject = try await subject(name, asked)
        let (today, language) = (desk.today, asked.statedLanguage)
        let format = asked.one("format").flatMap { ReportFormat(rawValue: $0) } ?? .text
        let reach = name == .statistics ? asked.caller.statisticsReach : asked.caller.reach
        let bytes = try await desk.perform(as: asked.caller, within: reach) {
            try $0.report(on: subject, format: format, today: today, language: language)
        }
        try trail.note("report.read", of: [subject.auditSubject], by: asked.caller)
        return Response(
            status: .ok,
            headers: [
                .contentType: format.mediaType, .cacheControl: "no-store",
                .xContentTypeOptions: "nosniff",
                .contentSecurityPolicy: "default-src 'none'; style-src 'unsafe-inline'",
            ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// What the report is about, where the caller may see that.
    private func subject(_ name: ReportName, _ asked: Asked) async throws -> Desk.ReportSubject {
        if name == .statistics { return .init(name, about: .everything) }
        guard let role = asked.caller.role, Right.readReports.isHeld(by: role) else {
            throw ServiceError.notPermitted(.readReports)
        }
        let day = asked.day("date")
        switch name.subject {
        case .household:
            let id: Identifier<Household> = try needed("household", asked)
            guard try await desk.perform(as: asked.caller, { try $0.sees(id) }) else { throw ServiceError.notFound }
            return .init(name, about: .household(id), day: day)
        case .prison:
            let id: Identifier<Prison> = try needed("prison", asked)
            if case .organisation = asked.caller.reach { throw ServiceError.notPermitted(.readReports) }
            try requireOwn(id, asked.caller)
            return .init(name, about: .prison(id), day: day)
        case .child, .escort, .prisoner, .everything:
            guard asked.caller.reach == .everything else { throw ServiceError.notPermitted(.readReports) }
            return .init(name, about: try about(name.subject, asked), day: day)
        }
    }

    /// What only those may ask about who see everything.
    private func about(
        _ subject: ReportName.Subject, _ asked: Asked
    ) throws(ServiceError) -> Desk.ReportSubject.About {
        switch subject {
        case .child: .child(try needed("child", asked))
        case .escort: .escort(try needed("escort", asked))
        case .prisoner: .prisoner(try needed("prisoner", asked))
        case .household: .household(try needed("household", asked))
        case .prison: .prison(try needed("prison", asked))
        case .everything: .everything
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
