import Hummingbird
import VisitApplication
import VisitFormats
import VisitModel
import VisitPlanning
import VisitReports

extension Routes {
    /// Children and households, and when their next visit is.
    var people: [Endpoint] {
        let next = NextRoute(desk: desk, trail: trail)
        return [
            Endpoint(
                method: .get, path: "/v1/next", right: .readNext,
                summary: "When the next visit is, of the children, prisoner or household named.",
                parameters: [
                    .id("child", "A child, by identifier or full name; several are alternatives.", isList: true),
                    .id("prisoner", "Only visits to this prisoner."),
                    .id("household", "All children of this household."),
                ], answer: .document(NextDocument.schema)
            ) { asked in try await next.answer(asked) },
            Endpoint(
                method: .get, path: "/v1/children", right: .readChildren,
                summary: "The children with their bonds, by identifier.",
                parameters: [.id("household", "Only the children of this household.")] + RequestField.page,
                answer: .document(ChildrenDocument.schema)
            ) { asked in try await children(asked) },
            Endpoint(
                method: .get, path: "/v1/households", right: .readHouseholds,
                summary: "The households with their children, by identifier.", parameters: RequestField.page,
                answer: .document(HouseholdsDocument.schema)
            ) { asked in try await households(asked) },
        ]
    }

    private func children(_ asked: Asked) async throws -> Response {
        let (page, household): (Page, Identifier<Household>?) = (asked.page, asked.id("household"))
        let found = try await desk.perform(as: asked.caller) { try $0.children(of: household, page: page) }
        try trail.note("child.read", of: found.map { "child \($0.child.id)" }, by: asked.caller)
        let next = found.count == page.limit ? found.last?.child.id.text : nil
        return .json(ChildrenDocument(found, today: desk.today, next: next).json)
    }

    private func households(_ asked: Asked) async throws -> Response {
        let page = asked.page
        let found = try await desk.perform(as: asked.caller) { try $0.households(page: page) }
        try trail.note("household.read", of: found.map { "household \($0.household.id)" }, by: asked.caller)
        let next = found.count == page.limit ? found.last?.household.id.text : nil
        return .json(HouseholdsDocument(found, next: next).json)
    }
}
