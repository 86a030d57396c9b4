import Hummingbird
import VisitModel
import VisitReports

/// `GET /v1/next`: when the next visit is, of the children, prisoner or household named.
struct NextRoute {
    /// What is asked.
    let desk: FrontDesk
    /// Where the look is noted.
    let accessLog: AccessLog

    /// The `visitd-next/1` document. A request that names nobody is refused: it would read out the whole register.
    func answer(_ parsed: ParsedRequest) async throws -> Response {
        let selection = OutlookSelection(
            children: parsed.all("child"), prisoner: parsed.id("prisoner"), household: parsed.id("household"))
        guard selection != OutlookSelection() else {
            throw ServiceError.badRequest(
                code: "nobody-named",
                sentence: BilingualText(
                    en: "The request names nobody; expected child, prisoner or household.",
                    zh: "请求没有指明任何人；应给出 child、prisoner 或 household。"),
                advice: BilingualText(en: "Perhaps /v1/next?child=ID.", zh: "不妨用 /v1/next?child=编号。"))
        }
        let (outlooks, today) = try await desk.outlooks(selection, by: parsed.caller)
        let children = Set(outlooks.map(\.child.id)).sorted()
        try accessLog.note("child.read", of: children.map { "child \($0)" }, by: parsed.caller)
        return .json(NextDocument(outlooks, today: today, language: parsed.language).json)
    }
}
