import Hummingbird
import VisitApplication
import VisitFormats
import VisitModel
import VisitPlanning
import VisitReports

extension Routes {
    /// Children and households, and when their next visit is.
    var people: [Endpoint] {
        let next = NextRoute(desk: desk, accessLog: accessLog)
        return [
            Endpoint(
                method: .get, path: "/v1/next", right: .readNext,
                summary: "When the next visit is, of the children, prisoner or household named.",
                parameters: [
                    .id("child", "A child, by identifier or full name; several are alternatives.", isList: true),
                    .id("prisoner", "Only visits to this prisoner."),
                    .id("household", "All children of this household."),
                ], answer: .document(NextDocument.schema)
            ) { parsed in try await next.answer(parsed) },
            Endpoint(
                method: .get, path: "/v1/children", right: .readChildren,
                summary: "The children with their bonds, by identifier.",
                parameters: [.id("household", "Only the children of this household.")] + RequestField.page,
                answer: .document(ChildrenDocument.schema)
            ) { parsed in try await children(parsed) },
            Endpoint(
                method: .get, path: "/v1/households", right: .readHouseholds,
                summary: "The households with their children, by identifier.", parameters: RequestField.page,
                answer: .document(HouseholdsDocument.schema)
            ) { parsed in try await households(parsed) },
        ]
    }

    private func children(_ parsed: ParsedRequest) async throws -> Response {
        let (page, household): (Page, Identifier<Household>?) = (parsed.page, parsed.id("household"))
        let found = try await desk.perform(as: parsed.caller) { try $0.children(of: household, page: page) }
        try accessLog.note("child.read", of: found.map { "child \($0.child.id)" }, by: parsed.caller)
        let next = found.count == page.limit ? found.last?.child.id.text : nil
        return .json(ChildrenDocument(found, today: desk.today, next: next).json)
    }

    private func households(_ parsed: ParsedRequest) async throws -> Response {
        let page = parsed.page
        let found = try await desk.perform(as: parsed.caller) { try $0.households(page: page) }
        try accessLog.note("household.read", of: found.map { "household \($0.household.id)" }, by: parsed.caller)
        let next = found.count == page.limit ? found.last?.household.id.text : nil
        return .json(HouseholdsDocument(found, next: next).json)
    }
}
