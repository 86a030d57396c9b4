import Hummingbird
import VisitModel
import VisitReports

/// `GET /v1/next`: when the next visit is, of the children, prisoner or household named.
struct NextRoute {
    /// What is asked.
    let desk: FrontDesk

    /// The `visitd-next/1` document. A request that names nobody is refused: it would read out the whole register.
    func answer(_ request: Request) async throws -> Response {
        let query = try Query(request.uri.query, known: ["child", "prisoner", "household"])
        let selection = OutlookSelection(
            children: query.all("child"), prisoner: try query.one("prisoner").map { Identifier($0) },
            household: try query.one("household").map { Identifier($0) })
        guard selection != OutlookSelection() else {
            throw ServiceError.badRequest(
                code: "nobody-named",
                sentence: BilingualText(
                    en: "The request names nobody; expected child, prisoner or household.",
                    zh: "请求没有指明任何人；应给出 child、prisoner 或 household。"),
                advice: BilingualText(en: "Perhaps /v1/next?child=ID.", zh: "不妨用 /v1/next?child=编号。"))
        }
        let today = desk.today
        let outlooks = try await desk.outlooks(selection, on: today)
        return .json(NextDocument(outlooks, today: today, language: request.language).json)
    }
}
