import VisitFormats
import VisitModel

/// The JSON document `visitd-plan/1`, with certificate and refusals.
public enum PlanDocument {
    /// The document of a solution. The same solution gives the same bytes.
    public static func json(_ solution: Solution, of problem: Problem) -> JSON {
        .members([
            "format": "visitd-plan/1",
            "visits": .array(
                solution.visits.map { visit in
                    .members([
                        "request": .string(problem.requests[visit.request.position].id.text),
                        "session": .string(problem.sessions[visit.session.position].id.text),
                    ])
                }),
            "certificate": json(solution.certificate, of: problem),
            "wouldHelp": .array(solution.bottlenecks.prefix(mostBottlenecks).map { json($0, of: problem) }),
            "refused": .array(
                solution.refused.map { refused in
                    .members([
                        "request": .string(problem.requests[refused.request.position].id.text),
                        "code": .string(refused.code.rawValue),
                        "facts": .object(refused.facts.map { JSON.Member($0.name, json($0.value)) }),
                    ])
                }),
        ])
    }

    /// As many bottlenecks are told, the dearest first.
    static let mostBottlenecks = 100

    /// What one unit more would gain, by the resource's name.
    private static func json(_ bottleneck: Bottleneck, of problem: Problem) -> JSON {
        let shadowPrice = JSON.double((bottleneck.shadowPrice * 10).rounded() / 10)
        return switch bottleneck.resource {
        case .table(let session):
            .members(["table": .string(problem.sessions[session.position].id.text), "worth": shadowPrice])
        case .seat(let session):
            .members(["seat": .string(problem.sessions[session.position].id.text), "worth": shadowPrice])
        case .budget(let purse): .members(["budget": .string(purse.month.description), "worth": shadowPrice])
        case .trip(let home, let day):
            .members([
                "trip": .string(problem.escortHomes[home.position].text), "date": .string("\(problem.start + day)"),
                "worth": shadowPrice,
            ])
        case .visit(let prisoner, let since):
            .members([
                "visit": .string(problem.prisoners[prisoner.position].id.text), "since": .string("\(since)"),
                "worth": shadowPrice,
            ])
        }
    }

    private static func json(_ certificate: Certificate, of problem: Problem) -> JSON {
        .members([
            "bound": .int(certificate.bound),
            "score": .int(certificate.score),
            "gap": .double((certificate.gap * 1e6).rounded() / 1e6),
            "levels": .object(
                certificate.levels.map { name, level in
                    JSON.Member(
                        name.rawValue, .members(["value": .int(level.value), "bound": level.bound.map { .int($0) }]))
                }),
            "prisons": .array(
                certificate.prisons.map { part in
                    .members([
                        "id": .string(problem.prisons[part.prison.position].id.text),
                        "bound": .int(part.bound),
                        "score": .int(part.score),
                    ])
                }),
        ])
    }

    private static func json(_ value: RefusalFact.Value) -> JSON {
        switch value {
        case .count(let count): .int(count)
        case .list(let texts): .array(texts.map { .string($0) })
        case .text(let text): .string(text)
        }
    }
}
